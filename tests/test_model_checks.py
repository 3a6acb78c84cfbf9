"""A model is checked for what it computes, however it was built."""

import keras
import numpy as np
import pytest

import rnncourse.quiet  # noqa: F401
from rnncourse.checks import CheckFailed
from rnncourse.model_checks import expect_fresh, expect_model, expect_optimizer, fill, input_shape_of, layers_of

layers = keras.layers


class Own(keras.Model):
    """Two layers, the last one made first."""

    def __init__(self):
        super().__init__()
        self.last, self.first = layers.Dense(1), layers.Dense(3)

    def call(self, x):
        return self.last(self.first(x))


def sequential():
    return keras.Sequential([keras.Input((2,)), layers.Dense(3), layers.Dense(1)])


def nested():
    return keras.Sequential([keras.Input((2,)), keras.Sequential([layers.Dense(3)]), layers.Dense(1)])


def functional():
    inputs = keras.Input((2,))
    return keras.Model(inputs, layers.Dense(1)(layers.Dense(3)(inputs)))


WEIGHTS = [np.full((2, 3), 1.0), np.full(3, 2.0), np.full((3, 1), 10.0), np.full(1, 5.0)]


@pytest.mark.parametrize("build", [sequential, nested, functional, Own])
def test_the_same_weights_in_any_way_of_building_compute_the_same(build):
    model = fill(build(), np.ones((1, 2), "float32"), WEIGHTS)
    np.testing.assert_allclose(model(np.ones((1, 2), "float32")), [[125.0]])
    dense = [layer for layer in layers_of(model) if isinstance(layer, layers.Dense)]
    assert sorted(layer.units for layer in dense) == [1, 3]


def test_other_shapes_are_told():
    with pytest.raises(CheckFailed, match=r"shapes \(2, 3\), \(3,\), .* wanted \(2, 4\)"):
        fill(sequential(), np.ones((1, 2), "float32"), [np.ones((2, 4)), *WEIGHTS[1:]])
    with pytest.raises(CheckFailed, match="wanted"):
        fill(sequential(), np.ones((1, 2), "float32"), WEIGHTS[:2])


def test_weights_that_are_left_out_of_training_are_told():
    model = sequential()
    model.layers[0].trainable = False
    with pytest.raises(CheckFailed, match="the model has 4 arrays of weights, and training changes only 2"):
        fill(model, np.ones((1, 2), "float32"), WEIGHTS)
    assert fill(model, np.ones((1, 2), "float32"), WEIGHTS, is_frozen=True) is model


def test_what_is_no_model_is_told():
    with pytest.raises(CheckFailed, match="None"):
        expect_model(None)
    with pytest.raises(CheckFailed, match="a list, wanted a Keras model"):
        expect_model([1])


def test_a_model_of_its_own_class_says_nothing_of_its_input():
    assert input_shape_of(Own()) is None
    assert input_shape_of(sequential()) == (None, 2)


def test_the_optimizer_and_its_settings_are_told():
    model = sequential()
    with pytest.raises(CheckFailed, match="not compiled"):
        expect_optimizer(model, keras.optimizers.Adam())
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    expect_optimizer(model, keras.optimizers.Adam(0.01))
    with pytest.raises(CheckFailed, match=r"learning_rate=0\.0\d+, wanted 0\.001"):
        expect_optimizer(model, keras.optimizers.Adam())
    with pytest.raises(CheckFailed, match="the optimizer is Adam, wanted SGD"):
        expect_optimizer(model, keras.optimizers.SGD(0.01))
    with pytest.raises(CheckFailed, match="amsgrad=False, wanted True"):
        expect_optimizer(model, keras.optimizers.Adam(0.01, amsgrad=True))


def test_a_network_that_is_handed_out_twice_is_told():
    inputs = np.ones((1, 2), "float32")
    expect_fresh(sequential(), sequential(), inputs)
    one = sequential()
    with pytest.raises(CheckFailed, match="same weights"):
        expect_fresh(one, one, inputs)
    other = sequential()
    other.set_weights(one.get_weights())
    with pytest.raises(CheckFailed, match="same weights"):
        expect_fresh(one, other, inputs)

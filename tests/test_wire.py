"""Only plain values cross the border between a student's kernel and the judge, whole; forged bytes are refused."""

import json
import struct

import keras
import numpy as np
import pytest
import tensorflow as tf

import rnncourse.quiet  # noqa: F401
from rnncourse.kernel import wire

layers = keras.layers


def there_and_back(value):
    return wire.decode(wire.encode(value))


@pytest.mark.parametrize(
    "value",
    [
        None, True, 3, -(2**80), 2.5, float("inf"), "ä\x00", b"\xff", 2 + 3j,
        [1, [2, (3, "x")]], {"a": 1, 2: [None]}, {1, 2},
    ],
)  # fmt: skip
def test_plain_values_cross_unchanged(value):
    got = there_and_back(value)
    assert got == value
    assert type(got) is type(value)


def test_not_a_number_crosses():
    assert np.isnan(there_and_back(float("nan")))


@pytest.mark.parametrize(
    "dtype", ["float16", "float32", "float64", "int8", "uint8", "int64", "bool", "complex64", "<U5"]
)
def test_arrays_cross_with_type_shape_and_values(dtype):
    array = np.arange(24).reshape(2, 3, 4).astype(dtype)
    for value in (array, array.T, array[:0], array[0, 0, 0]):
        got = there_and_back(value)
        assert got.dtype == value.dtype
        np.testing.assert_array_equal(got, value)


def test_tensors_and_variables_cross_as_tensors():
    for value in (tf.constant([1.5, 2]), tf.Variable([1.5, 2]), keras.Variable([1.5, 2])):
        got = there_and_back(value)
        assert isinstance(got, tf.Tensor)
        np.testing.assert_array_equal(got, [1.5, 2])


def test_subclasses_cross_as_plain_values():
    class Evil(int):
        def __eq__(self, other):
            return True

        __hash__ = int.__hash__

    class EvilText(str):
        def __eq__(self, other):
            return True

        __hash__ = str.__hash__

    class EvilArray(np.ndarray):
        def __eq__(self, other):
            return np.True_

    class EvilDict(dict):
        def items(self):
            raise RuntimeError

    assert type(there_and_back(Evil(7))) is int
    assert type(there_and_back(EvilText("b"))) is str
    assert type(there_and_back(np.arange(3).view(EvilArray))) is np.ndarray
    assert there_and_back(EvilDict(a=1)) == {"a": 1}


def test_a_compiled_and_trained_model_crosses_with_weights_and_the_state_of_its_optimizer():
    model = keras.Sequential(
        [
            layers.Input((5, 3)),
            layers.LSTM(4, return_sequences=True),
            layers.Dropout(0.1),
            layers.GRU(2),
            layers.Dense(1),
        ]
    )
    model.compile(keras.optimizers.Adam(0.01), "mae", metrics=["mse"])
    x = np.random.default_rng(0).normal(size=(8, 5, 3)).astype("float32")
    history = model.fit(x, x[:, 0, :1], epochs=2, verbose=0)
    got = there_and_back({"model": model, "history": history})
    np.testing.assert_allclose(got["model"](x), model(x), atol=1e-6)
    assert float(got["model"].optimizer.learning_rate) == pytest.approx(0.01)
    assert int(got["model"].optimizer.iterations) == 2
    assert float(got["model"].compute_loss(x=None, y=np.ones((2, 1)), y_pred=np.zeros((2, 1)))) == 1
    assert got["history"].history == history.history


def test_functional_models_and_cells_cross():
    inputs = keras.Input((None, 3))
    states = layers.LSTM(4, return_sequences=True, return_state=True)(inputs)
    model = keras.Model(inputs, states)
    x = np.ones((2, 6, 3), "float32")
    for got, want in zip(there_and_back(model)(x), model(x), strict=True):
        np.testing.assert_allclose(got, want, atol=1e-6)
    cell = layers.GRUCell(3)
    assert there_and_back([cell])[0].units == 3
    cell.build((None, 2))
    np.testing.assert_array_equal(there_and_back(cell).get_weights()[0], cell.get_weights()[0])


def test_what_is_not_plain_stays_where_it_is():
    kept = []

    def keep(value):
        kept.append(value)
        return len(kept) - 1

    model = keras.Sequential([layers.Input((3,)), layers.Lambda(lambda x: x * 2)])
    other = keras.Sequential([layers.Input((3,)), layers.Dense(2, activation=lambda x: x * 2)])
    blob = wire.encode([print, model, other], keep)
    kinds = ["builtin_function_or_method", "Sequential", "Sequential"]
    assert wire.decode(blob, lambda number, kind: (number, kind)) == list(enumerate(kinds))
    assert kept == [print, model, other]
    with pytest.raises(wire.WireError, match="cannot cross"):
        wire.encode(model)
    with pytest.raises(wire.WireError, match="cannot cross"):
        wire.encode(np.array([print], dtype=object))


def forged(header, *buffers):
    text = json.dumps(header).encode()
    framed = b"".join(struct.pack(">Q", len(buffer)) + buffer for buffer in buffers)
    return wire.MAGIC + struct.pack(">II", len(text), len(buffers)) + text + framed


def layer(config):
    parts = {"config": config, "build": None, "weights": None}

    def node(value):
        if isinstance(value, dict):
            return {"dict": [[key, node(part)] for key, part in value.items()]}
        return {"list": [node(part) for part in value]} if isinstance(value, list) else value

    return forged({"layer": node(parts)})


@pytest.mark.parametrize(
    "blob",
    [
        b"",
        b"rnn1",
        b"\x80\x04pickle",
        wire.MAGIC + struct.pack(">II", 2**31, 0),
        wire.MAGIC + struct.pack(">II", 2, 2**31) + b"{}",
        forged({"array": ["|O", [1], 0]}, b"12345678"),
        forged({"array": ["<f8", [10**12], 0]}, b"12345678"),
        forged({"array": ["<f8", [-1, -1], 0]}, b"12345678"),
        forged({"array": ["<f8", [1], 7]}, b"12345678"),
        forged({"unheard": 1}),
        forged({"a": 1, "b": 2}),
        forged({"remote": [0, "x"]}),
        forged({"int": "9" * 5000 + "x"}),
        wire.MAGIC + struct.pack(">II", 60_000, 0) + b'{"list":[' * 6000 + b"1",
        layer({"module": "os", "class_name": "system", "config": {"command": "true"}, "registered_name": None}),
        layer({"module": "keras.layers", "class_name": "Lambda", "config": {"function": "x"}, "registered_name": None}),
        layer({"module": "builtins", "class_name": "eval", "config": "1", "registered_name": "eval"}),
        layer({"module": "keras.layers", "class_name": "Dense", "config": {"units": 1, "activation": {
            "module": "builtins", "class_name": "function", "config": "eval", "registered_name": "function"}},
            "registered_name": None}),
    ],
)  # fmt: skip
def test_forged_bytes_are_refused(blob):
    with pytest.raises(wire.WireError):
        wire.decode(blob)


def test_a_layer_takes_nothing_that_stays_on_the_other_side():
    config = {"module": "keras.layers", "class_name": "Activation", "registered_name": None}
    config = {"dict": [*map(list, config.items()), ["config", {"dict": [["activation", {"remote": [0, "f"]}]]}]]}
    parts = {"dict": [["config", config], ["build", None], ["weights", None]]}
    blob = forged({"layer": [parts, None]})
    with pytest.raises(wire.WireError, match="remote"):
        wire.decode(blob, lambda number, kind: lambda x: 7)


def test_cut_and_changed_bytes_are_refused_or_give_a_plain_value():
    blob = wire.encode({"a": np.arange(5.0), "b": [1, "two", None]})
    rng = np.random.default_rng(0)
    for _ in range(300):
        damaged = bytearray(blob[: rng.integers(1, len(blob) + 1)])
        for place in rng.integers(0, len(damaged), size=rng.integers(0, 4)):
            damaged[place] = rng.integers(0, 256)
        try:
            got = wire.decode(bytes(damaged))
        except wire.WireError:
            continue
        assert got is None or isinstance(got, bool | int | float | str | bytes | list | dict | tuple | set | np.ndarray)

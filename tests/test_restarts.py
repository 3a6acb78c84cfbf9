"""Many starts trained side by side end where ``fit`` brings each of them alone."""

import keras
import numpy as np
import pytest
from keras import layers

from rnncourse import restarts

rng = np.random.default_rng(0)
X, X_NEW = rng.normal(size=(20, 4, 2)).astype("float32"), rng.normal(size=(7, 4, 2)).astype("float32")
Y, Y_NEW = X[:, :, 0].sum(axis=1), X_NEW[:, :, 0].sum(axis=1)


def build(units=2, extra=()):
    return keras.Sequential([layers.Input((4, 2)), layers.LSTM(units, unroll=True), layers.Dense(1), *extra])


def weights(models):
    return [np.concatenate([weight.ravel() for weight in model.get_weights()]) for model in models]


def by_fit(model, **settings):
    model.compile(loss="mean_absolute_error", optimizer=keras.optimizers.Adam(settings.pop("learning_rate", 0.001)))
    return model.fit(X, Y, validation_data=(X_NEW, Y_NEW), shuffle=False, verbose=0, **settings).history["val_loss"]


def test_each_seed_has_weights_of_its_own_and_always_the_same():
    first, again = weights(restarts.draw(build, range(3))), weights(restarts.draw(build, range(3)))
    np.testing.assert_array_equal(first, again)
    assert min(np.abs(first[i] - first[j]).max() for i in range(3) for j in range(i)) > 0.1


@pytest.mark.parametrize("settings", [{}, {"batch_size": 8}, {"learning_rate": 0.05}])
def test_each_model_ends_where_fit_alone_would_bring_it(settings):
    together, alone = restarts.draw(build, (3, 1, 2)), restarts.draw(build, (3, 1, 2))
    losses = restarts.fit(together, X, Y, (X_NEW, Y_NEW), epochs=4, shuffle=False, **settings)
    assert losses.shape == (4, 3)
    wanted = np.transpose([by_fit(model, epochs=4, **settings) for model in alone])
    np.testing.assert_allclose(losses, wanted, atol=1e-5)
    np.testing.assert_allclose(weights(together), weights(alone), atol=1e-5)
    assert np.abs(np.array(weights(together)) - weights(restarts.draw(build, (3, 1, 2)))).max() > 1e-3


def test_a_model_is_not_changed_by_its_neighbors():
    settings = {"epochs": 3, "shuffle": False, "batch_size": 8}
    alone, beside = restarts.draw(build, (5,)), restarts.draw(build, (5, 6, 7))
    restarts.fit(alone, X, Y, (X_NEW, Y_NEW), **settings)
    restarts.fit(beside, X, Y, (X_NEW, Y_NEW), **settings)
    np.testing.assert_allclose(weights(alone)[0], weights(beside)[0], atol=1e-6)


def test_shuffled_batches_are_drawn_anew_for_each_model_and_settled_by_the_seed():
    def trained(**settings):
        models = restarts.draw(build, (5, 5))  # equal weights: what differs afterward comes from the order
        restarts.fit(models, X, Y, (X_NEW, Y_NEW), epochs=3, batch_size=4, **settings)
        return weights(models)

    first, again, other = trained(seed=1), trained(seed=1), trained(seed=2)
    np.testing.assert_array_equal(first, again)
    assert np.abs(first[0] - other[0]).max() > 1e-5
    assert np.abs(first[0] - first[1]).max() > 1e-5
    same = trained(shuffle=False)
    np.testing.assert_array_equal(same[0], same[1])


def test_another_loss_and_several_outputs():
    targets, new = np.stack([Y, -Y], axis=1), np.stack([Y_NEW, -Y_NEW], axis=1)
    models = restarts.draw(lambda: keras.Sequential([layers.Input((4, 2)), layers.Flatten(), layers.Dense(2)]), (0,))
    losses = restarts.fit(models, X, targets, (X_NEW, new), epochs=1, loss=keras.losses.mean_squared_error)
    np.testing.assert_allclose(losses[0, 0], np.mean((models[0].predict(X_NEW, verbose=0) - new) ** 2), rtol=1e-5)


@pytest.mark.parametrize(
    ("models", "words"),
    [
        (lambda: [build(2), build(3)], "one architecture"),
        (lambda: [build(2, [layers.BatchNormalization()])], "batch normalization"),
    ],
)
def test_models_that_cannot_be_stacked_are_refused(models, words):
    with pytest.raises(ValueError, match=words):
        restarts.fit(models(), X, Y, (X_NEW, Y_NEW), epochs=1)

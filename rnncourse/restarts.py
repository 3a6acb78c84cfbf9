"""Train many random starts of one small model side by side, just as ``fit`` would train each of them.

The result of a single start may be luck, so a comparison needs several. Ten calls of ``fit`` take minutes, although a
model of a dozen weights needs hardly any arithmetic: the time goes into what Keras does around each batch. Here the
weights of all starts are stacked, with the start as the first axis, and one update moves them all.
"""

from collections.abc import Callable, Iterable, Sequence

import keras
import numpy as np
import tensorflow as tf
from tqdm.auto import tqdm

Loss = Callable[[tf.Tensor, tf.Tensor], tf.Tensor]


def draw(build: Callable[[], keras.Model], seeds: Iterable[int]) -> list[keras.Model]:
    """Build one model per random seed: the same architecture, with other initial weights.

    Parameters
    ----------
    build : makes a new model at each call. In a recurrent layer, ``unroll=True`` makes the training below faster.
    seeds : whole numbers; the same seed gives the same initial weights.
    """
    models = []
    for seed in seeds:
        keras.utils.set_random_seed(seed)
        models.append(build())
    return models


def fit(
    models: Sequence[keras.Model],
    x: np.ndarray,
    y: np.ndarray,
    validation_data: tuple[np.ndarray, np.ndarray],
    epochs: int,
    *,
    batch_size: int = 32,
    learning_rate: float = 0.001,
    loss: Loss = keras.losses.mean_absolute_error,
    shuffle: bool = True,
    seed: int = 0,
) -> np.ndarray:
    """Train all models with Adam on the same data, each in batches of its own random order, and give their losses.

    The models keep the weights that they end with. Without ``shuffle``, the result is that of
    ``model.fit(x, y, shuffle=False, …)`` for each model; with it, only the random orders differ.

    Parameters
    ----------
    models : of one architecture, as ``draw`` makes them, without layers that act differently in training (dropout) or
        that keep a state of their own (batch normalization).
    x : inputs of shape (samples, …), as the models take them.
    y : targets of shape (samples,) or (samples, outputs).
    validation_data : inputs and targets like ``x`` and ``y``.
    loss : of targets and predictions, both of shape (batch, outputs); gives the shape (batch,).
    seed : settles the random orders of the samples.

    Returns
    -------
    losses : the validation loss of each model after each epoch, shape (epochs, models).

    Raises
    ------
    ValueError : the models are not of one architecture, or have weights that training does not move.
    """
    model, weights = models[0], _stacked(models)
    optimizer = keras.optimizers.Adam(learning_rate)
    optimizer.build(weights)
    (x, y), held = (_tensors(*pair) for pair in ((x, y), validation_data))

    def losses(x: tf.Tensor, y: tf.Tensor) -> tf.Tensor:
        """Give the loss of each model on samples of its own: x (models, samples, …), y (models, samples, outputs)."""

        def of_one(case: tuple) -> tf.Tensor:
            own_weights, x, y = case
            outputs, _ = model.stateless_call(own_weights, model.non_trainable_variables, x)
            return tf.reduce_mean(loss(y, outputs))

        return tf.vectorized_map(of_one, (list(weights), x, y))

    @tf.function(reduce_retracing=True)
    def update(samples: tf.Tensor) -> None:
        with tf.GradientTape() as tape:
            # The weights of a model have an influence on its own loss alone, so the sum keeps the gradients apart.
            total = tf.reduce_sum(losses(tf.gather(x, samples), tf.gather(y, samples)))
        optimizer.apply_gradients(zip(tape.gradient(total, weights), weights, strict=True))

    @tf.function
    def validate() -> tf.Tensor:
        return losses(*(tf.repeat(part[None], len(models), axis=0) for part in held))

    rng, measured = np.random.default_rng(seed), []
    order = np.tile(np.arange(len(x)), (len(models), 1))
    for _ in tqdm(range(epochs), leave=False):
        if shuffle:
            order = rng.permuted(order, axis=1)
        for start in range(0, len(x), batch_size):
            update(tf.constant(order[:, start : start + batch_size]))
        measured.append(validate().numpy())
    _hand_back(weights, models)
    return np.array(measured)


def _stacked(models: Sequence[keras.Model]) -> list[tf.Variable]:
    """Give each kind of weight as one variable of shape (models, …)."""
    shapes = {tuple(tuple(weight.shape) for weight in model.trainable_weights) for model in models}
    if len(shapes) != 1:
        raise ValueError(f"All models need one architecture. The shapes of their weights are {sorted(shapes)}.")
    if any(model.non_trainable_weights for model in models):
        raise ValueError("The models have weights that training does not move, such as those of batch normalization.")
    kinds = zip(*(model.trainable_weights for model in models), strict=True)
    return [tf.Variable(np.stack([weight.numpy() for weight in kind])) for kind in kinds]


def _hand_back(weights: list[tf.Variable], models: Sequence[keras.Model]) -> None:
    for kind, stacked in enumerate(weights):
        for model, own in zip(models, stacked.numpy(), strict=True):
            model.trainable_weights[kind].assign(own)


def _tensors(x: np.ndarray, y: np.ndarray) -> tuple[tf.Tensor, tf.Tensor]:
    y = np.asarray(y, "float32")
    return tf.constant(np.asarray(x, "float32")), tf.constant(y.reshape(len(y), -1))

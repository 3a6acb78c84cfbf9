"""Run code beside a notebook, inside its kernel, so that the cells after it give what they give without it."""

import copy
import linecache
import random
import sys
from collections.abc import Callable


def run(name: str, code: str, namespace: dict[str, object]) -> None:
    """Run code in a copy of a namespace; the names that it sets and the random numbers that it draws do not show.

    What a name stands for is no copy: code that changes an array or trains a model of the notebook does show.

    Parameters
    ----------
    name : what stands for a file name in tracebacks.
    """
    linecache.cache[name] = (len(code), None, code.splitlines(keepends=True), name)  # for tracebacks and tf.function
    put_back = [_random_state(), _keras_state() if "keras" in sys.modules else lambda: None]
    exec(compile(code, name, "exec"), dict(namespace))
    for restore in put_back:
        restore()


def _random_state() -> Callable[[], None]:
    """Give what puts back the generators of Python and NumPy."""
    import numpy as np

    python, numpy = random.getstate(), np.random.get_state()

    def restore() -> None:
        random.setstate(python)
        np.random.set_state(numpy)

    return restore


def _keras_state() -> Callable[[], None]:
    """Give what puts back the generators of Keras and TensorFlow, and the numbers in Keras' names of layers."""
    from keras.src.backend.common import global_state
    from tensorflow.python.eager.context import context

    kept = {key: copy.copy(value) for key, value in vars(global_state.GLOBAL_STATE_TRACKER).items()}
    generator, seed = kept.get("global_seed_generator"), context()._seed
    drawn = generator.state.numpy() if generator else None
    tensorflow = context()._rng.getstate() if seed is not None else None

    def restore() -> None:
        state = vars(global_state.GLOBAL_STATE_TRACKER)  # clear_session makes a new one
        state.clear()
        state.update(kept)
        if generator:
            generator.state.assign(drawn)
        context()._seed = seed
        if seed is not None:
            context()._rng.setstate(tensorflow)

    return restore

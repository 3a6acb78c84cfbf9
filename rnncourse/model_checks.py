"""What a test cell asks of a student's model, however it was built: sequential, functional, nested or a class.

A model of a student's own class has no ``input_shape``, and no weights until it was called; one that cannot cross to
the judge is asked where it lives.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from rnncourse.checks import CheckFailed, expect


def layers_of(model: Any) -> list[Any]:
    """Give the layers of a model in order, with those of the models in it."""
    found = []
    for layer in model.layers:
        inner = getattr(layer, "layers", None)
        found += [layer] if inner is None else layers_of(layer)
    return found


def input_shape_of(model: Any) -> Any:
    """Give the shape of a model's input, None for what may be of any size; None for a model that does not say."""
    try:
        return model.input_shape
    except Exception:  # a model of the student's own class has none, and raises what its Keras raises
        return None


def expect_model(model: Any, what: str = "the function") -> None:
    """Fail the check unless ``model`` is a Keras model or layer."""
    expect(model is not None, f"{what} gives None. Does it end with `return`?")
    expect(hasattr(model, "get_weights"), f"{what} gives a {type(model).__name__}, wanted a Keras model.")


def expect_trainable(model: Any, what: str = "the model") -> None:
    """Fail the check unless training changes all weights of a model, which has been called."""
    learning, held = len(model.trainable_weights), len(model.get_weights())
    expect(learning == held, f"{what} has {held} arrays of weights, and training changes only {learning}.")


def fill(
    model: Any, inputs: Any, weights: Sequence[np.ndarray], what: str = "the model", is_frozen: bool = False
) -> Any:
    """Call a model once, set its weights, and give it.

    Parameters
    ----------
    inputs : what the model is called with.
    weights : arrays, in the order of the layers. A model of a student's own class may have its layers in another one.
    is_frozen : whether some of them may be left out of training.

    Raises
    ------
    CheckFailed : it is no model, its weights have other shapes, or training would leave some of them out.
    """
    expect_model(model, what)
    model(inputs)
    got, want = ([tuple(np.shape(array)) for array in arrays] for arrays in (model.get_weights(), weights))
    left, order = list(enumerate(want)), []
    for shape in got:
        match = next((pair for pair in left if pair[1] == shape), None)
        if match is None:
            break
        left.remove(match)
        order.append(match[0])
    if left or len(order) != len(got):
        raise CheckFailed(f"{what} has weights of the shapes {_listed(got)}, wanted {_listed(want)}.")
    if not is_frozen:
        expect_trainable(model, what)
    model.set_weights([weights[place] for place in order])
    return model


def expect_optimizer(model: Any, want: Any, what: str = "the optimizer") -> None:
    """Fail the check unless a compiled model has an optimizer of the kind and with the settings of ``want``.

    In mixed precision Keras wraps the optimizer; what is inside counts.
    """
    got = getattr(model, "optimizer", None)
    expect(got is not None, "the model is not compiled.")
    got = getattr(got, "inner_optimizer", got)
    kind = type(want).__name__
    expect(type(got).__name__ == kind, f"{what} is {type(got).__name__}, wanted {kind}.")
    settings, wanted = got.get_config(), want.get_config()
    for name in wanted.keys() - {"name"}:
        one, other = settings.get(name), wanted[name]
        is_close = isinstance(one, int | float) and isinstance(other, int | float) and np.isclose(one, other, rtol=1e-5)
        expect(bool(is_close) or one == other, f"{what} has {name}={one}, wanted {other}.")


def expect_fresh(first: Any, second: Any, inputs: Any) -> None:
    """Fail the check unless two models, made by the same call, have weights of their own, drawn anew.

    Both must be where they live: see :func:`rnncourse.checks.where_it_lives`.
    """
    for model in (first, second):
        expect_model(model)
        model(inputs)
    before = [np.asarray(array) for array in second.get_weights()]
    own = [np.asarray(array) for array in first.get_weights()]
    expect(len(own) == len(before), "two calls with the same arguments give different networks.")
    is_drawn = any(np.abs(one - other).max() > 1e-6 for one, other in zip(own, before, strict=True) if one.size > 1)
    expect(is_drawn, "two calls give the same weights: each network starts from weights of its own.")
    first.set_weights([array + 1 for array in own])
    after = [np.asarray(array) for array in second.get_weights()]
    is_kept = all(np.array_equal(one, other) for one, other in zip(before, after, strict=True))
    expect(is_kept, "two calls give one network: what trains one changes the other.")


def _listed(shapes: list[tuple[int, ...]]) -> str:
    return ", ".join(map(str, shapes)) or "none"

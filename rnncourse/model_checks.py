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


def fill(model: Any, inputs: Any, weights: Sequence[np.ndarray], what: str = "the model") -> Any:
    """Call a model once, set its weights, and give it.

    Parameters
    ----------
    inputs : what the model is called with.
    weights : arrays, in the order of the layers. A model of a student's own class may have its layers in another one.

    Raises
    ------
    CheckFailed : it is no model, or its weights have other shapes.
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
    model.set_weights([weights[place] for place in order])
    return model


def _listed(shapes: list[tuple[int, ...]]) -> str:
    return ", ".join(map(str, shapes)) or "none"

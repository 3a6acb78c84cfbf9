"""Keras models, layers and cells as plain values: configuration, weights, and what ``compile`` was given."""

from functools import cache
from importlib import import_module
from types import FunctionType
from typing import Any

import keras
import numpy as np

# Where Keras has its classes. Those of them that compute what their configuration says, and run no code of it as a
# Lambda would, may cross: by the exact name that each has in its module.
_MODULES = ("keras", "keras.layers", "keras.models", "keras.initializers", "keras.regularizers", "keras.constraints",
            "keras.losses", "keras.metrics", "keras.optimizers", "keras.optimizers.schedules",
            "keras.src.models.functional", "keras.src.models.sequential",
            "keras.src.ops.numpy", "keras.src.ops.core", "keras.src.ops.nn")  # fmt: skip
_BASES = (keras.Operation, keras.Initializer, keras.Regularizer, keras.constraints.Constraint, keras.Loss, keras.Metric,
          keras.Optimizer, keras.optimizers.schedules.LearningRateSchedule, keras.DTypePolicy)  # fmt: skip
_REFUSED = {"Lambda", "TorchModuleWrapper", "TFSMLayer", "JaxLayer", "FlaxLayer"}
_PLAIN = ("__tensor__", "__numpy__", "__keras_tensor__", "__tuple__", "__ellipsis__", "__typespec__")


class CannotCross(Exception):
    """The model or layer is made of parts that cannot be rebuilt on the other side."""


def take_apart(layer: keras.layers.Layer) -> dict[str, Any]:
    """Give the parts of a model, layer or cell, as plain values.

    Raises
    ------
    CannotCross : it holds a layer of the student's own, or one that runs code.
    """
    for part in layer._flatten_layers():
        for value in vars(part).values():
            # Keras writes no more than the name of a function: the student's own `softmax` would become Keras'.
            if isinstance(value, FunctionType) and not value.__module__.startswith("keras."):
                raise CannotCross(f"A {type(part).__name__} with a function that is not Keras' own cannot cross.")
    try:
        config = keras.saving.serialize_keras_object(layer)
        _check(config)
        parts = {"config": config, "build": layer.get_build_config() if layer.built else None}
        parts["weights"] = [np.asarray(weight) for weight in layer.weights] if layer.built else None
        if isinstance(layer, keras.Model) and layer.compiled:
            parts["compile"] = layer.get_compile_config()
            _check(parts["compile"])
            parts["optimizer"] = [np.asarray(v) for v in layer.optimizer.variables] if layer.optimizer.built else None
    except CannotCross:
        raise
    except Exception as error:
        raise CannotCross(f"{type(layer).__name__} cannot be described: {error}") from error
    return parts


def put_together(parts: dict[str, Any]) -> keras.layers.Layer:
    """Rebuild what ``take_apart`` described; its weights and its optimizer's state are equal.

    Raises
    ------
    ValueError : the description is not one that ``take_apart`` gives.
    """
    try:
        _check(parts["config"])
        _check(parts.get("compile"))
        layer = keras.saving.deserialize_keras_object(parts["config"], safe_mode=True)
        if parts["weights"] is not None:
            if not layer.built:
                layer.build_from_config(parts["build"])
            weights = list(layer.weights)
            if len(weights) != len(parts["weights"]):
                raise ValueError("the number of weights differs")
            for variable, value in zip(weights, parts["weights"], strict=True):
                variable.assign(value)
        if parts.get("compile"):
            layer.compile_from_config(parts["compile"])
            if parts["optimizer"]:
                layer.optimizer.build(layer.trainable_variables)
                for variable, value in zip(layer.optimizer.variables, parts["optimizer"], strict=True):
                    variable.assign(value)
    except Exception as error:
        raise ValueError(f"the model cannot be rebuilt: {error}") from error
    if not isinstance(layer, keras.layers.Layer):
        raise ValueError("this is no layer")
    return layer


@cache
def _classes() -> frozenset[tuple[str, str]]:
    """The classes that may cross, each as its module and its name there."""
    return frozenset(
        (module, name)
        for module in _MODULES
        for name, value in vars(import_module(module)).items()
        if isinstance(value, type) and issubclass(value, _BASES) and value.__module__.startswith("keras.src.")
        if name not in _REFUSED
    )


def _check(config: Any) -> None:
    """Raise CannotCross for a class that is not Keras' own or that runs code, anywhere in a configuration."""
    if isinstance(config, dict):
        if "class_name" in config and "config" in config:
            name, module = config["class_name"], config.get("module", "keras")
            is_own = isinstance(module, str) and isinstance(name, str) and (module, name) in _classes()
            if not (is_own and config.get("registered_name") in (None, name)) and name not in _PLAIN:
                raise CannotCross(f"{module}.{name} cannot cross.")
        for part in config.values():
            _check(part)
    elif isinstance(config, list | tuple):
        for part in config:
            _check(part)

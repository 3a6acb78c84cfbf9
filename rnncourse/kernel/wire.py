"""Plain values as bytes, across the border between a student's kernel and the judge.

Nothing is ever unpickled or imported by name from what comes in: a blob is a magic word, a JSON header of limited size
and raw buffers, and only the kinds listed here can be made from it. Keras models and layers cross as configuration and
weights, limited to layers of Keras itself that run no code from their configuration.

A value of another kind, such as a function, stays where it is; ``keep`` gives it a number, and what arrives is what
``remote`` makes of that number.
"""

import json
import struct
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

MAGIC = b"rnn1"
LARGEST_BLOB = 512 * 2**20  # bytes
LARGEST_HEADER = 64 * 2**20
DEEPEST = 40  # levels of nested containers
_ARRAY_KINDS = "biufcSU"

Keep = Callable[[Any], int]
Remote = Callable[[int, str], Any]


class WireError(Exception):
    """What came over the border is not a plain value; the message says what is wrong with it."""


def encode(value: Any, keep: Keep | None = None, copy_layers: bool = True) -> bytes:
    """Give the bytes of a value.

    Parameters
    ----------
    keep : gives a number to a value of another kind, which stays on this side; without it such a value is an error.
    copy_layers : let Keras models and layers cross; if not, they are values of another kind too.

    Raises
    ------
    WireError : the value cannot cross.
    """
    buffers: list[bytes] = []
    header = json.dumps(_encode(value, buffers, keep, 0, copy_layers)).encode()
    blob = b"".join([MAGIC, struct.pack(">II", len(header), len(buffers)), header, *_framed(buffers)])
    if len(header) > LARGEST_HEADER or len(blob) > LARGEST_BLOB:
        raise WireError(f"The value is too large: {len(blob):,} bytes.")
    return blob


def decode(blob: bytes, remote: Remote | None = None) -> Any:
    """Give the value of bytes that ``encode`` made, or that somebody forged.

    Raises
    ------
    WireError : the bytes are not what ``encode`` makes.
    """
    if len(blob) > LARGEST_BLOB or blob[:4] != MAGIC:
        raise WireError("This is not a value, or it is too large.")
    try:
        size, count = struct.unpack(">II", blob[4:12])
        if size > LARGEST_HEADER or count > len(blob):
            raise WireError("The header is too large.")
        header = json.loads(blob[12 : 12 + size])
        buffers, place = [], 12 + size
        for _ in range(count):
            (length,) = struct.unpack(">Q", blob[place : place + 8])
            buffers.append(blob[place + 8 : place + 8 + length])
            if len(buffers[-1]) != length:
                raise WireError("The value is cut short.")
            place += 8 + length
        return _decode(header, buffers, remote, 0)
    except (struct.error, ValueError, KeyError, TypeError, IndexError, RecursionError, AttributeError) as error:
        raise WireError(f"This is not a value: {error}") from error


def _framed(buffers: list[bytes]) -> list[bytes]:
    return [part for buffer in buffers for part in (struct.pack(">Q", len(buffer)), buffer)]


def _encode(value: Any, buffers: list[bytes], keep: Keep | None, depth: int, copy_layers: bool = True) -> Any:
    if depth > DEEPEST:
        raise WireError("The value is nested too deep.")

    def inner(part: Any) -> Any:
        return _encode(part, buffers, keep, depth + 1, copy_layers)

    # Exact types of Python first; a subclass crosses as the plain type, without what it overrides.
    if value is None or isinstance(value, bool):
        return value if value is None else bool(value)
    if isinstance(value, np.generic):
        return {"scalar": _array(np.asarray(value), buffers)}
    if isinstance(value, int):
        return {"int": str(int(value))} if abs(int(value)) > 2**53 else int(value)
    if isinstance(value, float):
        return {"float": repr(float.__float__(value))}
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, complex):
        return {"complex": [repr(value.real), repr(value.imag)]}
    if isinstance(value, bytes):
        buffers.append(bytes(value))
        return {"bytes": len(buffers) - 1}
    for kind, name in ((list, "list"), (tuple, "tuple"), (set, "set"), (frozenset, "set"), (range, "list")):
        if isinstance(value, kind):
            return {name: [inner(part) for part in kind.__iter__(value)]}
    if isinstance(value, dict):
        return {"dict": [[inner(key), inner(part)] for key, part in dict.items(value)]}
    if isinstance(value, np.ndarray) and value.dtype.kind in _ARRAY_KINDS:
        return {"array": _array(np.asarray(value), buffers)}
    return _encode_framework(value, buffers, inner, keep, copy_layers)


def _encode_framework(
    value: Any, buffers: list[bytes], inner: Callable[[Any], Any], keep: Keep | None, copy_layers: bool
) -> Any:
    """Encode tensors, variables, models, layers and histories; where there is one, its module is loaded."""
    keras, tf = sys.modules.get("keras"), sys.modules.get("tensorflow")
    if keras and tf:
        if isinstance(value, tf.Tensor | tf.Variable | keras.Variable):
            array = np.asarray(value)
            array = array.astype("float16") if array.dtype.name == "bfloat16" else array
            if array.dtype.kind in _ARRAY_KINDS:
                return {"tensor": _array(array, buffers)}
        if isinstance(value, keras.callbacks.History):
            return {"history": inner({"history": value.history, "epoch": value.epoch, "params": value.params})}
        if isinstance(value, keras.layers.Layer) and copy_layers:
            from rnncourse.kernel import wire_keras

            try:
                parts = _encode(wire_keras.take_apart(value), buffers, None, 0)
                return {"layer": [parts, _place(value, keep)]}
            except (wire_keras.CannotCross, WireError) as error:
                if keep is None:
                    raise WireError(str(error)) from error
    if keep is None:
        raise WireError(f"A {type(value).__name__} cannot cross.")
    return {"remote": [keep(value), type(value).__name__]}


def _place(value: Any, keep: Keep | None) -> list[Any] | None:
    """Say where a value that crosses stays too; None on the side that keeps nothing of its own."""
    try:
        return None if keep is None else [keep(value), type(value).__name__]
    except WireError:
        return None


def _array(array: np.ndarray, buffers: list[bytes]) -> Any:
    buffers.append(np.ascontiguousarray(array).tobytes())
    return [array.dtype.str, list(array.shape), len(buffers) - 1]


def _decode(node: Any, buffers: list[bytes], remote: Remote | None, depth: int) -> Any:
    if depth > DEEPEST:
        raise WireError("The value is nested too deep.")
    if node is None or isinstance(node, bool | int | str):
        return node
    ((kind, content),) = node.items()

    def inner(part: Any) -> Any:
        return _decode(part, buffers, remote, depth + 1)

    match kind:
        case "int":
            if len(content) > 4000:
                raise WireError("The number is too long.")
            return int(content)
        case "float":
            return float(content)
        case "complex":
            return complex(*map(float, content))
        case "bytes":
            return buffers[content]
        case "list":
            return [inner(part) for part in content]
        case "tuple":
            return tuple(inner(part) for part in content)
        case "set":
            return {inner(part) for part in content}
        case "dict":
            return {inner(key): inner(part) for key, part in content}
        case "array":
            return _to_array(content, buffers)
        case "scalar":
            return _to_array(content, buffers)[()]
        case "tensor":
            import tensorflow as tf

            return tf.constant(_to_array(content, buffers))
        case "history":
            return _history(inner(content))
        case "layer":
            from rnncourse.kernel import wire_keras

            parts, place = content if isinstance(content, list) else (content, None)
            try:
                # plain values only: Keras would call what stays on the other side
                return wire_keras.put_together(_decode(parts, buffers, None, depth + 1))
            except ValueError:
                if remote is None or place is None:
                    raise
                return remote(int(place[0]), str(place[1]))  # what cannot be rebuilt can be called where it lives
        case "remote" if remote is not None:
            return remote(int(content[0]), str(content[1]))
    raise WireError(f"Values of kind {kind!r} do not cross.")


def _to_array(content: Any, buffers: list[bytes]) -> np.ndarray:
    dtype = np.dtype(str(content[0]))
    if dtype.kind not in _ARRAY_KINDS or dtype.hasobject:
        raise WireError(f"Arrays of {dtype} do not cross.")
    return np.frombuffer(buffers[content[2]], dtype).reshape([int(size) for size in content[1]]).copy()


def _history(parts: dict[str, Any]) -> Any:
    import keras

    history = keras.callbacks.History()
    history.history, history.epoch = dict(parts["history"]), list(parts["epoch"])
    history.set_params(parts["params"])
    return history

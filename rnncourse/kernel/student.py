"""The student's side of the judge: answers, inside the sandbox, what a test cell asks of the student's work.

The judge asks over a comm of the kernel, one message a question: the value of a name, a call, an attribute. Nothing
here is trusted by the other side: whoever replaces it can only give other values, as a wrong answer would.
"""

import os
import pickle
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import numpy as np

from rnncourse.kernel import wire

TARGET = "rnncourse.judge"


class Answers:
    """What the judge may ask for, in one kernel."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        self.namespace = namespace
        self.kept: list[Any] = []
        self._numbers: dict[int, int] = {}

    def keep(self, value: Any) -> int:
        """Keep a value that cannot cross and give its number; what is kept already has one."""
        number = self._numbers.setdefault(id(value), len(self.kept))
        if number == len(self.kept):
            self.kept.append(value)
        return number

    def answer(self, question: bytes) -> bytes:
        """Give the blob that answers a question; an exception of the student's code is an answer too."""
        try:
            with Path(os.devnull).open("w") as null, redirect_stdout(null), redirect_stderr(null):
                asked = wire.decode(question, remote=lambda number, _: self.kept[number])
                stays = asked.pop("stays") or _is_of_a_model(asked["action"], asked["target"])
                before = _state(asked)
                value = self._do(**asked)
                after = _state(asked)
                changed = [name for name in before if before[name] != after[name]]
                return wire.encode({"value": value, "changed": changed}, self.keep, copy_layers=not stays)
        except KeyboardInterrupt:
            return _failure("TimeoutError", "it ran too long and was stopped. Does it contain a loop that never ends?")
        except BaseException as error:  # SystemExit too: the kernel goes on
            base = next(kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "builtins")
            return _failure(type(error).__name__, str(error), base)

    def _do(self, action: str, target: Any, arguments: list[Any], keywords: dict[str, Any]) -> Any:
        match action:
            case "name":
                if target not in self.namespace:
                    raise NameError(f"name {target!r} is not defined")
                return self.namespace[target]
            case "call":
                return target(*arguments, **keywords)
            case "attribute":
                return getattr(target, arguments[0])
            case "array":
                return np.asarray(target)
            case "list":
                return list(target)
            case "length":
                return len(target)
            case "item":
                return target[arguments[0]]
        raise ValueError(f"nothing is known of {action!r}")


def _is_of_a_model(action: str, target: Any) -> bool:
    """Say whether something of a model or layer that stays here is asked for: `set_weights` on a copy would be lost."""
    owner = getattr(target, "__self__", None) if action == "call" else target
    return action in ("attribute", "item", "call") and hasattr(owner, "get_weights")


def _state(asked: dict[str, Any]) -> dict[str, bytes | None]:
    """Give the state of each argument that a call can change, by its name in a sentence."""
    numbered = {f"argument {number}": value for number, value in enumerate(asked["arguments"], start=1)}
    named = {f"the argument {name}": value for name, value in asked["keywords"].items()}
    kinds = (np.ndarray, list, dict, set)
    return {name: _bytes(value) for name, value in (numbered | named).items() if isinstance(value, kinds)}


def _bytes(value: Any) -> bytes | None:
    try:
        return pickle.dumps(value)  # only to compare: nothing is loaded
    except Exception:  # something of the student's was put into it
        return None


def _failure(kind: str, message: str, base: str = "") -> bytes:
    return wire.encode({"error": [kind[:100], message[:2000], base]})


def serve(shell: Any) -> None:
    """Answer questions in this kernel from now on.

    Parameters
    ----------
    shell : the kernel's IPython shell.
    """
    answers = Answers(shell.user_ns)
    sys.path.append(str(Path.cwd()))  # for modules that were handed in; last, so that they replace no other

    def opened(comm: Any, _: dict[str, Any]) -> None:
        comm.on_msg(_reply(comm, answers.answer))

    shell.kernel.comm_manager.register_target(TARGET, opened)


def _reply(comm: Any, answer: Callable[[bytes], bytes]) -> Callable[[dict[str, Any]], None]:
    def on_question(message: dict[str, Any]) -> None:
        question = b"".join(bytes(buffer) for buffer in message["buffers"])
        comm.send({"question": message["content"]["data"]["question"]}, buffers=[answer(question)])

    return on_question

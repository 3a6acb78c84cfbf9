"""The judge: a trusted process that runs the graded test cells, away from the student's code.

In a test cell a name of the student's is a value that was fetched, or a function that is called, over the kernel's
messages; the hidden tests never enter the student's process. The judge handles data that a student made, so it runs in
a sandbox of its own.

``python judge.py`` reads requests from its standard input and serves each submission in a child, forked from a parent.
With ``--warm`` it imports TensorFlow first, and runs nothing of it. With ``--once`` it serves one submission by itself
and ends: for systems where a process cannot be forked.
"""

import ast
import builtins
import io
import json
import logging
import os
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from typing import Any, BinaryIO

import numpy as np

from rnncourse import checks
from rnncourse.kernel import wire

LARGEST_OUTPUT = 100_000  # characters of a cell's printed output
UNREADABLE = 3  # exit status: an answer ended before it should
Ask = Callable[[bytes], bytes]


# ------------------------------------------------------------------ frames on a pipe


def send(stream: BinaryIO, kind: str, body: bytes = b"") -> None:
    """Write one frame to an unbuffered stream: its kind in four letters, the length of its body, its body."""
    rest = memoryview(kind.encode() + struct.pack(">Q", len(body)) + body)
    while rest:
        rest = rest[stream.write(rest) :]


def receive(stream: BinaryIO) -> tuple[str, bytes]:
    """Read one frame from an unbuffered stream.

    Raises
    ------
    EOFError : the other side is gone, or sends more than it may.
    """
    head = _read(stream, 12)
    (length,) = struct.unpack(">Q", head[4:])
    if length > wire.LARGEST_BLOB:
        raise EOFError("the other side sends too much")
    return head[:4].decode("ascii", "replace"), _read(stream, length)


def _read(stream: BinaryIO, length: int) -> bytes:
    parts = []
    while length:
        parts.append(stream.read(min(length, 2**20)))
        if not parts[-1]:
            raise EOFError("the other side is gone")
        length -= len(parts[-1])
    return b"".join(parts)


# ------------------------------------------------------------------ the student's names in a test cell


class Student:
    """Asks the student's kernel."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def question(
        self,
        action: str,
        target: Any,
        arguments: tuple[Any, ...] = (),
        keywords: dict | None = None,
        stays: bool = False,
    ) -> Any:
        """Ask one thing and give the value, or raise what the student's code raised.

        Parameters
        ----------
        stays : let models and layers stay there, also those that could cross.
        """
        content = {"action": action, "target": target, "arguments": list(arguments), "keywords": keywords or {}}
        blob = self._ask(wire.encode(content | {"stays": stays}, keep=_number_of))
        try:
            answer = wire.decode(blob, lambda number, kind: _remote(self, number, kind))
            if not isinstance(answer, dict) or answer.keys() not in ({"value", "changed"}, {"error"}):
                raise wire.WireError("This is not an answer.")
            checks.changed_arguments.extend(str(name)[:100] for name in list(answer.get("changed", ()))[:10])
            error = answer.get("error")
            if error is not None:
                kind, message, base = map(str, error)
        except (wire.WireError, ValueError, TypeError) as problem:
            raise StudentError(f"What it returns cannot be read: {problem}") from None
        if error is not None:
            raise _exception(kind, message, base)
        return answer["value"]


class StudentError(Exception):
    """Something of the student's failed."""


class NoAnswerError(StudentError):
    """The student's kernel gave no answer; the message says why."""


class Remote:
    """A function or another thing that stays in the student's kernel."""

    def __init__(self, student: Student, number: int, kind: str) -> None:
        self._student, self._number, self._kind = student, number, kind

    _stays = False

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        """Call it there and give what it returns, or raise what it raises."""
        return self._student.question("call", self, arguments, keywords, self._stays)

    def _where_it_lives(self) -> "Remote":
        """Give it so that models and layers that it returns stay there: see ``checks.where_it_lives``."""
        other = _remote(self._student, self._number, self._kind)
        other._stays = True
        return other

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._student.question("attribute", self, (name,))

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> np.ndarray:
        return np.asarray(self._student.question("array", self), dtype)

    def __len__(self) -> int:
        return self._student.question("length", self)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._student.question("list", self))

    def __getitem__(self, key: Any) -> Any:
        return self._student.question("item", self, (key,))

    def __repr__(self) -> str:
        return f"<{self._kind} of the submission>"


def _remote(student: Student, number: int, kind: str) -> Remote:
    """Make a Remote whose class has the name that it has there: tests ask for it."""
    return type(kind if kind.isidentifier() else "Remote", (Remote,), {})(student, number, kind)


def _number_of(value: Any) -> int:
    if isinstance(value, Remote):
        return value._number
    raise wire.WireError(f"A test cell cannot pass a {type(value).__name__} to the student's code.")


def _exception(kind: str, message: str, base: str) -> Exception:
    """Make the student's exception anew, so that a test can catch it by its type, or by Python's own above it."""
    found = getattr(builtins, kind, None)
    if isinstance(found, type) and issubclass(found, Exception):
        try:
            return found(message)
        except TypeError:
            pass
    parent = getattr(builtins, base, None)
    parents = (StudentError, parent) if isinstance(parent, type) and issubclass(parent, Exception) else (StudentError,)
    try:
        return type(kind if kind.isidentifier() else "Exception", parents, {})(message)
    except TypeError:
        return StudentError(message)


class Names(dict):
    """The names of a test cell: its own, Python's, and for any other the student's, each read once."""

    def __init__(self, student: Student) -> None:
        super().__init__(__name__="__main__", __builtins__=builtins)
        self._student = student

    def __missing__(self, name: str) -> Any:
        if hasattr(builtins, name):
            return getattr(builtins, name)
        value = self[name] = self._student.question("name", name)
        return value


# ------------------------------------------------------------------ running a test cell


def run_cell(code: str, ask: Ask) -> dict[str, Any]:
    """Run a test cell and give what it printed, its result, and its error.

    Returns
    -------
    a dictionary of ``text``, ``result`` (a plain float or None) and ``error`` (None, or the name and the message).
    """
    names, printed = Names(Student(ask)), io.StringIO()
    checks.hidden_lines = set(hidden_lines_of(code))
    outcome: dict[str, Any] = {"result": None, "error": None}
    try:
        tree = ast.parse(code)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        with redirect_stdout(printed), redirect_stderr(printed):
            exec(compile(tree, checks.TEST_CELL, "exec"), names)
            if last is not None:
                value = eval(compile(ast.Expression(last.value), checks.TEST_CELL, "eval"), names)
                if isinstance(value, int | float | np.number):
                    outcome["result"] = float(value)
    except Exception as error:
        hidden = ["HiddenTestFailed", "A test that is not shown ended with an error."]
        outcome["error"] = hidden if checks.is_hidden(error) else [type(error).__name__, str(error)[:2000]]
    outcome["text"] = printed.getvalue()[:LARGEST_OUTPUT]
    return outcome


def hidden_lines_of(code: str) -> Iterator[int]:
    """Give the numbers of the lines that nbgrader takes out of a release, with the marks around them."""
    hidden = False
    for number, line in enumerate(code.splitlines(), start=1):
        hidden = hidden or "BEGIN HIDDEN TESTS" in line
        if hidden:
            yield number
        hidden = hidden and "END HIDDEN TESTS" not in line


def serve_submission(requests: BinaryIO, replies: BinaryIO) -> None:
    """Run the test cells of one submission, as they come, until the frame ``done``."""
    np.random.seed()  # the parent's random numbers were inherited

    def ask(question: bytes) -> bytes:
        try:
            send(replies, "ask?", question)
            kind, answer = receive(requests)
        except BaseException:
            os._exit(UNREADABLE)  # what comes next on the pipe would be the student's bytes, read as requests
        if kind != "ans!":
            raise NoAnswerError(answer.decode(errors="replace"))
        return answer

    while True:
        kind, body = receive(requests)
        if kind == "done":
            return
        send(replies, "out!", json.dumps(run_cell(body.decode(), ask)).encode())


def _warm_up(once: bool) -> None:
    """Import, before there are children, what each would import; no operation is run, or it might not fork."""
    import tensorflow  # noqa: F401

    from rnncourse.datasets import mnist

    if not once:
        with suppress(mnist.DataError):  # a test that needs MNIST raises it again
            mnist.load_data()  # most units' tests need it, and to read it anew takes each child a third of a second


def main() -> int | None:
    """Serve submissions one after the other, each in a child of its own, until one ends badly: with its exit status."""
    # Unbuffered: what the parent reads ahead, a child would miss.
    requests, replies = os.fdopen(os.dup(0), "rb", 0), os.fdopen(os.dup(1), "wb", 0)
    os.dup2(2, 1)  # what C++ code prints is no reply
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ["NBGRADER_EXECUTION"] = "autograde"
    os.environ["KERAS_BACKEND"] = "tensorflow"  # whatever the settings of who grades name
    logging.getLogger("tensorflow").setLevel("ERROR")
    once = "--once" in sys.argv
    if "--warm" in sys.argv:
        _warm_up(once)
    send(replies, "redy")
    while True:
        try:
            kind, _ = receive(requests)
        except EOFError:
            return None
        if kind != "subm":
            continue
        if once:
            return serve_submission(requests, replies)
        child = os.fork()
        if child == 0:
            code = 1
            try:
                serve_submission(requests, replies)
                code = 0
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        if status:
            return os.waitstatus_to_exitcode(status)  # it may have left the rest of an answer on the pipe
        send(replies, "over")


if __name__ == "__main__":
    sys.exit(main())

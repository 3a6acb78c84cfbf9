"""The judges that this process keeps: each is a process that runs test cells, warm from one submission to the next."""

import atexit
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from nbclient.exceptions import DeadKernelError

from rnnstaff.running import judge, sandbox

_START = 600  # seconds for its start, which takes three
_GRACE = 5  # seconds after the time of a cell at which a writer that waits is ended


class JudgeError(Exception):
    """The judge stopped or took too long; the message says which."""


class UnreadableError(JudgeError):
    """The judge stopped because it could not read to its end what the submission answered."""


class Hearing:
    """The test cells of one submission: they have a judge as soon as there is one to run, and another if it stops.

    Parameters
    ----------
    shut_in : run the judge in a sandbox, where it serves one submission after the other.
    warm : it needs TensorFlow, so one is wanted that has imported it.
    """

    def __init__(self, shut_in: bool, warm: bool) -> None:
        self._kind = (shut_in, warm)
        self._judge: _Judge | None = None

    def run(self, code: str, ask: Callable[[bytes], bytes], seconds: float) -> dict[str, Any]:
        """Run a test cell and give what :func:`judge.run_cell` gives.

        Parameters
        ----------
        ask : carries a question to the student's kernel and brings the answer.

        Raises
        ------
        JudgeError : it took longer than ``seconds``, or the judge stopped.
        """
        try:
            if self._judge is None:
                judges = _judges()
                if self._kind not in judges:
                    judges[self._kind] = _Judge(*self._kind)
                self._judge = judges[self._kind]
                self._judge.open()
            return self._judge.run(code, ask, seconds)
        except (JudgeError, OSError) as error:
            status = self._drop()
            if status == judge.UNREADABLE:
                raise UnreadableError("The answer of the submission cannot be read to its end.") from error
            raise JudgeError(str(error)) from error

    def close(self) -> None:
        """End it; the judge stays for the next submission."""
        if self._judge is not None:
            try:
                self._judge.close()
            except (JudgeError, OSError):  # outside of the sandbox it has ended, as it serves one submission
                self._drop()

    def _drop(self) -> int | None:
        """End the judge, and give the exit status if it had ended by itself."""
        self._judge = None
        broken = _judges().pop(self._kind, None)
        return broken.kill() if broken else None


class _Judge:
    """The process; in a sandbox it serves one submission after the other."""

    def __init__(self, shut_in: bool, warm: bool) -> None:
        program = Path(judge.__file__)
        command = [sys.executable, "-I", str(program), *["--warm"] * warm]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "bufsize": 0}
        if shut_in:
            with sandbox.shut_in(command, program=program) as arguments:
                self._process = subprocess.Popen(**arguments, **pipes)
        else:
            environment = os.environ | {"CUDA_VISIBLE_DEVICES": ""}
            self._process = subprocess.Popen([*command, "--once"], env=environment, **pipes)
        self._is_gone = False
        self._frames: queue.Queue[tuple[str, bytes]] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self._expect(("redy",), time.monotonic() + _START)

    def open(self) -> None:
        """Begin a submission."""
        judge.send(self._process.stdin, "subm")

    def run(self, code: str, ask: Callable[[bytes], bytes], seconds: float) -> dict[str, Any]:
        """Run a test cell; JudgeError where it took longer than ``seconds``, or the submission's process ended."""
        end = time.monotonic() + seconds
        # A pipe that nobody reads takes no more, and the writer waits.
        watch = threading.Timer(seconds + _GRACE, self._process.kill)
        watch.start()
        try:
            judge.send(self._process.stdin, "cell", code.encode())
            while True:
                kind, body = self._expect(("ask?", "out!"), end)
                if kind == "out!":
                    return json.loads(body)
                try:
                    judge.send(self._process.stdin, "ans!", ask(body))
                except (DeadKernelError, judge.NoAnswerError) as error:
                    judge.send(self._process.stdin, "err!", str(error).encode())
        except OSError:
            raise JudgeError("The judge stopped in this cell.") from None
        finally:
            watch.cancel()

    def close(self) -> None:
        """End a submission."""
        judge.send(self._process.stdin, "done")
        self._expect(("over",), time.monotonic() + 60)

    def kill(self) -> int | None:
        """End the process and all its children, and give the exit status if it had ended by itself."""
        if self._is_gone:  # its output has ended, so it has, or will at once
            with suppress(subprocess.TimeoutExpired):
                return self._process.wait(_GRACE)
        self._process.kill()
        self._process.wait()
        return None

    def _read(self) -> None:
        try:
            while True:
                self._frames.put(judge.receive(self._process.stdout))
        except (EOFError, OSError, ValueError):
            self._frames.put(("gone", b""))

    def _expect(self, kinds: tuple[str, ...], end: float) -> tuple[str, bytes]:
        try:
            kind, body = self._frames.get(timeout=max(0, end - time.monotonic()))
        except queue.Empty:
            raise JudgeError("The test cell took too long.") from None
        self._is_gone = kind == "gone"
        if kind not in kinds:
            raise JudgeError("The judge stopped in this cell.")
        return kind, body


@cache
def _judges() -> dict[tuple[bool, bool], _Judge]:
    """The judges of this process, by whether they are shut in and warm."""
    judges: dict[tuple[bool, bool], _Judge] = {}
    atexit.register(lambda: [one.kill() for one in judges.values()])
    return judges

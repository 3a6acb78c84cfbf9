"""The parents of students' kernels that this process keeps: :mod:`zygote` is what runs in the sandbox."""

import atexit
import base64
import json
import selectors
import signal
import subprocess
import sys
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

import psutil

from rnnstaff import leftovers
from rnnstaff.running import filters, sandbox

COLD = "This system allows no namespaces inside a sandbox: each kernel takes some seconds to start."
_FORBIDDEN = 70  # exit status of what could not go into namespaces
_START = 600  # seconds for its start, which takes three
_PATIENCE = 120  # seconds for an answer that takes one or two


class ZygoteError(Exception):
    """The parent of the kernels does not answer; the message says what it was asked."""


class ForbiddenError(Exception):
    """No namespaces may be made inside a sandbox on this system."""


class Zygote:
    """A sandbox with the parent of the kernels in it.

    Parameters
    ----------
    warm : whether it imports TensorFlow before.
    """

    def __init__(self, warm: bool) -> None:
        self._stack = ExitStack()
        # Each kernel's files and sockets are in a folder of its own, below this one.
        self.folder = self._stack.enter_context(leftovers.folder())
        sandbox.give(self.folder, self.folder)
        program = Path(__file__).with_name("zygote.py")
        command = [sys.executable, "-I", str(program)]
        settings = {
            "private": sandbox.PRIVATE,
            "keys": sandbox.KEYS,
            "exchange": str(self.folder),
            "size": sandbox.DISK,
            "tasks": sandbox.MOST_TASKS,
            "shown": sandbox.shown(),
            "warm": warm,
            "filter": base64.b64encode(filters.program()).decode(),
        }
        self._process = None
        self._replies = selectors.DefaultSelector()
        try:
            with sandbox.shut_in(command, sockets=self.folder, program=program, namespaces=True) as arguments:
                self._process = subprocess.Popen(
                    **arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
                )
            self._replies.register(self._process.stdout, selectors.EVENT_READ)
            self.ask(_START, **settings)
            if self._tries_in_vain():
                raise ForbiddenError
        except BaseException as error:
            self.kill()
            if isinstance(error, OSError | ValueError | LookupError | psutil.Error | subprocess.SubprocessError):
                raise ZygoteError(f"The parent of the kernels did not start: {error}") from error
            raise

    def _tries_in_vain(self) -> bool:
        """Say whether a kernel could not be started."""
        nothing = self.folder / "nothing"
        nothing.mkdir()
        sandbox.give(nothing, self.folder)
        status = Kernel(self, nothing, nothing, None).wait()
        nothing.rmdir()
        if status not in (0, _FORBIDDEN):
            raise ZygoteError(f"The trial of a kernel ended with {status}.")
        return status == _FORBIDDEN

    def ask(self, seconds: float = _PATIENCE, **content: Any) -> dict[str, Any]:
        """Send a request and give the answer."""
        self.send(**content)
        reply = self.reply(seconds)
        if reply is None:
            raise ZygoteError(f"The parent of the kernels does not answer: {', '.join(content)}.")
        return reply

    def send(self, **content: Any) -> None:
        """Send a request."""
        try:
            self._process.stdin.write(json.dumps(content).encode() + b"\n")
        except OSError as error:
            raise ZygoteError(f"The parent of the kernels has ended: {error}") from error

    def reply(self, seconds: float) -> dict[str, Any] | None:
        """Give the next answer, or None if there is none in this time."""
        if not self._replies.select(seconds):
            return None
        line = self._process.stdout.readline()
        if not line:
            raise ZygoteError("The parent of the kernels has ended.")
        return json.loads(line)

    def lives(self) -> bool:
        """Say whether it runs."""
        return self._process.poll() is None

    def number(self) -> int:
        """Give the number of the process, here: of the only one in the sandbox that has children of its own."""
        process = psutil.Process(self._process.pid)
        while not (words := process.cmdline()) or Path(words[0]).name == "bwrap" or not words[-1].endswith("zygote.py"):
            (process,) = process.children()
        return process.pid

    def kill(self) -> None:
        """End it, and with it all that is in the sandbox."""
        if self._process:
            self._process.kill()
            self._process.communicate()
        self._replies.close()
        self._stack.close()


class Kernel:
    """A kernel that a zygote forked: what jupyter_client uses of a ``subprocess.Popen``.

    Parameters
    ----------
    parent : of this kernel alone.
    files, sockets : folders, as for :func:`sandbox.shut_in`.
    arguments : of the kernel, or None to try whether one could be started.
    """

    def __init__(self, parent: Zygote, files: Path, sockets: Path, arguments: list[str] | None) -> None:
        self._parent, self.returncode = parent, None
        try:
            parent.ask(files=str(files), sockets=str(sockets), arguments=arguments)
            self.pid = parent.number()
        except BaseException:
            parent.kill()  # out of step, it would answer the next kernel with this one's words
            raise
        self.stdin = self.stdout = self.stderr = None

    def poll(self) -> int | None:
        """Give the exit status, or None while it runs."""
        if self.returncode is None:
            self._ended(0)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait until nothing is left of it."""
        if self.returncode is None and not self._ended(_PATIENCE if timeout is None else timeout):
            raise subprocess.TimeoutExpired("kernel", timeout or _PATIENCE)
        return self.returncode

    def kill(self) -> None:
        """End it, and all that it started."""
        if self.returncode is None:
            try:
                self._parent.send(kill=True)
                if self._ended(_PATIENCE):
                    return
            except ZygoteError:
                pass
            self._parent.kill()
            self.returncode = -signal.SIGKILL

    terminate = kill

    def send_signal(self, number: int) -> None:
        """End it; an interrupt comes as a message."""
        if number in (signal.SIGKILL, signal.SIGTERM):
            self.kill()

    def _ended(self, seconds: float) -> bool:
        try:
            reply = self._parent.reply(seconds)
        except ZygoteError:
            reply = {"ended": -signal.SIGKILL}
            self._parent.kill()
        if reply:
            self.returncode = reply["ended"]
        return self.returncode is not None


def one(warm: bool) -> Zygote | None:
    """Give the zygote of this process, a new one if it has ended; None where a sandbox may make no namespaces.

    Parameters
    ----------
    warm : whether it has imported TensorFlow.

    Raises
    ------
    ZygoteError : it could not be started.
    """
    zygotes = _zygotes()
    if warm not in zygotes or not (zygotes[warm] is None or zygotes[warm].lives()):
        try:
            zygotes[warm] = Zygote(warm)
        except ForbiddenError:
            zygotes[warm] = None
    return zygotes[warm]


def are_forbidden() -> bool:
    """Say whether this process has found that a sandbox may make no namespaces."""
    return None in _zygotes().values()


@cache
def _zygotes() -> dict[bool, Zygote | None]:
    """The zygotes of this process, by whether they are warm."""
    zygotes: dict[bool, Zygote | None] = {}
    atexit.register(lambda: [zygote.kill() for zygote in zygotes.values() if zygote])
    return zygotes

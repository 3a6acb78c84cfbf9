"""Temporary folders that do not stay when the process that made them is killed: the next one takes them away."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_PREFIX, _LOCK = "rnn-", ".lock"
_LONGEST = 50  # bytes of the system's folder for this: the name of a socket below has at most 107, with two of ours
_SHORT = Path("/tmp")


@contextmanager
def folder(place: Path | None = None) -> Iterator[Path]:
    """Give a temporary folder, and take away those of processes that have ended.

    Parameters
    ----------
    place : where it is made, instead of the system's folder for this, or ``/tmp`` where the name of that is too long.
    """
    above = place or _above()
    _sweep(above)
    while True:
        path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=above))
        lock = os.open(path / _LOCK, os.O_CREAT | os.O_RDWR, 0o600)  # the system frees it, however this process ends
        if sys.platform != "win32":
            fcntl.flock(lock, fcntl.LOCK_EX)
        if path.exists():
            break
        os.close(lock)  # another process swept it before it was locked
    try:
        yield path
    finally:
        os.close(lock)
        shutil.rmtree(path, ignore_errors=True)


def _above() -> Path:
    system = Path(tempfile.gettempdir())
    is_long = len(os.fsencode(system)) > _LONGEST
    return _SHORT if is_long and os.access(_SHORT, os.W_OK | os.X_OK) else system


def _sweep(above: Path) -> None:
    if sys.platform == "win32":
        return
    for path in above.glob(f"{_PREFIX}*"):
        with suppress(OSError):  # somebody else's, or one that is being made
            lock = os.open(path / _LOCK, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(path, ignore_errors=True)
            finally:
                os.close(lock)

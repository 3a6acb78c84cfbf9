"""The processes that grade: each stays warm, and is driven by one thread, of this process or of another one.

:func:`grade` is what an ``Executor`` is given. What it gets and gives back are plain values, so it runs wherever the
course's folder is: in the threads of a :class:`Pool` or of any other executor. Each thread keeps a worker of its own.
"""

import atexit
import json
import os
import queue
import subprocess
import sys
import threading
import time
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from threading import Timer

from rnnstaff import leftovers
from rnnstaff.running import sandbox

LONGEST = 3600  # seconds for one submission: all else that takes long has a shorter limit of its own
_ENDED = "The process that was grading it ended, or took longer than an hour or than there was time."


@dataclass(frozen=True)
class Job:
    """A submission that is to be graded.

    Parameters
    ----------
    root, unit, student : the course's folder, the assignment, and who handed it in.
    shut_in : run it in the sandbox.
    cell : the only test cell whose points change, or empty.
    tries : as of ``JudgedExecute``.
    seconds : after which it is ended.
    """

    root: str
    unit: str
    student: str
    shut_in: bool = True
    cell: str = ""
    tries: str = "first"
    seconds: float = LONGEST


@dataclass(frozen=True)
class Outcome:
    """What came of it.

    Parameters
    ----------
    problem : why it is not graded, or empty.
    is_doubtful : whether that may not be the submission's fault.
    is_kept : whether the gradebook says so; it does not where the worker has ended.
    note : what is to be said of the machine that graded it, or empty.
    seconds : that it took.
    """

    problem: str = ""
    is_doubtful: bool = False
    is_kept: bool = True
    note: str = ""
    seconds: float = 0.0


class Pool(ThreadPoolExecutor):
    """Threads of this process that drive a warm worker each, which keeps to its share of the processors.

    So submissions take nothing from each other, and none starts more threads than it has processors: twice as many
    would cost a sixth of the time.

    Parameters
    ----------
    count : of workers.
    """

    def __init__(self, count: int) -> None:
        self._fleet = _Fleet()
        self._shares: queue.SimpleQueue[list[int]] = queue.SimpleQueue()
        mine = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
        for number in range(count):
            self._shares.put((mine[number::count] or mine[number % len(mine) :][:1]) if count > 1 and mine else [])
        super().__init__(count, initializer=self._begin_thread)

    def _begin_thread(self) -> None:
        _here.fleet, _here.share = self._fleet, self._shares.get_nowait()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End all workers: when what was submitted is done, or at once where nobody waits for it."""
        if not wait:
            self._fleet.kill()
        super().shutdown(wait, cancel_futures=cancel_futures)
        if wait:
            self._fleet.clear()


def grade(job: Job) -> Outcome:
    """Have the worker of this thread grade a submission.

    Raises
    ------
    CancelledError : the pool was shut down meanwhile.
    """
    fleet: _Fleet = getattr(_here, "fleet", _everywhere)
    started, worker = time.monotonic(), getattr(_here, "worker", None)
    if worker is None or not worker.fits(job):
        worker = _here.worker = fleet.start(job, getattr(_here, "share", []), instead=worker)
    words = {"unit": job.unit, "student": job.student, "tries": job.tries, "cell": job.cell}
    watch = Timer(min(job.seconds, LONGEST), worker.kill)
    watch.start()
    try:
        problem, is_doubtful, note = worker.ask(words)
        return Outcome(problem, is_doubtful, note=note, seconds=time.monotonic() - started)
    except (OSError, ValueError):
        _here.worker = fleet.drop(worker)
        if fleet.is_over:
            raise CancelledError from None
        return Outcome(_ENDED, is_doubtful=True, is_kept=False, seconds=time.monotonic() - started)
    finally:
        watch.cancel()


def stop() -> None:
    """End the workers of threads that belong to no Pool, also while they are asked; the next job starts another."""
    _everywhere.kill(for_good=False)


class _Worker:
    """The process; it serves until it is killed, or the thread that started it ends."""

    def __init__(self, root: str, shut_in: bool, share: list[int]) -> None:
        self._kind = (root, shut_in)
        self._stack = ExitStack()
        folder = self._stack.enter_context(leftovers.folder())
        # -P: the package of this environment, as in the sandbox, and not one in the current folder
        command = [sys.executable, "-P", "-m", "rnnstaff.classroom.worker"]
        if shut_in:
            # A kernel's messages are kept here until they are read, however large it makes them.
            limits = ["prlimit", f"--data={sandbox.LIMITS['data']}", "--", "setpriv", "--pdeathsig=KILL", "--"]
            command = [*limits, *command]
        else:
            command.append("--no-sandbox")
        if share:
            command.append(f"--share={','.join(map(str, share))}")
        self._process = subprocess.Popen(
            command,
            cwd=root,
            env=os.environ | {"TMPDIR": str(folder)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,  # Ctrl-C is for the one who started it
        )

    def fits(self, job: Job) -> bool:
        """Say whether it can grade this."""
        return self._kind == (job.root, job.shut_in)

    def ask(self, words: dict) -> tuple[str, bool, str]:
        """Have it grade a submission; OSError or ValueError where it ended."""
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()
        problem, is_doubtful, note = json.loads(self._process.stdout.readline())
        return problem, is_doubtful, note

    def kill(self) -> None:
        """End it: its kernel and its judge end with it."""
        self._process.kill()
        self._process.wait()

    def clear(self) -> None:
        """Take away what is left of one that has ended."""
        self.kill()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what was not sent
                stream.close()
        self._stack.close()


class _Fleet:
    """Workers that end together."""

    def __init__(self) -> None:
        self.is_over = False
        self._lock = threading.Lock()
        self._workers: list[_Worker] = []

    def start(self, job: Job, share: list[int], instead: _Worker | None) -> _Worker:
        """Start a worker for such jobs, on its share of the processors, instead of one."""
        self.drop(instead)
        with self._lock:
            if self.is_over:
                raise CancelledError
            worker = _Worker(job.root, job.shut_in, share)
            self._workers.append(worker)
        return worker

    def drop(self, worker: _Worker | None) -> None:
        """End one of them."""
        with self._lock:
            if worker in self._workers:
                self._workers.remove(worker)
                worker.clear()

    def kill(self, for_good: bool = True) -> None:
        """End all of them, also while they are asked; ``for_good``, none is started again."""
        with self._lock:
            self.is_over = self.is_over or for_good
            for worker in self._workers:
                worker.kill()

    def clear(self) -> None:
        """End all of them when nobody asks them any more."""
        self.is_over = True
        for worker in list(self._workers):
            self.drop(worker)


_here = threading.local()  # of each thread: its worker, the fleet to which that belongs, its share of the processors
_everywhere = _Fleet()  # of threads that belong to no Pool
atexit.register(_everywhere.clear)

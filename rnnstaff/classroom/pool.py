"""Grade a class: warm workers, as many as there are processors, each with one submission at a time."""

import itertools
import json
import os
import queue
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Timer

from rnnstaff import course, leftovers, states
from rnnstaff.classroom.submissions import students
from rnnstaff.course import CourseError
from rnnstaff.progress import Report
from rnnstaff.running import sandbox

LONGEST = 3600  # seconds for one submission: all else that takes long has a shorter limit of its own
_ENDED = "The process that was grading it ended, or took longer than an hour or than there was time."
_WAITS = "{} There was no time left to try it again: the next run does."


def autograde(root: Path, unit: str, progress: Report = lambda *_: None, shut_in: bool = True) -> dict[str, str]:
    """Autograde every submission of an assignment, in as many processes as there are processors.

    One that fails does not touch the others. One that may have failed through no fault of its own is tried once more,
    alone, when all others are done. All second tries together take about as long as the first ones did, at most.

    Parameters
    ----------
    progress : is called when it begins, and after each submission, whether it could be graded or not.
    shut_in : run submissions in the sandbox. Without it their code can do whatever you can.

    Returns
    -------
    by student, the message of each submission that could not be graded.

    Raises
    ------
    CourseError : there is no such assignment, or nobody has handed it in.
    SandboxError : submissions are to be shut in, and cannot be.
    KeyboardInterrupt : it was stopped; submissions that were being graded are not graded.
    """
    names = students(root, unit)
    progress(f"autograde {unit}", 0, len(names))
    _check(root, unit)
    if shut_in:
        sandbox.check()
        sandbox.refuse_to_show(root)
    with leftovers.folder() as folder:
        run = _Run(root, unit, shut_in, folder)
        started, done = time.monotonic(), itertools.count(1)
        again = run.all(names, os.cpu_count() or 1, lambda: progress(f"autograde {unit}", next(done), len(names)))
        if again:
            end = time.monotonic() + (time.monotonic() - started)
            progress(f"try again {unit}", 0, len(again))
            done = itertools.count(1)
            run.again(sorted(again), end, lambda: progress(f"try again {unit}", next(done), len(again)))
    return run.failures


class _Run:
    """One run over a class.

    Attributes
    ----------
    failures : by student, why a submission is not graded.
    """

    def __init__(self, root: Path, unit: str, shut_in: bool, folder: Path) -> None:
        self._root, self._unit, self._shut_in, self._folder = root, unit, shut_in, folder
        self.failures: dict[str, str] = {}
        self._workers: list[subprocess.Popen] = []
        self._stopped = threading.Event()
        self._longest = 0.0

    def all(self, names: list[str], count: int, one_done: Report) -> set[str]:
        """Grade these in ``count`` workers, and give those that may be tried again."""
        waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
        for student in names:
            waiting.put(student)
        again: set[str] = set()
        counting = threading.Lock()

        def work(number: int) -> None:
            worker = None
            with suppress(queue.Empty):
                while not self._stopped.is_set():
                    student = waiting.get_nowait()
                    worker = worker or self._start(number, count)
                    is_doubtful, worker = self._grade(worker, student, "first", LONGEST)
                    if self._stopped.is_set():
                        break
                    with counting:
                        again.update({student} if is_doubtful else ())
                        one_done()
            _end(worker)

        with ThreadPoolExecutor(count) as pool:
            jobs = [pool.submit(work, number) for number in range(min(count, len(names)))]
            self._wait(jobs)
        return again

    def again(self, names: list[str], end: float, one_done: Report) -> None:
        """Grade these one after the other, alone; after ``end`` they wait for the next run."""

        def work() -> None:
            worker = None
            for number, student in enumerate(names):
                left = end - time.monotonic()
                if number and left <= 0:
                    self._fail(student, _WAITS.format(self.failures[student]))
                    continue
                if self._stopped.is_set():
                    break
                worker = worker or self._start(0, 1)
                _, worker = self._grade(worker, student, "last", max(left, 3 * self._longest) if number else LONGEST)
                one_done()
            _end(worker)

        with ThreadPoolExecutor(1) as pool:
            self._wait([pool.submit(work)])

    def _wait(self, jobs: list) -> None:
        try:
            for job in jobs:
                job.result()
        except KeyboardInterrupt:
            self._stopped.set()
            for worker in self._workers:
                worker.kill()  # its kernel and its judge end with it
            raise

    def _grade(
        self, worker: subprocess.Popen, student: str, tries: str, seconds: float
    ) -> tuple[bool, subprocess.Popen | None]:
        """Have a worker grade a submission; say whether it may be tried again, and give the worker if it lives."""
        self.failures.pop(student, None)
        watch, started = Timer(min(seconds, LONGEST), worker.kill), time.monotonic()
        watch.start()
        try:
            worker.stdin.write(json.dumps([student, tries]) + "\n")
            worker.stdin.flush()
            problem, is_doubtful = json.loads(worker.stdout.readline())
        except (OSError, ValueError):
            if self._stopped.is_set():
                return False, None
            worker.kill()
            worker.communicate()
            self._fail(student, _ENDED)
            return True, None
        finally:
            watch.cancel()
            self._longest = max(self._longest, time.monotonic() - started)
        if problem:
            self.failures[student] = problem
        return is_doubtful, worker

    def _fail(self, student: str, reason: str) -> None:
        self.failures[student] = reason
        with suppress(CourseError, OSError):  # the gradebook cannot be written to; who reads it there is told
            states.fail(self._root, self._unit, student, reason)

    def _start(self, number: int, count: int) -> subprocess.Popen:
        """Start a worker, which knows its share of the processors: a submission that floods them has to keep to it."""
        # -P: the package of this environment, as in the sandbox, and not one in the current folder
        command = [sys.executable, "-P", "-m", "rnnstaff.classroom.worker", self._unit]
        if self._shut_in:
            mine = sorted(os.sched_getaffinity(0))[number::count] if count > 1 else []
            # A kernel's messages are kept here until they are read, however large it makes them.
            limits = ["prlimit", f"--data={sandbox.LIMITS['data']}", "--", "setpriv", "--pdeathsig=KILL", "--"]
            command = [*limits, *command, f"--share={','.join(map(str, mine))}"]
        else:
            command.append("--no-sandbox")
        worker = subprocess.Popen(
            command,
            cwd=self._root,
            env=os.environ | {"TMPDIR": str(self._folder)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,  # Ctrl-C is for the one who started it
        )
        self._workers.append(worker)
        return worker


def _end(worker: subprocess.Popen | None) -> None:
    if worker:
        worker.communicate()  # closes its input, at which it ends


def _check(root: Path, unit: str) -> None:
    """Raise CourseError unless there is something to grade."""
    course.require(root, unit)
    with states.gradebook(root) as opened:
        if unit not in {assignment.name for assignment in opened.assignments}:
            raise CourseError(f"{unit} is not in the gradebook yet. Run `nbgrader generate_assignment {unit}` first.")
    if not students(root, unit):
        raise CourseError(f"Nobody has handed in {unit} yet: there is no submitted/<student>/{unit}/.")

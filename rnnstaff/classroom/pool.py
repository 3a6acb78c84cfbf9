"""Grade a class: warm workers, as many as there are processors, each with one submission at a time."""

import itertools
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Timer

from rnnstaff import course
from rnnstaff.classroom.submissions import gradebook, students
from rnnstaff.course import CourseError
from rnnstaff.progress import Report
from rnnstaff.running import sandbox

LONGEST = 3600  # seconds for one submission: all else that takes long has a shorter limit of its own


def autograde(root: Path, unit: str, progress: Report = lambda *_: None, shut_in: bool = True) -> dict[str, str]:
    """Autograde every submission of an assignment, in as many processes as there are processors.

    One that fails does not touch the others.

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
    total, done, counting = len(names), itertools.count(1), threading.Lock()
    progress(f"autograde {unit}", 0, total)
    _check(root, unit)
    if shut_in:
        sandbox.check()
        sandbox.refuse_to_show(root)
    failures: dict[str, str] = {}
    workers: list[subprocess.Popen] = []
    stopped = threading.Event()
    waiting = queue.SimpleQueue()
    for student in names:
        waiting.put(student)

    def work() -> None:
        worker = None
        while not waiting.empty():
            try:
                student = waiting.get_nowait()
            except queue.Empty:
                break
            if worker is None:
                worker = _start_worker(root, unit, shut_in, folder)
                workers.append(worker)
            watch = Timer(LONGEST, worker.kill)
            watch.start()
            try:
                worker.stdin.write(json.dumps(student) + "\n")
                worker.stdin.flush()
                _, problem = json.loads(worker.stdout.readline())
            except (OSError, ValueError):
                if stopped.is_set():
                    break
                worker.kill()
                worker.communicate()
                problem, worker = "The process that was grading it ended or took longer than an hour.", None
            finally:
                watch.cancel()
            if problem:
                failures[student] = problem
            with counting:
                progress(f"autograde {unit}", next(done), total)
        if worker:
            worker.communicate()  # closes its input, at which it ends

    count = min(os.cpu_count() or 1, waiting.qsize())
    # a folder for what a worker leaves behind that was ended
    with tempfile.TemporaryDirectory(prefix="rnn-") as folder, ThreadPoolExecutor(max(count, 1)) as pool:
        jobs = [pool.submit(work) for _ in range(count)]
        try:
            for job in jobs:
                job.result()
        except KeyboardInterrupt:
            stopped.set()
            with suppress(queue.Empty):
                while True:
                    waiting.get_nowait()
            for worker in workers:
                worker.kill()  # its kernel and its judge end with it
            raise
    return failures


def _check(root: Path, unit: str) -> None:
    """Raise CourseError unless there is something to grade."""
    course.require(root, unit)
    with gradebook(root) as opened:
        if unit not in {assignment.name for assignment in opened.assignments}:
            raise CourseError(f"{unit} is not in the gradebook yet. Run `nbgrader generate_assignment {unit}` first.")
    if not students(root, unit):
        raise CourseError(f"Nobody has handed in {unit} yet: there is no submitted/<student>/{unit}/.")


def _start_worker(root: Path, unit: str, shut_in: bool, folder: str) -> subprocess.Popen:
    # -P: the package of this environment, as in the sandbox, and not one in the current folder
    command = [sys.executable, "-P", "-m", "rnnstaff.classroom.worker", unit]
    # A kernel's messages are kept here until they are read, however large it makes them.
    limits = ["prlimit", f"--data={sandbox.LIMITS['data']}", "--", "setpriv", "--pdeathsig=KILL", "--"]
    command = [*limits, *command] if shut_in else [*command, "--no-sandbox"]
    return subprocess.Popen(
        command,
        cwd=root,
        env=os.environ | {"TMPDIR": folder},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,  # Ctrl-C is for the one who started it
    )

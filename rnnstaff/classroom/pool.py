"""Grade a class: as many submissions at a time as there are workers."""

import os
import time
from collections.abc import Callable, Collection
from concurrent.futures import Executor, Future, as_completed
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path

from rnnstaff import course, states
from rnnstaff.classroom import workers
from rnnstaff.classroom.cluster import Cluster
from rnnstaff.classroom.submissions import students
from rnnstaff.classroom.workers import Job, Outcome
from rnnstaff.course import CourseError
from rnnstaff.progress import Report, silent
from rnnstaff.running import sandbox

_WAITS = "{} There was no time left to try it again: the next run does."


def autograde(
    root: Path,
    unit: str,
    progress: Report = silent,
    shut_in: bool = True,
    names: Collection[str] | None = None,
    cell: str = "",
    executor: Executor | int | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> dict[str, str]:
    """Autograde submissions of an assignment, several at a time.

    One that fails does not touch the others. One that may have failed through no fault of its own is tried once more,
    alone, when all others are done. All second tries together take about as long as the first ones did, at most.

    Parameters
    ----------
    progress : is called when it begins, and after each submission, whether it could be graded or not.
    shut_in : run submissions in the sandbox. Without it their code can do whatever you can.
    names : whose submissions; by default everybody's.
    cell : of submissions that are graded already, the only test cell whose points change; by default all do.
    executor : what runs :func:`workers.grade`, or the number of workers of a pool of our own; by default that has as
        many as there are processors. One that grades elsewhere, a :class:`Cluster`, has seen that there is a sandbox.
    tell : is called with what is to be said of the machines that grade, once.

    Returns
    -------
    by student, the message of each submission that could not be graded.

    Raises
    ------
    CourseError : there is no such assignment, nobody has handed it in, or the executor cannot go on.
    SandboxError : submissions are to be shut in, and cannot be.
    KeyboardInterrupt : it was stopped; submissions that were being graded are not graded.
    """
    check(root, unit)
    names = sorted(students(root, unit) if names is None else names)
    if not names:
        return {}
    progress(f"autograde {unit}", 0, len(names), 0)
    if shut_in and not isinstance(executor, Cluster):
        sandbox.check()
        sandbox.refuse_to_show(root)
    with ExitStack() as stack:
        if not isinstance(executor, Executor):
            executor = stack.enter_context(workers.Pool(min(executor or os.cpu_count() or 1, len(names))))
        run = _Run(executor, progress, tell)
        try:
            run.all([Job(str(root), unit, name, shut_in, cell) for name in names])
        except KeyboardInterrupt:
            executor.shutdown(wait=False, cancel_futures=True)
            raise
    return run.failures


class _Run:
    """One run over a class.

    Attributes
    ----------
    failures : by student, why a submission is not graded.
    """

    def __init__(self, executor: Executor, progress: Report, tell: Callable[[str], None]) -> None:
        self._executor, self._progress, self._tell = executor, progress, tell
        self._told = {""}
        self.failures: dict[str, str] = {}

    def all(self, jobs: list[Job]) -> None:
        """Grade these, and those that may be tried again once more, alone."""
        started, longest, again = time.monotonic(), 0.0, []
        futures = {self._executor.submit(workers.grade, job): job for job in jobs}
        for done, future in enumerate(as_completed(futures), 1):
            outcome = self._keep(futures[future], future)
            longest = max(longest, outcome.seconds)
            again += [futures[future]] if outcome.is_doubtful else []
            self._progress(f"autograde {jobs[0].unit}", done, len(jobs), len(self.failures))
        if again:
            self._again(sorted(again, key=lambda job: job.student), 2 * time.monotonic() - started, 3 * longest)

    def _again(self, jobs: list[Job], end: float, shortest: float) -> None:
        """Grade these one after the other; after ``end`` they wait for the next run."""
        others = len(self.failures.keys() - {job.student for job in jobs})
        name = f"try again {jobs[0].unit}"
        self._progress(name, 0, len(jobs), others)
        for number, job in enumerate(jobs):
            left = end - time.monotonic()
            if number and left <= 0:
                self._fail(job, _WAITS.format(self.failures[job.student]))
                continue
            seconds = max(left, shortest) if number else workers.LONGEST
            self.failures.pop(job.student, None)
            job = replace(job, tries="last", seconds=seconds)
            self._keep(job, self._executor.submit(workers.grade, job))
            self._progress(name, number + 1, len(jobs), len(self.failures))

    def _keep(self, job: Job, future: Future) -> Outcome:
        """Wait for what comes of a submission, and note why it is not graded."""
        try:
            outcome = future.result()
        except CourseError:  # the cluster is lost: the others would fail like this one
            raise
        except Exception as error:  # whatever runs it may be somewhere else, and end
            outcome = Outcome(f"{type(error).__name__}: {error}", is_doubtful=True, is_kept=False)
        if outcome.note not in self._told:
            self._told.add(outcome.note)
            self._tell(outcome.note)
        if outcome.problem and outcome.is_kept:
            self.failures[job.student] = outcome.problem
        elif outcome.problem:
            self._fail(job, outcome.problem)
        return outcome

    def _fail(self, job: Job, reason: str) -> None:
        self.failures[job.student] = reason
        with suppress(CourseError, OSError):  # the gradebook cannot be written to; who reads it there is told
            states.fail(Path(job.root), job.unit, job.student, reason)


def check(root: Path, unit: str) -> None:
    """Raise CourseError unless there is something to grade."""
    course.require(root, unit)
    with states.gradebook(root) as opened:
        if unit not in {assignment.name for assignment in opened.assignments}:
            raise CourseError(f"{unit} is not in the gradebook yet. Run `nbgrader generate_assignment {unit}` first.")
    if not students(root, unit):
        raise CourseError(f"Nobody has handed in {unit} yet: collect it into submitted/<student>/{unit}/.")

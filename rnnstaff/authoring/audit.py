"""Measure the graders: grade the bank of answers, and say which wrong ones pass and which right ones do not.

Answers are graded side by side in processes of this machine, by the test cells and checks that real grading uses.
"""

import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from nbformat import NotebookNode

from rnncourse.errors import CourseError
from rnnstaff import course
from rnnstaff.authoring import bank, mutants
from rnnstaff.authoring.bank import RIGHT, WRONG, Graded
from rnnstaff.progress import Report

MUTANT, REFERENCE = "mutant", "reference"
LONGEST, _AGAIN = 90, 2  # seconds of processor time after which an answer is interrupted, and then again and again


@dataclass(frozen=True)
class Answer:
    """An answer to one cell, before it is graded.

    Parameters
    ----------
    cell : the grade id of the cell that it answers.
    name : of its file, or what a mutant changes.
    story : the mistake, or the other honest way, in one line.
    """

    cell: str
    kind: str
    name: str
    story: str
    code: str


@dataclass(frozen=True)
class Seen:
    """An answer and what it is worth, each time with numbers drawn anew."""

    answer: Answer
    graded: tuple[Graded, ...]

    @property
    def passes(self) -> set[bool]:
        """Whether it gets all points: one value, or two where the draw decides."""
        return {one.score >= one.points for one in self.graded}

    @property
    def is_fair(self) -> bool:
        """Whether a right answer always gets all points, and a wrong one never does."""
        return self.passes == {self.answer.kind in (RIGHT, REFERENCE)}


@dataclass
class Cell:
    """What was seen of the answers to one cell."""

    name: str
    seen: list[Seen] = field(default_factory=list)
    is_whole: bool = True
    test: str = ""
    siblings: list["Cell"] = field(default_factory=list, repr=False)  # those with the same test cell

    def of(self, kind: str) -> list[Seen]:
        """Give the answers of a kind."""
        return [one for one in self.seen if one.answer.kind == kind]

    @property
    def unfair(self) -> list[Seen]:
        """Give the answers of the bank that are not graded as they must be."""
        return [one for one in self.seen if one.answer.kind != MUTANT and not one.is_fair]

    @property
    def flakes(self) -> list[Seen]:
        """Give the answers that pass one time and not the next."""
        return [one for one in self.seen if len(one.passes) > 1]

    @property
    def idle(self) -> list[str]:
        """Give the checks that count and that no wrong answer fails, where the whole bank was graded."""
        return [name for name in self._counting if all(name not in failed for failed in self._failed)]

    @property
    def never_alone(self) -> list[str]:
        """Give the checks that wrong answers and mutants fail only together with others: perhaps dead weight."""
        alone = set().union(*(failed for failed in self._failed if len(failed) == 1))
        return [name for name in self._counting if name not in alone and name not in self.idle]

    @property
    def _counting(self) -> list[str]:
        """The names of the checks that have a weight."""
        reference = next(iter(self.of(REFERENCE)), None)
        if not self.is_whole or reference is None:
            return []
        return list(dict.fromkeys(result.name for result in reference.graded[0].results if result.weight))

    @property
    def _failed(self) -> list[set[str]]:
        """For each time that a wrong answer was graded, the names of the checks with a weight that it failed."""
        return [
            {result.name for result in graded.results if result.weight and not result.passed}
            for cell in (self, *self.siblings)
            for one in [*cell.of(WRONG), *cell.of(MUTANT)]
            for graded in one.graded
        ]

    @property
    def margin(self) -> tuple[str, float, float] | None:
        """Give the threshold that right answers come closest to: what, the closest value, the limit."""
        margins = [
            margin
            for one in [*self.of(RIGHT), *self.of(REFERENCE)]
            for graded in one.graded
            for result in graded.results
            if result.passed
            for margin in result.margins
        ]
        return min(margins, key=lambda margin: abs(margin[1] - margin[2]) / max(abs(margin[2]), 1e-9), default=None)


def audit(
    root: Path,
    unit: str,
    cells: Sequence[str] = (),
    seeds: int = 1,
    whole: bool = False,
    mutate: bool = False,
    report: Report = lambda *_: None,
) -> list[Cell]:
    """Grade the bank of a unit.

    Parameters
    ----------
    cells : the grade ids of answer cells; all by default.
    seeds : how often each answer is graded, each time with numbers drawn anew.
    whole : grade also all answers that train for long.
    mutate : grade mutants of the reference answers too.

    Raises
    ------
    CourseError : there is no such unit or cell, or an answer ended the process that graded it.
    """
    course.require(root, unit)
    folder = root / bank.FOLDER / unit
    by_kind = {kind: bank.files(folder, kind, whole) for kind in (WRONG, RIGHT)} if folder.is_dir() else {}
    wanted = sorted({path.parent.name for paths in by_kind.values() for path in paths})
    if unknown := sorted(set(cells) - set(wanted)):
        raise CourseError(f"The bank has no answers to {', '.join(unknown)}. It has some to: {', '.join(wanted)}.")
    wanted = [name for name in wanted if name in (cells or wanted)]
    answers = [
        _from_file(path, kind) for kind, paths in by_kind.items() for path in paths if path.parent.name in wanted
    ]
    references = course.read(course.assignment(root, "source", unit)).cells
    sources = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell.source for cell in references}
    answers += [Answer(name, REFERENCE, REFERENCE, "the reference", sources[name]) for name in wanted]
    if mutate:
        answers += [
            Answer(name, MUTANT, mutant.change, mutant.operator, mutant.code)
            for name in wanted
            for mutant in mutants.of(sources[name])
        ]
    partial = (
        {path.parent.name for kind in by_kind for path in bank.files(folder, kind, whole=True)} if not whole else set()
    )
    found = {name: Cell(name, is_whole=name not in partial or _all_there(folder / name, answers)) for name in wanted}
    for name, cell in found.items():
        cell.test = _test_of(references, name)
    for cell in found.values():
        cell.siblings = [one for one in found.values() if one.test == cell.test and one is not cell]
    for one in _graded(root, unit, wanted, answers, seeds, report):
        found[one.answer.cell].seen.append(one)
    return list(found.values())


def _test_of(cells: list[NotebookNode], name: str) -> str:
    """Give the grade id of the first test cell after an answer cell."""
    names = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in cells]
    return next(cell.metadata.nbgrader.grade_id for cell in cells[names.index(name) :] if bank.is_test(cell))


def _all_there(folder: Path, answers: list[Answer]) -> bool:
    names = {answer.name for answer in answers if answer.cell == folder.name}
    return all(path.stem in names for path in folder.glob("*.py"))


def _from_file(path: Path, kind: str) -> Answer:
    code = path.read_text(encoding="utf-8")
    return Answer(path.parent.name, kind, path.stem, code.partition("\n")[0].lstrip("# "), code)


def _graded(
    root: Path, unit: str, wanted: list[str], answers: list[Answer], seeds: int, report: Report
) -> Iterator[Seen]:
    """Grade answers side by side."""
    if not answers:
        return
    name = f"audit {unit}"
    report(name, 0, len(answers))
    path = course.assignment(root, "source", unit)
    # a process that has run TensorFlow cannot be forked
    workers = {"max_workers": os.cpu_count(), "mp_context": get_context("spawn")}
    with ProcessPoolExecutor(**workers, initializer=_start, initargs=(path, wanted, LONGEST)) as pool:
        jobs = {pool.submit(_grade, answer.cell, answer.code, seeds): answer for answer in answers}
        try:
            for done, job in enumerate(as_completed(jobs), start=1):
                yield Seen(jobs[job], job.result())
                report(name, done, len(answers))
        except BrokenProcessPool:
            raise CourseError(f"An answer of {unit} ended the process that graded it. Look with --cell.") from None
        finally:
            pool.shutdown(cancel_futures=True)


_assignment: bank.Assignment  # of this process
_longest: float


def _start(path: Path, wanted: list[str], longest: float) -> None:
    """Run the reference, in a process that grades."""
    global _assignment, _longest
    _longest = longest
    Thread(target=_end_with_parent, daemon=True).start()
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    _assignment = bank.Assignment(path, wanted)
    signal.signal(signal.SIGPROF, _interrupt)


def _end_with_parent() -> None:
    """End this process when the audit was killed: its pool would wait for work for ever."""
    parent_process().join()
    os._exit(1)


def _grade(cell: str, code: str, seeds: int) -> tuple[Graded, ...]:
    found = []
    for _ in range(seeds):
        signal.setitimer(signal.ITIMER_PROF, _longest, _AGAIN)
        try:
            found.append(_assignment.grade(cell, code))
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    return tuple(found)


def _interrupt(*_: object) -> None:
    raise TimeoutError("it did not end")


def survivors(cells: Iterable[Cell], equivalent: dict[str, dict[str, str]]) -> tuple[list[Seen], int, int]:
    """Count the mutants that are not listed as equivalent, and give those of them that get all points.

    Returns
    -------
    alive, listed, rest : those that get all points, and how many are listed, and are not.

    Parameters
    ----------
    equivalent : by cell, as :func:`mutants.equivalents` gives it.
    """
    alive, listed, rest = [], 0, 0
    for cell in cells:
        for one in cell.of(MUTANT):
            if one.answer.name in equivalent.get(cell.name, {}):
                listed += 1
                continue
            rest += 1
            if True in one.passes:
                alive.append(one)
    return alive, listed, rest

"""The bank of answers once more, by sandbox and judge: both ways of grading must agree, answer by answer.

Answers to different cells share a submission. Each test cell's score is compared with what the same notebook gets in
one process, so an answer that spoils the cells below it spoils them both ways. What a wrong answer gets may depend on
the numbers that are drawn, so where the two differ the one process grades it a few times more.
"""

import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby, zip_longest
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from nbgrader.api import Gradebook

from rnnstaff import course, leftovers
from rnnstaff.authoring import bank
from rnnstaff.authoring.bank import RIGHT, WRONG
from rnnstaff.classroom import pool, submissions
from rnnstaff.demo import sample_class
from rnnstaff.progress import Report

_TRIES = 8


class Disagreement(NamedTuple):
    """A test cell with two scores: ``here`` in one process, ``there`` by sandbox and judge; ``files`` answer it."""

    cell: str
    files: list[str]
    here: float
    there: float


def disagreements(
    root: Path, unit: str, whole: bool = False, report: Report = lambda *_: None
) -> tuple[int, list[Disagreement]]:
    """Grade the bank of a unit both ways.

    Returns
    -------
    count, found : the number of scores that were compared, and those that differ by more than a hundredth.

    Raises
    ------
    CourseError : there is no such unit, or a submission could not be graded.
    """
    course.require(root, unit)
    notebooks = list(_notebooks(root, unit, whole))
    reference = sample_class.reference_answers(root, unit)
    with leftovers.folder() as place:
        copy = place / "course"
        shutil.copytree(root / "source" / unit, copy / "source" / unit)
        shutil.copy(root / course.CONFIG_FILE, copy)
        course.nbgrader(copy, "generate_assignment", unit)
        for number, paths in enumerate(notebooks):
            answers = {path.parent.name: path.read_text("utf-8") for path in paths}
            notebook = sample_class.answered(copy, unit, reference | answers)
            course.write(notebook, copy / "submitted" / f"s{number}" / unit / f"{unit}.ipynb")
        failures = pool.autograde(copy, unit, report)
        if failures:
            raise course.CourseError(f"{unit} could not be graded: {next(iter(failures.values()))}")
        there = _scores(copy, unit, len(notebooks))
    count, found = 0, []
    for paths, here, scores in zip(
        notebooks, _in_one_process(root, unit, notebooks, there, report), there, strict=True
    ):
        count += len(here)
        files = [f"{path.parent.name}/{path.stem}" for path in paths]
        found += [Disagreement(cell, files, here[cell], scores[cell]) for cell in _differ(here, scores)]
    return count, found


def _differ(here: dict[str, float], there: dict[str, float]) -> list[str]:
    return [cell for cell, score in here.items() if abs(score - there[cell]) > 0.011]


def _notebooks(root: Path, unit: str, whole: bool) -> Iterator[list[Path]]:
    """Give the files of each submission: of each cell the first right answer, the second, and so on; then the wrong."""
    folder = root / bank.FOLDER / unit
    for kind in (RIGHT, WRONG):
        by_cell = [list(paths) for _, paths in groupby(bank.files(folder, kind, whole), lambda path: path.parent)]
        for column in zip_longest(*by_cell):
            yield [path for path in column if path]


def _scores(copy: Path, unit: str, count: int) -> list[dict[str, float]]:
    assert not any(submissions.flags_of_all(copy, unit).values())
    with Gradebook(f"sqlite:///{copy}/gradebook.db") as gradebook:
        return [
            {
                grade.name: grade.auto_score or 0.0
                for grade in gradebook.find_submission(unit, f"s{number}").notebooks[0].grades
            }
            for number in range(count)
        ]


def _in_one_process(
    root: Path, unit: str, notebooks: list[list[Path]], there: list[dict[str, float]], report: Report
) -> Iterator[dict[str, float]]:
    """Give the scores of each notebook by test cell: of several tries, for each cell, one that is as ``there``."""
    name = f"in one process {unit}"
    report(name, 0, len(notebooks))
    path = course.assignment(root, "source", unit)
    with ProcessPoolExecutor(1, get_context("spawn"), _start, (path,)) as one:
        for number, (paths, scores) in enumerate(zip(notebooks, there, strict=True), start=1):
            answers = {path.parent.name: path.read_text("utf-8") for path in paths}
            here = one.submit(_grade_all, answers).result()
            for _ in range(_TRIES):
                if not (differ := _differ(here, scores)):
                    break
                again = one.submit(_grade_all, answers).result()
                here |= {cell: again[cell] for cell in differ}
            report(name, number, len(notebooks))
            yield here


_assignment: bank.Assignment  # of the process that grades


def _start(path: Path) -> None:
    global _assignment
    _assignment = bank.Assignment(path, ())


def _grade_all(answers: dict[str, str]) -> dict[str, float]:
    return {name: graded.score for name, graded in _assignment.grade_all(answers).items()}

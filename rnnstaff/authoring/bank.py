"""The bank of answers, and how one of them is graded in this process, without a sandbox: authors' code alone.

``tests/answers/<unit>/<grade id>/wrong_*.py`` and ``right_*.py`` each replace one answer cell; the first line of a file
names the mistake, or the other honest way. All other cells hold the reference answers.
"""

import ast
import linecache
import os
import re
import zlib
from collections.abc import Collection
from contextlib import redirect_stderr, redirect_stdout
from copy import deepcopy
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
from nbformat import NotebookNode

from rnncourse import checks
from rnncourse.errors import CourseError
from rnnstaff import course
from rnnstaff.running import judge

FOLDER = Path("tests", "answers")
LONG = "long.txt"  # in the folder of a unit: the cells whose answers train for long
FIRST = 2  # of each kind, for those cells
_FAILS = (Exception, SystemExit)
RIGHT, WRONG = "right", "wrong"


@dataclass(frozen=True)
class Graded:
    """What an answer is worth.

    Parameters
    ----------
    score, points : earned, and to be earned, in the test cell that follows.
    results : what came of its checks.
    error : what ended the test cell, or the answer's own cell, as one line; or empty.
    """

    score: float
    points: float
    results: list[checks.Result] = field(default_factory=list)
    error: str = ""


def units(root: Path) -> list[str]:
    """Give the units that the bank has answers for."""
    return sorted(path.name for path in (root / FOLDER).iterdir() if path.is_dir())


def files(folder: Path, kind: str, whole: bool = False) -> list[Path]:
    """Give the files of a unit's folder in the bank.

    Parameters
    ----------
    kind : ``wrong`` or ``right``.
    whole : all of them; else the first two of those that take long.
    """
    long = (folder / LONG).read_text().split() if (folder / LONG).is_file() else []
    found = []
    for cell in sorted(path for path in folder.iterdir() if path.is_dir()):
        of_cell = sorted(cell.glob(f"{kind}_*.py"))
        found += of_cell[:FIRST] if cell.name in long and not whole else of_cell
    return found


class Assignment:
    """An assignment whose reference answers were run once, up to each cell that is to be answered otherwise.

    Parameters
    ----------
    path : of the notebook in ``source/``.
    wanted : the grade ids of those cells.
    """

    def __init__(self, path: Path, wanted: Collection[str]) -> None:
        os.environ["RNNCOURSE_BUDGET"] = "grading"
        self._cells = list(course.code_cells(course.read(path)))
        self._before: dict[str, dict[str, Any]] = {}
        namespace: dict[str, Any] = {"__name__": "__main__"}
        for cell in self._cells:
            grade_id = _facts(cell).get("grade_id")
            if grade_id in wanted:
                self._before[grade_id] = _copy(namespace, set(namespace))
            if not _facts(cell).get("grade"):
                run(cell.source, namespace)
        if missing := sorted(set(wanted) - set(self._before)):
            raise CourseError(f"{path.stem} has no answer cell {', '.join(missing)}.")

    def grade(self, grade_id: str, code: str) -> Graded:
        """Give what an answer earns in the first test cell after it."""
        position, end = self._places(grade_id)
        cells = self._cells[position + 1 : end]
        test = self._cells[end]
        used = set(re.findall(r"\w+", "\n".join([code, test.source, *(cell.source for cell in cells)])))
        namespace = _copy(self._before[grade_id], used)
        errors = []
        for source in (code, *(cell.source for cell in cells)):
            try:
                run(source, namespace)
            except _FAILS as error:  # as in a notebook: a cell that fails does not stop the next
                errors.append(f"{type(error).__name__}: {error}")
        return self._test(test, namespace, errors)

    def grade_all(self, answers: dict[str, str]) -> dict[str, Graded]:
        """Give what each test cell gives in a notebook with these answers in place of the reference's."""
        namespace: dict[str, Any] = {"__name__": "__main__"}
        found = {}
        for cell in self._cells:
            grade_id = _facts(cell).get("grade_id")
            if is_test(cell):
                found[grade_id] = self._test(cell, namespace, [])
                continue
            try:
                run(answers.get(grade_id, cell.source), namespace)
            except _FAILS:  # the test cells tell
                continue
        return found

    def test_of(self, grade_id: str) -> str:
        """Give the grade id of the first test cell after an answer cell."""
        return _facts(self._cells[self._places(grade_id)[1]])["grade_id"]

    def source_of(self, grade_id: str) -> str:
        """Give the reference answer."""
        return self._cells[self._places(grade_id)[0]].source

    def _places(self, grade_id: str) -> tuple[int, int]:
        position = next(i for i, cell in enumerate(self._cells) if _facts(cell).get("grade_id") == grade_id)
        return position, next(i for i, cell in enumerate(self._cells) if i > position and is_test(cell))

    @staticmethod
    def _test(cell: NotebookNode, namespace: dict[str, Any], errors: list[str]) -> Graded:
        points = float(_facts(cell)["points"])
        namespace.pop("checks", None)
        checks.hidden_lines = set(judge.hidden_lines_of(cell.source))
        try:
            score = float(run(cell.source, namespace, checks.TEST_CELL))
        except _FAILS as error:
            errors, score = [*errors, f"{type(error).__name__}: {error}"], 0.0
        made = namespace.get("checks")
        return Graded(score, points, made.results if made else [], " ".join(errors[:1]))


def is_test(cell: NotebookNode) -> bool:
    """Say whether a cell holds tests: it is graded, and not written by the student."""
    return bool(_facts(cell).get("grade")) and not _facts(cell).get("solution")


def run(code: str, namespace: dict[str, Any], name: str = "") -> Any:
    """Run a cell, drop what it prints, and give the value of its last expression."""
    if not name:  # its lines can be read, as in a notebook: tf.function turns loops into operations by them
        name = f"<cell {zlib.crc32(code.encode()):x}>"
        linecache.cache[name] = len(code), None, code.splitlines(keepends=True), name
    tree = ast.parse(code)
    last = ast.Expression(tree.body.pop().value) if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        exec(compile(tree, name, "exec"), namespace)
        return eval(compile(last, name, "eval"), namespace) if last else None


def _facts(cell: NotebookNode) -> dict[str, Any]:
    return cell.metadata.get("nbgrader", {})


def _copy(namespace: dict[str, Any], used: set[str]) -> dict[str, Any]:
    """Copy models and arrays that are used too: what one answer trains or overwrites must not reach the next."""
    return {
        name: deepcopy(value) if name in used and not name.startswith("__") and _can_change(value) else value
        for name, value in namespace.items()
    }


def _can_change(value: Any) -> bool:
    is_model = hasattr(value, "get_weights") and not isinstance(value, type)
    return is_model or isinstance(value, np.ndarray | list | dict | set)

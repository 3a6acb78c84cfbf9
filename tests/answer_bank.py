"""Run wrong and right answers against the test cells of an assignment, in one process.

``tests/answers/<unit>/<grade id>/wrong_*.py`` and ``right_*.py`` each replace one answer cell; the first line of a file
names the mistake, or the other honest way. All other cells hold the reference answers.
"""

import ast
import os
import re
import sys
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from nbformat import NotebookNode
from nbgrader.utils import is_grade, is_solution

from rnnstaff import course

ROOT = Path(__file__).parent.parent
BANK = ROOT / "tests" / "answers"


# Answers of these cells train for long: the tests take the first two of each kind, `main` takes all.
LONG = {"raw-train", "normalized-train", "dense-train", "forecaster-train", "three-train"}


def answers(unit: str, kind: str, whole: bool = False) -> list[Path]:
    """Give the files of the bank: ``kind`` is ``wrong`` or ``right``; ``whole``: also all those that take long."""
    found = []
    for folder in sorted((BANK / unit).iterdir()):
        files = sorted(folder.glob(f"{kind}_*.py"))
        found += files[:2] if folder.name in LONG and not whole else files
    return found


def grade(unit: str, grade_id: str, code: str) -> tuple[float, float]:
    """Give the score that an answer earns in the first test cell after it, and the points of that cell."""
    before, cells = _assignment(unit)[grade_id]
    position, end = _places(cells, grade_id)
    sources = [code, *(cell.source for cell in cells[position + 1 : end + 1])]
    namespace = _copy(before, set(re.findall(r"\w+", "\n".join(sources))))
    for source in sources:
        try:
            value = run(source, namespace)
        except Exception:
            value = 0.0  # as in a notebook: a cell that fails does not stop the next
    return float(value), cells[end].metadata.nbgrader.points


def graded_by(unit: str, grade_id: str) -> str:
    """Give the grade id of the first test cell after an answer cell."""
    cells = list(course.code_cells(course.read(course.assignment(ROOT, "source", unit))))
    return cells[_places(cells, grade_id)[1]].metadata.nbgrader.grade_id


def _places(cells: list[NotebookNode], grade_id: str) -> tuple[int, int]:
    position = next(i for i, cell in enumerate(cells) if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id)
    return position, next(
        i for i, cell in enumerate(cells) if i > position and is_grade(cell) and not is_solution(cell)
    )


def run(code: str, namespace: dict[str, Any]) -> Any:
    """Run a cell and give the value of its last expression."""
    tree = ast.parse(code)
    last = ast.Expression(tree.body.pop().value) if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<cell>", "exec"), namespace)
    return eval(compile(last, "<cell>", "eval"), namespace) if last else None


@cache
def _assignment(unit: str) -> dict[str, tuple[dict[str, Any], list]]:
    """Run the reference once, and give for each answer cell the names before it and all cells."""
    os.environ["RNNCOURSE_BUDGET"] = "grading"
    cells = list(course.code_cells(course.read(course.assignment(ROOT, "source", unit))))
    wanted = {path.parent.name for kind in ("wrong", "right") for path in answers(unit, kind)}
    namespace: dict[str, Any] = {"__name__": "__main__"}
    states = {}
    for cell in cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in wanted:
            states[grade_id] = (_copy(namespace, set(namespace)), cells)
        if not is_grade(cell):
            run(cell.source, namespace)
    return states


def _copy(namespace: dict[str, Any], used: set[str]) -> dict[str, Any]:
    """Copy models and arrays that are used too: what one answer trains or overwrites must not reach the next."""
    return {
        name: deepcopy(value) if name in used and _can_change(value) else value for name, value in namespace.items()
    }


def _can_change(value: Any) -> bool:
    is_model = hasattr(value, "get_weights") and not isinstance(value, type)
    return is_model or isinstance(value, np.ndarray)


def units() -> list[str]:
    """Give the units that the bank has answers for."""
    return sorted(path.name for path in BANK.iterdir() if path.is_dir())


def main() -> None:
    """Grade all answers to some cells, ``python tests/answer_bank.py UNIT [GRADE_ID ...]``, and print each score."""
    unit, *cells = sys.argv[1:]
    for kind in ("wrong", "right"):
        for path in answers(unit, kind, whole=True):
            if not cells or path.parent.name in cells:
                score, points = grade(unit, path.parent.name, path.read_text())
                fair = (score < points) == (kind == "wrong")
                print(f"{'' if fair else 'UNFAIR '}{path.parent.name}/{path.name}: {score:g} of {points:g}", flush=True)


if __name__ == "__main__":
    main()

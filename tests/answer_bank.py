"""Run wrong and right answers against the test cells of an assignment, in one process.

The names here are what tests, and tools outside of the project, call; ``rnnstaff/authoring/bank.py`` does the work.
"""

import sys
from functools import cache
from pathlib import Path

from rnnstaff.authoring import bank
from rnnstaff.authoring.bank import run

__all__ = ["BANK", "ROOT", "answers", "grade", "graded_by", "main", "run", "units"]

ROOT = Path(__file__).parent.parent
BANK = ROOT / bank.FOLDER


def answers(unit: str, kind: str, whole: bool = False) -> list[Path]:
    """Give the files of the bank: ``kind`` is ``wrong`` or ``right``; ``whole``: also all those that take long."""
    return bank.files(BANK / unit, kind, whole)


def grade(unit: str, grade_id: str, code: str) -> tuple[float, float]:
    """Give the score that an answer earns in the first test cell after it, and the points of that cell."""
    graded = _assignment(unit).grade(grade_id, code)
    return graded.score, graded.points


def graded_by(unit: str, grade_id: str) -> str:
    """Give the grade id of the first test cell after an answer cell."""
    return _assignment(unit).test_of(grade_id)


@cache
def _assignment(unit: str) -> bank.Assignment:
    """Run the reference once."""
    wanted = {path.parent.name for kind in (bank.WRONG, bank.RIGHT) for path in answers(unit, kind)}
    return bank.Assignment(ROOT / "source" / unit / f"{unit}.ipynb", wanted)


def units() -> list[str]:
    """Give the units that the bank has answers for."""
    return bank.units(ROOT)


def main() -> None:
    """Grade all answers to some cells, ``python tests/answer_bank.py UNIT [GRADE_ID ...]``, and print each score."""
    unit, *cells = sys.argv[1:]
    for kind in (bank.WRONG, bank.RIGHT):
        for path in answers(unit, kind, whole=True):
            if not cells or path.parent.name in cells:
                score, points = grade(unit, path.parent.name, path.read_text())
                fair = (score < points) == (kind == bank.WRONG)
                print(f"{'' if fair else 'UNFAIR '}{path.parent.name}/{path.name}: {score:g} of {points:g}", flush=True)


if __name__ == "__main__":
    main()

"""CSV files of grades, for a spreadsheet: of each student, each exercise, and each check."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import CsvExportPlugin

from rnnstaff.classroom import grades, lateness, statistics
from rnnstaff.classroom.grades import Grades

STUDENT = ("assignment", "student_id", "last_name", "first_name", "email")
OF_EXERCISES = (*STUDENT, "notebook", "exercise", "cell", "by_hand", "score", "max_score", "status")
OF_CHECKS = (*STUDENT, "notebook", "exercise", "cell", "check", "passed", "message", "status")
PENALTY = "late submission penalty"
# Where a formula can begin: a spreadsheet whose separator is another one than the comma takes a cell to pieces.
_FORMULA = re.compile(r"^(?=[\t\r])|(?:^|(?<=[;\t\r\n]))(?=[\s\x22]*[=+\-@＝＋－＠])")


class CsvExport(CsvExportPlugin):
    """nbgrader's CSV of grades, with the flags, and quoted: ``ExportApp.plugin_class``."""

    def export(self, gradebook: Gradebook) -> None:
        """Write the grades to the file that ``--to`` names, by default ``grades.csv``."""
        path = Path(self.to or "grades.csv")
        _write(path, grades.COLUMNS, self._rows(gradebook))
        self.log.info("Exported grades to %s", path)

    def _rows(self, gradebook: Gradebook) -> Iterator[dict[str, Any]]:
        root = Path(CourseDirectory(parent=self.parent).root)
        for assignment in gradebook.assignments:
            if self.assignment and assignment.name not in self.assignment:
                continue
            for words in lateness.refresh(root, assignment.name):
                self.log.warning(words)
            gradebook.db.expire_all()
            for row in grades.rows(gradebook, root, assignment.name):
                if not self.student or row["student_id"] in map(str, self.student):
                    yield row


def write(root: Path, unit: str, by: str, path: Path | None = None) -> tuple[Path, list[str]]:
    """Write the grades of an assignment as a table.

    Parameters
    ----------
    by : what has a row of each student: ``student``, ``exercise`` or ``check``.
    path : by default ``reports/<unit>-by-<by>.csv``.

    Returns
    -------
    the path; and who has no score, and why, a line each.

    Raises
    ------
    CourseError : nothing of the assignment has been graded.
    """
    columns, make = _TABLES[by]
    found = grades.read(root, unit)
    path = path or root / "reports" / f"{unit}-by-{by}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, columns, make(root, unit, found))
    return path, [f"{row['student_id']}: {row['status']}" for row in found.rows if row["score"] is None]


def _of_students(root: Path, unit: str, found: Grades) -> Iterable[dict[str, Any]]:
    return found.rows


def _of_exercises(root: Path, unit: str, found: Grades) -> Iterator[dict[str, Any]]:
    """Give a row for each graded cell, and one for a penalty, so that the rows of a student add up to the score."""
    for row in found.rows:
        for item in found.items:
            yield row | {
                "notebook": item.notebook,
                "exercise": item.name,
                "cell": item.cell,
                "by_hand": _yes(item.by_hand),
                "score": item.scores.get(row["student_id"]),
                "max_score": item.max_score,
            }
        if row["late_submission_penalty"]:
            yield row | {"exercise": PENALTY, "score": row["score"] - row["raw_score"], "max_score": 0}


def _of_checks(root: Path, unit: str, found: Grades) -> Iterator[dict[str, Any]]:
    """Give a row for each check that was run for a student; and one for whom none was."""
    ran = statistics.by_check(grades.of_checks(root, unit, found.graded))
    for row in found.rows:
        name = row["student_id"]
        theirs = {place: outcomes[name] for place, outcomes in ran.items() if name in outcomes}
        for place, outcome in theirs.items():
            yield row | place._asdict() | {"message": outcome.message, "passed": _yes(outcome.passed)}
        if not theirs:
            yield row


_TABLES: Mapping[str, tuple[tuple[str, ...], Callable[[Path, str, Grades], Iterable[dict[str, Any]]]]] = {
    "exercise": (OF_EXERCISES, _of_exercises),
    "check": (OF_CHECKS, _of_checks),
    "student": (grades.COLUMNS, _of_students),
}


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[dict[str, Any]]) -> None:
    """Write a table that Excel reads as what it is: with a byte order mark, and without formulas."""
    with path.open("w", newline="", encoding="utf-8-sig", errors="backslashreplace") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        for row in rows:
            writer.writerow({name: _cell(row.get(name)) for name in columns})


def _cell(value: Any) -> Any:
    """Give a value as a spreadsheet must get it: text that would be run as a formula stays text."""
    if isinstance(value, list):
        value = " ".join(value)
    return _FORMULA.sub("'", value) if isinstance(value, str) else value

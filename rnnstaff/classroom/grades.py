"""The grades of an assignment as they are now: of each student, each exercise, and each check.

A score counts only where the state of the submission says so; penalties and points by hand are in it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.api import Assignment, BaseCell, Grade, Gradebook, Notebook, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import select

from rnnstaff import course, states
from rnnstaff.classroom import lateness, outcomes
from rnnstaff.classroom.statistics import Item, Ran
from rnnstaff.course import CourseError
from rnnstaff.running.meter import USED

COLUMNS = (
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
    "raw_score", "late_submission_penalty", "score", "max_score", "status", "flags",
)  # fmt: skip


@dataclass(frozen=True)
class Grades:
    """The grades of an assignment.

    Parameters
    ----------
    rows : of each student, as in :func:`rows`.
    items : the graded cells, with the points of those who are graded.
    """

    rows: list[dict[str, Any]]
    items: list[Item]

    @property
    def graded(self) -> list[str]:
        """Those who have a score."""
        return [row["student_id"] for row in self.rows if row["score"] is not None]


def read(root: Path, unit: str) -> Grades:
    """Read the grades of an assignment, with penalties and extensions brought up to date.

    Raises
    ------
    CourseError : nothing of the assignment has been graded.
    """
    lateness.refresh(root, unit)
    with states.gradebook(root) as opened:
        known = unit in {assignment.name for assignment in opened.assignments}
        table = list(rows(opened, root, unit)) if known else []
        graded = {row["student_id"] for row in table if row["score"] is not None}
        items = list(_items(opened, root, unit, graded)) if table else []
    if not table:
        raise CourseError(f"Nothing has been graded for {unit} yet. Run `rnncourse grade {unit}` first.")
    return Grades(table, items)


def rows(gradebook: Gradebook, root: Path, unit: str) -> Iterator[dict[str, Any]]:
    """Give a dictionary of ``COLUMNS`` for each student; ``flags`` is a list of sentences."""
    assignment = gradebook.find_assignment(unit)
    students = {student.id: student for student in gradebook.students}
    submissions = {submission.student_id: submission for submission in assignment.submissions}
    standings = states.of_all(root, unit)
    for name in sorted({*students, *standings}):
        student, submission = students.get(name), submissions.get(name)
        standing = standings.get(name, states.Standing(states.NOT_HANDED_IN))
        raw = score = penalty = None
        if standing.is_graded and submission:
            raw, penalty = submission.score, submission.late_submission_penalty or 0.0
            score = max(0.0, raw - penalty)
        yield {
            "assignment": unit,
            "duedate": assignment.duedate,
            "timestamp": submission and submission.timestamp,
            "student_id": name,
            "last_name": student and student.last_name,
            "first_name": student and student.first_name,
            "email": student and student.email,
            "raw_score": raw,
            "late_submission_penalty": penalty,
            "score": score,
            "max_score": assignment.max_score,
            "status": _status(standing, submission),
            "flags": standing.flags,
        }


def _status(standing: states.Standing, submission: Any) -> str:
    if standing.reason:
        return f"{standing.state}: {standing.reason}"
    if standing.is_graded and submission and submission.needs_manual_grade:
        return f"{standing.state}, manual points are missing"
    return standing.state


def _items(opened: Gradebook, root: Path, unit: str, students: set[str]) -> Iterator[Item]:
    """Give the graded cells of an assignment, in the order of its notebooks, with the points of these students."""
    scores: dict[tuple[str, str], dict[str, float]] = {}
    points = select(SubmittedAssignment.student_id, Notebook.name, BaseCell.name, Grade.score).select_from(Grade)
    points = points.join(BaseCell, Grade.cell_id == BaseCell.id).join(Notebook, BaseCell.notebook_id == Notebook.id)
    points = points.join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id).join(SubmittedAssignment)
    points = points.join(Assignment, Notebook.assignment_id == Assignment.id).where(Assignment.name == unit)
    has_points = Grade.auto_score.is_not(None) | Grade.manual_score.is_not(None)
    for student, notebook, cell, score in opened.db.execute(points.where(has_points)):
        if student in students:
            scores.setdefault((notebook, cell), {})[student] = score
    cells = _cells(root, unit)
    found = {
        (notebook.name, cell.name): cell.max_score
        for notebook in opened.find_assignment(unit).notebooks
        for cell in [*notebook.grade_cells, *notebook.task_cells]
    }
    for place in [*(place for place in cells if place in found), *(place for place in found if place not in cells)]:
        cell = cells.get(place)
        settings = cell.metadata.nbgrader if cell else {}
        yield Item(
            *place,
            outcomes.title(cell) if cell else place[1],
            found[place],
            bool(settings.get("solution") or settings.get("task")),
            scores.get(place, {}),
        )


def _cells(root: Path, unit: str) -> dict[tuple[str, str], NotebookNode]:
    """Give the graded cells of an assignment's source, by notebook and grade id."""
    found = {}
    for name in course.notebook_names(root, unit):
        for cell in course.read(root / "source" / unit / f"{name}.ipynb").cells:
            settings = cell.metadata.get("nbgrader", {})
            if settings.get("grade") or settings.get("task"):
                found[name, settings.grade_id] = cell
    return found


def of_checks(root: Path, unit: str, students: Iterable[str]) -> Iterator[Ran]:
    """Give the outcome of each check in the graded notebooks."""
    for student, name, notebook in _graded(root, unit, students):
        for cell in course.code_cells(notebook):
            settings = cell.metadata.get("nbgrader", {})
            if settings.get("grade") and not settings.get("solution"):
                for outcome in outcomes.of_cell(cell):
                    yield Ran(student, name, outcomes.title(cell), settings.grade_id, outcome)


def used(root: Path, unit: str, students: Iterable[str]) -> dict[str, tuple[float | None, float | None]]:
    """Give what the last run of each student's notebooks took: seconds in all, and MiB of memory at most.

    None is what was not measured: the memory where there was no sandbox.
    """
    runs: dict[str, list[tuple[float | None, float | None]]] = {}
    for student, _, notebook in _graded(root, unit, students):
        took = notebook.metadata.get(USED, {})
        runs.setdefault(student, []).append((took.get("seconds"), took.get("MiB")))
    found = {}
    for student, times in runs.items():
        seconds, memory = zip(*times, strict=True)
        found[student] = (None if None in seconds else sum(seconds), None if None in memory else max(memory))
    return found


def _graded(root: Path, unit: str, students: Iterable[str]) -> Iterator[tuple[str, str, NotebookNode]]:
    """Give the graded notebooks of each student: student, name, notebook."""
    for student in students:
        for path in sorted((root / "autograded" / student / unit).glob("*.ipynb")):
            yield student, path.stem, course.read(path)

"""The grades of a class: a row per student with its flags for a spreadsheet, and a page that an instructor acts on."""

import csv
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from nbformat import NotebookNode
from nbgrader.api import Assignment, BaseCell, Grade, Gradebook, Notebook, SubmittedAssignment, SubmittedNotebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import CsvExportPlugin
from sqlalchemy import select

from rnnstaff import course, states
from rnnstaff.classroom import lateness, outcomes, statistics
from rnnstaff.course import CourseError
from rnnstaff.states import gradebook

COLUMNS = (
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
    "raw_score", "late_submission_penalty", "score", "max_score", "status", "flags",
)  # fmt: skip
_PAGES = Path(__file__).parent / "pages"


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


class CsvExport(CsvExportPlugin):
    """nbgrader's CSV of grades, with the flags, and quoted: ``ExportApp.plugin_class``."""

    def export(self, gradebook: Gradebook) -> None:
        """Write the grades to the file that ``--to`` names, by default ``grades.csv``."""
        path = Path(self.to or "grades.csv")
        root = Path(CourseDirectory(parent=self.parent).root)
        with path.open("w", newline="", encoding="utf-8", errors="backslashreplace") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            for assignment in gradebook.assignments:
                if self.assignment and assignment.name not in self.assignment:
                    continue
                for words in lateness.refresh(root, assignment.name):
                    self.log.warning(words)
                gradebook.db.expire_all()
                for row in rows(gradebook, root, assignment.name):
                    if not self.student or row["student_id"] in map(str, self.student):
                        writer.writerow({name: _cell(value) for name, value in row.items()})
        self.log.info("Exported grades to %s", path)


def _cell(value: Any) -> Any:
    """Give a value as a spreadsheet must get it: text that would be run as a formula stays text."""
    if isinstance(value, list):
        value = " ".join(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def write_page(root: Path, unit: str) -> Path:
    """Write the page of an assignment, ``reports/<unit>.html``, and give its path.

    Raises
    ------
    CourseError : nothing of the assignment has been graded.
    """
    lateness.refresh(root, unit)
    with gradebook(root) as opened:
        known = unit in {assignment.name for assignment in opened.assignments}
        table = list(rows(opened, root, unit)) if known else []
        graded = [row["student_id"] for row in table if row["score"] is not None]
        items = list(_items(opened, root, unit, {*graded})) if table else []
    if not table:
        raise CourseError(f"Nothing has been graded for {unit} yet. Run `rnncourse grade {unit}` first.")
    scores = [row["score"] for row in table if row["score"] is not None]
    checks = statistics.of_checks(_outcomes(root, unit, graded))
    path = root / "reports" / f"{unit}.html"
    path.parent.mkdir(exist_ok=True)
    environment = Environment(
        loader=FileSystemLoader(_PAGES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    page = environment.get_template("report.html.j2").render(
        unit=unit,
        rows=table,
        summary=statistics.of_scores(scores, table[0]["max_score"]),
        exercises=statistics.of_exercises(items),
        checks=[check for check in checks if check.failed],
        feedback=_feedback(root, unit, graded),
    )
    path.write_text(page, encoding="utf-8", errors="backslashreplace")  # a folder may have any name
    return path


def _items(opened: Gradebook, root: Path, unit: str, students: set[str]) -> Iterator[statistics.Item]:
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
        yield statistics.Item(
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


def _outcomes(root: Path, unit: str, students: list[str]) -> Iterator[tuple[str, str, str, outcomes.Outcome]]:
    """Give the outcome of each check in the graded notebooks: student, exercise, cell, outcome."""
    for student in students:
        for path in sorted((root / "autograded" / student / unit).glob("*.ipynb")):
            for cell in course.code_cells(course.read(path)):
                settings = cell.metadata.get("nbgrader", {})
                if settings.get("grade") and not settings.get("solution"):
                    for outcome in outcomes.of_cell(cell):
                        yield student, outcomes.title(cell), settings.grade_id, outcome


def _feedback(root: Path, unit: str, students: list[str]) -> dict[str, list[tuple[str, str]]]:
    """Give the feedback of each student, as (notebook, link from the page); other pages there are the student's own."""
    names = course.notebook_names(root, unit)
    return {
        student: [
            (name, quote(os.fsencode(f"../feedback/{student}/{unit}/{name}.html")))
            for name in names
            if (root / "feedback" / student / unit / f"{name}.html").is_file()
        ]
        for student in students
    }

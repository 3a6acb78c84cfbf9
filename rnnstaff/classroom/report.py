"""The grades of a class with their flags: a row per student, for a spreadsheet and for a page to look at."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import CsvExportPlugin

from rnnstaff import states
from rnnstaff.classroom import lateness
from rnnstaff.course import CourseError
from rnnstaff.states import gradebook

COLUMNS = (
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
    "raw_score", "late_submission_penalty", "score", "max_score", "status", "flags",
)  # fmt: skip
PAGE = """\
<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>{{ unit }}</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #222 }
  table { border-collapse: collapse; width: 100% }
  th, td { border-bottom: 1px solid #ddd; padding: .3rem .6rem; text-align: left; vertical-align: top }
  .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
  ul { margin: 0; padding-left: 1.1rem }
</style>
<h1>{{ unit }}</h1>
<p>{{ rows|length }} {{ "student" if rows|length == 1 else "students" }},
{{ rows|rejectattr("score", "none")|list|length }} graded,
{{ rows|selectattr("flags")|list|length }} flagged. A flag says what was repaired, which limit was reached, or
what looks like tampering; it is no verdict.</p>
<table>
<tr><th>Student<th class="number">Score of {{ "%g"|format(rows[0].max_score) }}<th>Status<th>Flags</tr>
{% for row in rows %}
<tr><td>{{ row.student_id }}
<td class="number">{% if row.score is none %}–{% else %}{{ "%g"|format(row.score|round(2)) }}{% endif %}
<td>{{ row.status }}
<td>{% if row.flags %}<ul>{% for flag in row.flags %}<li>{{ flag }}{% endfor %}</ul>{% endif %}
</tr>
{% endfor %}
</table>
</html>
"""


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
    if not table:
        raise CourseError(f"Nothing has been graded for {unit} yet. Run `rnncourse grade {unit}` first.")
    path = root / "reports" / f"{unit}.html"
    path.parent.mkdir(exist_ok=True)
    template = Environment(autoescape=True).from_string(PAGE)
    page = template.render(unit=unit, rows=table)
    path.write_text(page, encoding="utf-8", errors="backslashreplace")  # a folder may have any name
    return path

"""The page of an assignment, for an instructor to act on."""

import os
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from rnnstaff import course
from rnnstaff.classroom import grades, statistics

_PAGES = Path(__file__).parent / "pages"


def write_page(root: Path, unit: str) -> Path:
    """Write the page of an assignment, ``reports/<unit>.html``, and give its path.

    Raises
    ------
    CourseError : nothing of the assignment has been graded.
    """
    found = grades.read(root, unit)
    scores = [row["score"] for row in found.rows if row["score"] is not None]
    checks = statistics.of_checks(grades.of_checks(root, unit, found.graded))
    used = grades.used(root, unit, found.graded)
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
        rows=found.rows,
        summary=statistics.of_scores(scores, found.rows[0]["max_score"]),
        exercises=statistics.of_exercises(found.items),
        checks=[check for check in checks if check.failed],
        feedback=_feedback(root, unit, found.graded),
        used=used,
        seconds=statistics.median_and_most({student: seconds for student, (seconds, _) in used.items()}),
        memory=statistics.median_and_most({student: memory for student, (_, memory) in used.items()}),
    )
    path.write_text(page, encoding="utf-8", errors="backslashreplace")  # a folder may have any name
    return path


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

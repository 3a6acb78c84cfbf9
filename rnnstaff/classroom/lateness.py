"""Extensions and penalties: they follow from the due date, a file of extensions, and the points as they are now.

nbgrader takes the penalty when it grades. Points that are given by hand come later, so it is taken anew here each time
that scores are shown. How large it is, nbgrader's plugin says (``AssignLatePenalties.plugin_class``).
"""

import csv
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry, SubmittedAssignment
from nbgrader.preprocessors import AssignLatePenalties

from rnnstaff import course, states
from rnnstaff.course import CourseError
from rnnstaff.intake import times

FILE = "extensions.csv"
COLUMNS = ["assignment", "student", "until"]


def extensions(root: Path, unit: str) -> dict[str, datetime]:
    """Give until when each student who has an extension may hand in, in UTC.

    Raises
    ------
    CourseError : the file has other columns, or a time that is not clear; the message names the line.
    """
    path = root / FILE
    if not path.is_file():
        return {}
    with path.open(newline="", encoding="utf-8-sig") as file:
        rows = csv.DictReader(file)
        if rows.fieldnames != COLUMNS:
            raise CourseError(f"{FILE} must begin with the line {','.join(COLUMNS)}.")
        found = {}
        for row in rows:
            until = times.parse(row["until"] or "")
            if until is None:
                example = "2026-12-01T23:59:00+01:00"
                raise CourseError(
                    f"{FILE}, line {rows.line_num}: {row['until']!r} is no time with its zone, as in {example}."
                )
            if row["assignment"] == unit:
                found[row["student"]] = until
    return found


def refresh(root: Path, unit: str, student: str | None = None) -> list[str]:
    """Bring extensions and penalties of an assignment up to date in the gradebook.

    Parameters
    ----------
    student : whose alone; by default everybody's.

    Returns
    -------
    what an instructor should know, in sentences: extensions that have no effect.
    """
    granted = extensions(root, unit)
    with states.gradebook(root) as opened:
        try:
            assignment = opened.find_assignment(unit)
            submissions = [opened.find_submission(unit, student)] if student else assignment.submissions
        except MissingEntry:
            return []
        if granted and assignment.duedate is None:
            return [f"{FILE} has extensions, and {unit} has no due date: nbgrader db assignment add {unit} --duedate=…"]
        for submission in submissions:
            until = granted.pop(submission.student_id, None)
            submission.extension = max(_until_due(until, assignment.duedate), timedelta(0)) if until else None
        opened.db.commit()
        _take_penalties(root, opened, submissions)
        return [f"{student} has an extension and has not handed in yet." for student in sorted(granted)]


def _until_due(until: datetime, due: datetime) -> timedelta:
    return until - due.replace(tzinfo=UTC)  # nbgrader keeps times in UTC, without a zone


def _take_penalties(root: Path, opened: Gradebook, submissions: Iterable[SubmittedAssignment]) -> None:
    rule = AssignLatePenalties(config=course.nbgrader_config(root))
    rule.init_plugin()
    for submission in submissions:
        late = submission.total_seconds_late
        for notebook in submission.notebooks:
            penalty = (
                rule.plugin_inst.late_submission_penalty(submission.student_id, notebook.score, late) if late else None
            )
            notebook.late_submission_penalty = None if penalty is None else min(max(penalty, 0), notebook.score)
    opened.db.commit()


def refreshes(notebooks: list[str] | None = None, **_: object) -> None:
    """Be nbgrader's ``GenerateFeedback.pre_convert_hook``."""
    if notebooks:
        root, unit, student = states.place_of(Path(notebooks[0]).parent)
        refresh(root, unit, states.key_of(student))

"""One student's part of the gradebook, as rows: it goes to another machine, and what was graded there comes back.

The rows hold one assignment, the id of one student, and what was graded of the two: no name, no address, nobody else.
"""

import json
from pathlib import Path
from typing import Any

from nbgrader.api import Base, Gradebook
from sqlalchemy import NullPool, create_engine, insert, select

from rnnstaff import states

Rows = dict[str, list[dict[str, Any]]]  # by table
_STATE = "state"  # in the place of a table: the row of the submission's state


def take(opened: Gradebook, unit: str, student: str) -> Rows:
    """Give what the gradebook holds of an assignment and of a student's submission to it."""
    only = {"assignment": {"name": unit}, "student": {"id": student}}
    rows: Rows = {_STATE: states.rows(opened, unit, student)}
    for table in Base.metadata.sorted_tables:  # what others point to comes first
        wanted = [table.c[column] == value for column, value in only.get(table.name, {}).items()]
        for key in table.foreign_keys:
            wanted.append(key.parent.in_([row[key.column.name] for row in rows[key.column.table.name]]))
        columns = [table.c.id] if table.name == "student" else table.columns
        rows[table.name] = [dict(row) for row in opened.db.execute(select(*columns).where(*wanted)).mappings()]
    return rows


def write(rows: Rows, path: Path) -> None:
    """Make a gradebook of these rows alone, in a new file."""
    engine = create_engine(url(path), poolclass=NullPool)
    Base.metadata.create_all(engine)
    with engine.begin() as connection:
        for table in Base.metadata.sorted_tables:
            if rows[table.name]:
                connection.execute(insert(table), rows[table.name])
        states.create_table(connection)
        states.put(connection, rows[_STATE])


def read(path: Path, unit: str, student: str) -> Rows:
    """Give the rows of such a file."""
    with Gradebook(url(path)) as opened:
        return take(opened, unit, student)


def merge(opened: Gradebook, unit: str, student: str, graded: Rows) -> None:
    """Write what was graded into the gradebook; nothing is committed yet, but that there is such a submission.

    As where it is graded here, only what tests give changes: points and comments by hand stay, also those that came
    meanwhile. So does whatever belongs to a cell that was taken out of the assignment meanwhile.
    """
    opened.update_or_create_student(student)
    with opened.db.no_autoflush:  # of what nbgrader has made in part
        submission = opened.update_or_create_submission(unit, student)
    (sent,) = graded["submitted_assignment"]
    submission.timestamp = sent["timestamp"]
    here = {notebook.notebook_id: notebook for notebook in submission.notebooks}
    for row in graded["submitted_notebook"]:
        if notebook := here.get(row["notebook_id"]):
            notebook.late_submission_penalty = row["late_submission_penalty"]
    grades = {grade.cell_id: grade for notebook in submission.notebooks for grade in notebook.grades}
    for row in graded["grade"]:
        if grade := grades.get(row["cell_id"]):
            if row["auto_score"] is not None and not 0 <= row["auto_score"] <= grade.max_score:
                raise ValueError(f"A machine sent {row['auto_score']} of {grade.max_score} points.")
            grade.auto_score = row["auto_score"]
            if grade.manual_score == row["manual_score"]:  # else somebody looks at it just now
                grade.needs_manual_grade = row["needs_manual_grade"]
    comments = {comment.cell_id: comment for notebook in submission.notebooks for comment in notebook.comments}
    for row in graded["comment"]:
        if comment := comments.get(row["cell_id"]):
            comment.auto_comment = row["auto_comment"]
    states.put(opened.db, _checked(graded[_STATE], unit, student))


def _checked(rows: list[dict[str, str]], unit: str, student: str) -> list[dict[str, str]]:
    """Give the rows of a state that came back, if there is one, and of this submission: others read it as it is."""
    if [(row["assignment"], row["student"]) for row in rows] != [(unit, states.key_of(student))]:
        raise ValueError("A machine sent the state of another submission.")
    if not isinstance(json.loads(rows[0]["flags"]), list):
        raise ValueError("A machine sent flags that are no list.")
    return rows


def url(path: Path) -> str:
    """Give the place of a gradebook in a file, as SQLAlchemy writes it."""
    return f"sqlite:///{path}"

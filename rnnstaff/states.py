"""The state of each submission, with its reason and its flags: one row beside its grade, in the gradebook.

Whoever grades writes it here, and the terminal, the report and the CSV file read it here. A score counts only where the
state says that the submission was graded; of all others there is no graded notebook, so no feedback is made either.
"""

import functools
import hashlib
import json
import os
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
from nbgrader.api import (
    Assignment,
    Grade,
    Gradebook,
    GradeCell,
    Notebook,
    SourceCell,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)
from nbgrader.coursedir import CourseDirectory
from sqlalchemy import Column, MetaData, Table, Text, delete, insert, inspect, select, text, update
from sqlalchemy.exc import DatabaseError

from rnnstaff import course
from rnnstaff.course import CourseError
from rnnstaff.intake import flags
from rnnstaff.intake.tidying import TAKEN

NOT_HANDED_IN, HANDED_IN, BEING_GRADED = "not handed in", "handed in", "being graded"
GRADED, GRADED_OLDER, NOT_GRADED = "graded", "graded by an older hand-in", "not graded"
GRADED_VERSION = "graded by an older version of the assignment"
UNFINISHED = "Grading began and did not finish."
_ROWS = Table(
    "rnncourse_submission",
    MetaData(),
    Column("assignment", Text, primary_key=True),
    Column("student", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("flags", Text, nullable=False),  # a list, as JSON
    Column("handed_in", Text, nullable=False),  # what was graded: a digest
    Column("process", Text, nullable=False),  # who grades it
    Column("graded", Text, nullable=False, server_default=""),  # the digest of what was graded to its end, at last
    Column("version", Text, nullable=False, server_default=""),  # of the assignment: digests by cell, as JSON
)


@dataclass(frozen=True)
class Standing:
    """What became of a submission.

    Parameters
    ----------
    state : one of the constants of this module.
    reason : why it is not graded, a sentence; else empty.
    flags : of the submission that was graded last.
    changed : the cells of the assignment that have changed since, by grade id.
    """

    state: str
    reason: str = ""
    flags: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)

    @property
    def is_graded(self) -> bool:
        """Whether there is a score that counts."""
        return self.state in (GRADED, GRADED_OLDER, GRADED_VERSION)


@contextmanager
def gradebook(root: Path) -> Iterator[Gradebook]:
    """Open the course's gradebook.

    Raises
    ------
    CourseError : it cannot be read, or another program is using it.
    """
    coursedir = CourseDirectory(root=str(root), config=course.nbgrader_config(root))
    try:
        with Gradebook(coursedir.db_url, coursedir.course_id) as opened:
            yield opened
    except DatabaseError as error:
        raise CourseError(_advice(error)) from error


def begin(root: Path, unit: str, student: str, cell: str = "") -> None:
    """Note that a submission is being graded. Scores of tests that it had go; points given by hand stay.

    Parameters
    ----------
    cell : the only test cell that is graded again; by default all are.
    """
    me = f"{socket.gethostname()} {os.getpid()} {psutil.Process().create_time()}"
    _write(root, unit, student, BEING_GRADED, process=me, cell=cell)


def finish(root: Path, unit: str, student: str) -> None:
    """Note that a submission was graded to its end, with the flags that were left beside the graded notebook."""
    _write(root, unit, student, GRADED, flags.read(root / "autograded" / student / unit))


def fail(root: Path, unit: str, student: str, reason: str) -> None:
    """Note that a submission could not be graded, and why."""
    shutil.rmtree(root / "autograded" / student / unit, ignore_errors=True)  # no feedback is made of half of it
    _write(root, unit, student, NOT_GRADED, reason=reason)


def of_all(root: Path, unit: str) -> dict[str, Standing]:
    """Give the standing of everybody who has handed in an assignment, or had it graded, by student."""
    with gradebook(root) as opened:
        _make_table(opened)
        rows = {row.student: row for row in opened.db.execute(select(_ROWS).where(_ROWS.c.assignment == unit))}
        now = version(opened, unit)
    handed_in = {path.parent.name for path in root.glob(f"submitted/*/{unit}")}
    names = {key_of(student): student for student in handed_in}
    everybody = sorted({*names, *rows})
    return {names.get(key, key): _standing(root, unit, names.get(key), rows.get(key), now) for key in everybody}


def of(root: Path, unit: str, student: str) -> Standing:
    """Give the standing of one submission."""
    with gradebook(root) as opened:
        _make_table(opened)
        row, now = _row(opened, unit, student), version(opened, unit)
    return _standing(root, unit, student, row, now)


def is_same_hand_in(root: Path, unit: str, student: str) -> bool:
    """Say whether what is being graded is what was graded the last time."""
    with gradebook(root) as opened:
        _make_table(opened)
        row = _row(opened, unit, student)
    return row is not None and row.graded == row.handed_in


def version(opened: Gradebook, unit: str) -> dict[str, str]:
    """Give a digest of each cell of an assignment, as far as grades depend on it, by notebook and grade id.

    The text of a cell in which students write their answer is not in it: they have replaced it.
    """
    points, found = {}, {}
    cells = select(Notebook.name, SourceCell.name, SourceCell.cell_type, SourceCell.locked, SourceCell.source)
    for kind in (GradeCell, TaskCell):
        rows = select(Notebook.name, kind.name, kind.max_score).join(Notebook, kind.notebook_id == Notebook.id)
        points |= {row[:2]: row[2] for row in opened.db.execute(rows.join(Assignment).where(Assignment.name == unit))}
    rows = cells.join(Notebook, SourceCell.notebook_id == Notebook.id).join(Assignment).where(Assignment.name == unit)
    for notebook, cell, kind, locked, source in opened.db.execute(rows):
        facts = [kind, bool(locked), points.get((notebook, cell)), source if locked else ""]
        found[f"{notebook}:{cell}"] = hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:16]
    return found


def rows(opened: Gradebook, unit: str, student: str) -> list[dict[str, str]]:
    """Give the row of a submission's state, if there is one."""
    _make_table(opened)
    row = _row(opened, unit, student)
    return [dict(row._mapping)] if row else []


def put(connection: Any, rows: list[dict[str, str]]) -> None:
    """Put such a row in the place of the one of the same submission; nothing is committed.

    Parameters
    ----------
    connection : to a gradebook that has the table, or a session of one.
    """
    for row in rows:
        connection.execute(delete(_ROWS).where(_is_row(row["assignment"], row["student"])))
        connection.execute(insert(_ROWS).values(row))


def place_of(folder: Path) -> tuple[Path, str, str]:
    """Give the course, the assignment and the student of a folder such as ``submitted/<student>/<assignment>``."""
    folder = folder.absolute()
    return folder.parents[2], folder.name, folder.parent.name


def begins(prepare: Callable[..., None], cell: str = "") -> Callable[..., None]:
    """Make nbgrader's ``Autograde.pre_convert_hook`` of a function that prepares a submission.

    Parameters
    ----------
    cell : as for :func:`begin`.
    """

    @functools.wraps(prepare)
    def hook(notebooks: list[str], **others: Any) -> None:
        place = place_of(Path(notebooks[0]).parent)  # nbgrader gives its hooks ``*`` for all students
        begin(*place, cell)  # what is shown from here on is not the score of an earlier hand-in, whatever comes
        prepare(notebooks=notebooks, **others)
        begin(*place, cell)  # of what was prepared

    return hook


def finished(notebooks: list[str], **_: Any) -> None:
    """Be nbgrader's ``Autograde.post_convert_hook``."""
    finish(*place_of(Path(notebooks[0]).parent))


def _write(
    root: Path,
    unit: str,
    student: str,
    state: str,
    notes: list[str] | None = None,
    reason: str = "",
    process: str = "",
    cell: str = "",
) -> None:
    handed_in = _digest(root / "submitted" / student / unit)
    with gradebook(root) as opened:
        _make_table(opened)
        before = _row(opened, unit, student)
        now = version(opened, unit) if state == BEING_GRADED or not before else {}
        if before and cell:  # of the other cells, what counts is from an earlier time
            now = json.loads(before.version or "{}") | {name: now[name] for name in now if _is_of(name, cell)}
        row = {
            "assignment": unit,
            "student": key_of(student),
            "state": state,
            "reason": flags.printable(reason, "\ufffd"),
            "flags": json.dumps(notes or []),
            "handed_in": handed_in,
            "process": process,
            "graded": before.graded if before else "",
            "version": json.dumps(now),
        }
        if state == GRADED:  # a student may have handed in again meanwhile, or the assignment may have changed
            row |= {"handed_in": before.handed_in, "version": before.version} if before else {}
            row["graded"] = row["handed_in"]
        put(opened.db, [row])
        if state != GRADED:
            _forget_scores(opened, unit, key_of(student), cell)
        opened.db.commit()


def _is_row(unit: str, student: str) -> Any:
    return (_ROWS.c.assignment == unit) & (_ROWS.c.student == key_of(student))


def _row(opened: Gradebook, unit: str, student: str) -> Any:
    return opened.db.execute(select(_ROWS).where(_is_row(unit, student))).first()


def _is_of(name: str, cell: str) -> bool:
    """Say whether a name as in :func:`version` is that of a cell."""
    return name.rpartition(":")[2] == cell


def create_table(bind: Any) -> None:
    """Create the table of the states where there is none, in a database that is open: an engine or a connection."""
    _ROWS.metadata.create_all(bind)


def _make_table(opened: Gradebook) -> None:
    try:
        _ROWS.metadata.create_all(opened.engine)
    except DatabaseError:  # another process made it in the same moment
        _ROWS.metadata.create_all(opened.engine)
    there = {column["name"] for column in inspect(opened.engine).get_columns(_ROWS.name)}
    if "version" not in there:
        with suppress(DatabaseError):  # as above
            _add_columns(opened)


def _add_columns(opened: Gradebook) -> None:
    """Bring a table of an older version of this course up to date: what was graded counts as graded by what is now."""
    for name in ("graded", "version"):
        opened.db.execute(text(f"ALTER TABLE {_ROWS.name} ADD COLUMN {name} TEXT NOT NULL DEFAULT ''"))
    for unit in opened.db.execute(select(_ROWS.c.assignment).distinct()).scalars().all():
        facts = {"graded": _ROWS.c.handed_in, "version": json.dumps(version(opened, unit))}
        is_graded = (_ROWS.c.assignment == unit) & (_ROWS.c.state == GRADED)
        opened.db.execute(update(_ROWS).where(is_graded).values(facts))
    opened.db.commit()


def _forget_scores(opened: Gradebook, unit: str, student: str, cell: str = "") -> None:
    """Have no program show the score of another hand-in as that of this one."""
    submissions = select(SubmittedNotebook.id).join(SubmittedAssignment).join(Assignment)
    theirs = submissions.where(Assignment.name == unit, SubmittedAssignment.student_id == student)
    forgotten = update(Grade).where(Grade.notebook_id.in_(theirs))
    if cell:
        forgotten = forgotten.where(Grade.cell_id.in_(select(GradeCell.id).where(GradeCell.name == cell)))
    opened.db.execute(forgotten.values(auto_score=None), execution_options={"synchronize_session": False})


def _standing(root: Path, unit: str, student: str | None, row: Any, now: dict[str, str]) -> Standing:
    if row is None:
        return Standing(HANDED_IN)
    is_same = student is None or row.handed_in == _digest(root / "submitted" / student / unit)
    notes = json.loads(row.flags)
    if row.state == GRADED:
        then = json.loads(row.version or "{}")
        changed = sorted(name.rpartition(":")[2] for name, _ in then.items() ^ now.items())
        state = GRADED_VERSION if changed else GRADED
        return Standing(state if is_same else GRADED_OLDER, flags=notes, changed=list(dict.fromkeys(changed)))
    if row.state == BEING_GRADED:
        return Standing(BEING_GRADED) if _runs(row.process) else Standing(NOT_GRADED, UNFINISHED)
    return Standing(NOT_GRADED, row.reason) if is_same else Standing(HANDED_IN)


def _runs(process: str) -> bool:
    """Say whether a grading process still runs; of one on another host nothing is known, so it does."""
    host, number, started = process.rsplit(" ", 2)
    if host != socket.gethostname():
        return True
    try:
        found = psutil.Process(int(number))
        return abs(found.create_time() - float(started)) < 60 and found.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def _digest(folder: Path) -> str:
    """Give a digest of the names and contents of all files of a submission, as far as they can be read."""
    whole = hashlib.sha256()
    if folder.is_symlink() or folder.parent.is_symlink():
        return "a link"
    try:
        files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    except (OSError, RecursionError):  # too long, too deep, or not to be read: it is set aside when it is graded
        return "unreadable"
    for path in (path for path in files if path.suffix != TAKEN):  # our own notes
        whole.update(os.fsencode(path.relative_to(folder)) + b"\0")
        with suppress(OSError), path.open("rb") as file:
            whole.update(hashlib.file_digest(file, "sha256").digest())
    return whole.hexdigest()


def key_of(student: str) -> str:
    """Give a name that a database can hold: a folder may have any."""
    return student.encode(errors="backslashreplace").decode()


def _advice(error: DatabaseError) -> str:
    said = " ".join(str(error.orig).split())
    if "connection" in said or "terminat" in said:
        return f"the gradebook's server does not answer: {said}. Is it running, and is RNNCOURSE_DB right?"
    if "no such column" in said or "does not exist" in said:
        return "the gradebook is from an older nbgrader. Make a copy of gradebook.db, then run `nbgrader db upgrade`."
    if "locked" in said:
        return f"the gradebook cannot be read now, because another program is using it: {said}. Try again later."
    return f"the gradebook cannot be read: {said}. Put back a copy of it."

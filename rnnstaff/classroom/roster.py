"""The class list: a table as a spreadsheet saves it becomes the students of the gradebook, all of them or none."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from nbgrader.api import Student

from rnnstaff import states
from rnnstaff.classroom import sheets, worker
from rnnstaff.classroom.sheets import Row, Sheet
from rnnstaff.course import CourseError
from rnnstaff.intake.lms import plain

# The names of nbgrader's columns, and headings that mean the same, as sheets.word() gives them.
COLUMNS = {
    "id": ("id", "studentid", "username", "userid", "login", "loginid"),
    "first_name": ("firstname", "givenname", "forename"),
    "last_name": ("lastname", "surname", "familyname"),
    "email": ("email", "emailaddress", "mail"),
    "lms_user_id": ("lmsuserid", "lmsid", "canvasid", "canvasuserid", "moodleid", "moodleuserid"),
}
_ONE_EACH = ("id", "email", "lms_user_id")  # what tells students apart
_EXAMPLES = 3
_LONGEST = 128  # characters that the gradebook keeps
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_SHORTENED = re.compile(r"[0-9][.,][0-9]+E\+[0-9]+", re.IGNORECASE)  # how Excel shows a long number, and saves it


@dataclass
class Imported:
    """What became of the students.

    Parameters
    ----------
    added : their ids.
    changed : what was changed, by id.
    unchanged, left : the ids of those who were known so, and of those who are not in the table.
    ignored : the headings that mean nothing here.
    guessed : some values with letters that are right only if the table's encoding was guessed right.
    """

    added: list[str] = field(default_factory=list)
    changed: dict[str, list[str]] = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    guessed: list[str] = field(default_factory=list)


def read(root: Path, path: Path) -> Imported:
    """Import a class list. A row replaces what was known of a student; who is not in it stays, and so does what a row
    that ends early does not say.

    Raises
    ------
    CourseError : the table has no ids, or a row is bad; the message names each by its line, and nothing is imported.
    """
    sheet = sheets.read(path)
    columns = _columns(sheet)
    rows = [(row, _facts(row, columns)) for row in sheet.rows]
    found = Imported(ignored=[heading for n, heading in enumerate(sheet.headings) if n not in columns.values()])
    with states.gradebook(root) as opened:
        students = {student.id: student for student in opened.students}
        problems = [*_bad_rows(sheet, rows, [*students]), *_shared(rows)]
        if problems:
            raise CourseError("\n".join([f"{path} was not imported; correct it and try again.", *problems]))
        for _, facts in rows:
            name = facts.pop("id")
            if name not in students:
                opened.db.add(Student(id=name, **{key: value or None for key, value in facts.items()}))
                found.added.append(name)
            elif changes := _change(students[name], facts):
                found.changed[name] = changes
            else:
                found.unchanged.append(name)
        opened.db.commit()
    if sheet.is_guessed:
        values = dict.fromkeys(value for _, facts in rows for value in facts.values() if not value.isascii())
        found.guessed = [*values][:_EXAMPLES]
    here = {*found.added, *found.changed, *found.unchanged}
    found.left = sorted(name for name in students if name not in here)
    return found


def _facts(row: Row, columns: dict[str, int]) -> dict[str, str]:
    """Give what a row says, and always an id."""
    return {name: row.cell(column) for name, column in columns.items() if name == "id" or column < len(row.cells)}


def _columns(sheet: Sheet) -> dict[str, int]:
    """Find the column of each of nbgrader's names, as far as there is one."""
    found = {}
    for name, words in COLUMNS.items():
        columns = sheet.columns(words)
        if len(columns) > 1:
            both = " and ".join(repr(sheet.headings[column]) for column in columns)
            raise CourseError(f"{sheet.path}: {both} both mean {name}. Rename or delete all but one of them.")
        if columns:
            found[name] = columns[0]
    if "id" not in found:
        headings = ", ".join(map(repr, sheet.headings))
        raise CourseError(
            f"{sheet.path} has no column `id`, with a name for each student's folder. Its first row must name the "
            f"columns: {', '.join(COLUMNS)}. It is: {headings}."
        )
    return found


def _cannot_be_a_folder(name: str) -> bool:
    is_odd = any(letter in "/+:|" or not letter.isprintable() for letter in name)
    return name.startswith(".") or is_odd or bool(worker.refusal(name))


def _bad_rows(sheet: Sheet, rows: list[tuple[Row, dict[str, str]]], known: list[str]) -> list[str]:
    alike = {plain(name): name for name in known}
    found = []
    for row, facts in rows:
        name, long = facts["id"], [key for key, value in facts.items() if len(value) > _LONGEST]
        other = alike.get(plain(name), name)
        words = ""
        if any(cell.strip() for cell in row.cells[len(sheet.headings) :]):
            words = f"it has {len(row.cells)} cells, and the first row has {len(sheet.headings)}"
        elif not name:
            words = "its id is missing"
        elif _cannot_be_a_folder(name):
            words = f"{name!r} cannot be the name of a folder"
        elif name not in known and other != name:
            words = f"{name!r} is known as {other!r}"
        elif long:
            words = f"{long[0]} has more than {_LONGEST} characters"
        elif facts.get("email") and not _EMAIL.fullmatch(facts["email"]):
            words = f"{facts['email']!r} is no e-mail address"
        elif short := [value for value in facts.values() if _SHORTENED.fullmatch(value)]:
            words = f"{short[0]!r} is a number that Excel shortened: format the column as text"
        if words:
            found.append(f"line {row.line}: {words}.")
    return found


def _shared(rows: list[tuple[Row, dict[str, str]]]) -> list[str]:
    """Say in which lines there is the same id, address or number."""
    lines: dict[tuple[str, str], list[int]] = defaultdict(list)
    shown = {}
    for row, facts in rows:
        for key in _ONE_EACH:
            if value := facts.get(key):
                lines[key, plain(value)].append(row.line)
                shown.setdefault((key, plain(value)), value)
    return [
        f"lines {' and '.join(map(str, found))}: they have the same {place[0]}, {shown[place]!r}."
        for place, found in lines.items()
        if len(found) > 1
    ]


def _change(student: Student, facts: dict[str, str]) -> list[str]:
    """Write what a row says, and give what was changed."""
    changes = []
    for key, value in facts.items():
        before = getattr(student, key) or ""
        if value != before:
            changes.append(f"{key} {before or 'nothing'} → {value or 'nothing'}")
            setattr(student, key, value or None)
    return changes

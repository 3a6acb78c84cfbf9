"""Fill the scores of an assignment into the table of grades that Moodle or Canvas exported.

Rows find their students by e-mail address and by the LMS' number. What is not sure is not written: a grade in the wrong
row is worse than none.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rnnstaff import states
from rnnstaff.classroom import grades, sheets
from rnnstaff.classroom.sheets import Row, Sheet
from rnnstaff.course import CourseError
from rnnstaff.intake import flags
from rnnstaff.intake.lms import Roster

# Headings, as sheets.word() gives them.
_EMAILS = ("emailaddress", "email", "sisloginid", "username")
_NUMBERS = ("id", "sisuserid", "sisloginid", "integrationid", "idnumber", "username")
_IDENTIFIER, _FULL_NAME = "identifier", "fullname"  # of Moodle's grading worksheet
_SHOWN = ("student", "lastname", "surname", "firstname", _FULL_NAME, "emailaddress", "email", "sisloginid")
_GRADE, _MAXIMUM, _SCALE = "grade", ("maximumgrade",), ("scale",)
_POINTS_POSSIBLE, _READ_ONLY = "Points Possible", "(read only)"  # Canvas' own row, and columns that it works out
# Assignment: Week 2 (Real), of Moodle; Week 2 (12345), of Canvas.
_TITLE = re.compile(r"(?:(?:Assignment|External tool): )?(?P<name>.*?)(?: \((?:[0-9]+|Real)\))?")
_POINTS = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
_BY_IDENTIFIER = (
    "Rows were found by Moodle's Identifier alone, which is another one in each assignment: see that the roster has "
    "those of this one."
)
_NOTHING = ("", "-")  # how a table says that there is no grade


@dataclass
class Filled:
    """What was written.

    Parameters
    ----------
    column : the heading above the grades.
    count : of the grades.
    notes : what an instructor should know, a line each.
    """

    path: Path
    column: str
    count: int = 0
    notes: list[str] = field(default_factory=list)


def fill(root: Path, unit: str, source: Path, target: Path | None = None, column: str = "") -> Filled:
    """Fill the scores of an assignment into a table that an LMS exported; nothing else in it changes.

    Whoever has no score gets no grade. Where the table says how many points its column has, scores are scaled to that.

    Parameters
    ----------
    target : where the filled table goes; by default it takes the place of the other.
    column : the heading of the column to fill, or the assignment's name in it; by default it is found by ``unit``.

    Raises
    ------
    CourseError : there is no such column, or it is not clear whose a row is; nothing is written then.
    """
    sheet = sheets.read(source)
    found = grades.read(root, unit)
    with states.gradebook(root) as opened:
        roster = Roster(opened.students)
    place = _column(sheet, unit, column)
    whose = _whose(sheet, roster)
    short = next((row.line for row, student in whose if student and len(row.cells) <= place), None)
    if short:
        raise CourseError(f"{source}, line {short} ends before the column {sheet.headings[place]!r}: export it again.")
    filled = Filled(target or source, sheet.headings[place])
    if sheet.columns([_IDENTIFIER]) and not sheet.columns((*_EMAILS, _FULL_NAME)):
        filled.notes.append(_BY_IDENTIFIER)
    scale = _Scale(sheet, place)
    students = {row["student_id"]: row for row in found.rows}
    for row, student in whose:
        if student:
            filled.count += _fill(row, place, students[student], scale, filled.notes)
        else:
            filled.notes.append(f"{_name(sheet, row)}: nobody in the roster has this e-mail address or number.")
    filled.notes += _without_grade(found.rows, {student for _, student in whose}, roster)
    filled.notes += scale.notes(found.rows[0]["max_score"])
    sheet.write(filled.path)
    return filled


def _fill(row: Row, place: int, grade: dict[str, Any], scale: "_Scale", notes: list[str]) -> int:
    """Write the grade of a student into a row, note what is unusual, and say how many grades were written."""
    student, before, score = grade["student_id"], row.cell(place), grade["score"]
    if before not in _NOTHING and not _POINTS.fullmatch(before):  # such as EX, for excused
        notes.append(f"line {row.line}, {student}: {before!r} stays in its place.")
        return 0
    if grade["status"] not in (states.GRADED, states.NOT_HANDED_IN):
        notes.append(f"{student}: {grade['status']}.")
    if score is None:
        if grade["status"] != states.NOT_HANDED_IN and before not in _NOTHING:
            notes.append(f"{student}: {before} was taken out, because it is not the score of what was handed in.")
            row.put(place, "")
        return 0
    row.put(place, scale.scaled(score, grade["max_score"], row))
    return 1


def _without_grade(rows: list[dict[str, Any]], there: set[str], roster: Roster) -> Iterator[str]:
    """Say who has handed in nothing, and who has no row."""
    nothing = [
        row["student_id"] for row in rows if row["status"] == states.NOT_HANDED_IN and row["student_id"] in there
    ]
    if nothing:
        yield f"Not handed in: {', '.join(nothing)}."
    missing = [row["student_id"] for row in rows if row["student_id"] not in there]
    if missing:
        yield f"In no row: {', '.join(missing)}."
    unknown = [name for name in missing if not roster.has_email(name) and name not in roster.number_of]
    if unknown:
        yield (
            f"The roster has neither an e-mail address nor an lms_user_id of {', '.join(unknown)}. Add them to the "
            "roster, run `rnncourse roster FILE`, and fill the table once more."
        )


class _Scale:
    """How scores become the grades of a column."""

    def __init__(self, sheet: Sheet, place: int) -> None:
        self._limits = sheet.columns(_MAXIMUM)
        possible = next((row for row in sheet.rows if row.cell(0) == _POINTS_POSSIBLE), None)
        self._possible = possible.cell(place) if possible else ""
        columns = {place, *self._limits}
        cells = [row.cell(column).strip() for row in sheet.rows for column in columns]
        cells = [cell for cell in cells if _POINTS.fullmatch(cell)]
        self._has_commas = any("," in cell for cell in cells) and not any("." in cell for cell in cells)
        self._used: set[float | None] = set()

    def scaled(self, score: float, max_score: float, row: Row) -> str:
        said = row.cell(self._limits[0]) if self._limits else self._possible
        limit = float(said.replace(",", ".")) if _POINTS.fullmatch(said) else None
        self._used.add(limit or None)
        if limit and max_score:
            score *= limit / max_score
        text = f"{score:.2f}".rstrip("0").rstrip(".")
        return text.replace(".", ",") if self._has_commas else text

    def notes(self, max_score: float) -> Iterator[str]:
        for limit in sorted(limit for limit in self._used if limit and limit != max_score):
            yield f"The scores, of {max_score:g} points, are scaled to the {limit:g} of the table."
        if None in self._used:
            yield f"The table does not say how many points there are: the grades are of {max_score:g} points."


def _column(sheet: Sheet, unit: str, wanted: str) -> int:
    """Find the column to fill."""
    who = {*sheet.columns((*_EMAILS, *_NUMBERS, *_SHOWN, _IDENTIFIER, *_MAXIMUM))}
    free = [number for number in range(len(sheet.headings)) if number not in who and sheet.headings[number].strip()]
    if wanted:
        found = [number for number in free if sheet.headings[number].strip() == wanted.strip()]
        found = found or [number for number in free if _title(sheet.headings[number]) == sheets.word(wanted)]
    elif sheet.columns([_IDENTIFIER]) and sheet.columns([_GRADE]):
        found = sheet.columns([_GRADE])
    else:
        found = [number for number in free if _title(sheet.headings[number]) == sheets.word(unit)]
    if len(found) != 1:
        which = "Several columns are" if found else "No column is"
        names = ", ".join(repr(sheet.headings[number].strip()) for number in found or free) or "none"
        raise CourseError(
            f"{which} called {wanted or unit} in {sheet.path}. Name one by --column=HEADING, of these: {names}."
        )
    if sheet.columns(_SCALE) and found == sheet.columns([_GRADE]):
        raise CourseError(f"{sheet.path} wants words of a scale, and scores are points: set points in Moodle.")
    if any(row.cell(found[0]) == _READ_ONLY for row in sheet.rows):
        raise CourseError(f"Canvas works out the column {sheet.headings[found[0]]!r} itself: name another one.")
    return found[0]


def _title(heading: str) -> str:
    match = _TITLE.fullmatch(heading.strip())
    return sheets.word(match["name"]) if match else ""


def _whose(sheet: Sheet, roster: Roster) -> list[tuple[Row, str]]:
    """Find the student of each row that is one's; an empty text where there is none.

    Raises
    ------
    CourseError : a row could be several students', or a student has several rows, or no row is anybody's.
    """
    emails, numbers = sheet.columns(_EMAILS), _numbers(sheet, roster)
    identity = {*emails, *sheet.columns((*_NUMBERS, _IDENTIFIER))}
    if not identity:
        raise CourseError(
            f"{sheet.path} does not say whose its rows are: it has no column such as 'Email address', 'ID', 'SIS User "
            "ID' or 'Identifier'. Export it again, in English and with the e-mail addresses."
        )
    rows = [row for row in sheet.rows if any(row.cell(column) for column in identity)]
    found: list[tuple[Row, str]] = []
    problems, rows_of = [], defaultdict(list)
    for row in rows:
        by_email = set().union(*(roster.by_email(row.cell(column)) for column in emails))
        by_number = set().union(*(roster.by_number(row.cell(column)) for column in numbers))
        students = by_email | by_number or _by_identifier(sheet, row, roster)
        if any("@" in row.cell(column) for column in emails):
            problems += [
                f"{_name(sheet, row)}: the number is {student}'s, and the e-mail address is not"
                for student in students - by_email
                if roster.has_email(student)
            ]
        if len(students) > 1:
            problems.append(f"{_name(sheet, row)}: it could be {' or '.join(sorted(students))}")
        for student in students:
            rows_of[student].append(row.line)
        found.append((row, next(iter(students), "")))
    problems += [
        f"lines {' and '.join(map(str, lines))}: each could be {student}"
        for student, lines in sorted(rows_of.items())
        if len(lines) > 1
    ]
    advice = "Correct the e-mail addresses and the lms_user_id in the roster, and run `rnncourse roster FILE`."
    if problems:
        raise CourseError("\n".join([f"{sheet.path} was not filled. {advice}", *problems]))
    if not any(student for _, student in found):
        raise CourseError(f"No row of {sheet.path} has an e-mail address or a number that the roster has. {advice}")
    return found


def _numbers(sheet: Sheet, roster: Roster) -> list[int]:
    """Give the column of the LMS' numbers: an LMS has several kinds, and the roster one of them."""
    known = {*roster.number_of.values()}
    columns = sheet.columns(_NUMBERS)
    return sorted(columns, key=lambda column: -len(known & {row.cell(column) for row in sheet.rows}))[:1]


def _by_identifier(sheet: Sheet, row: Row, roster: Roster) -> set[str]:
    """Find a student by a number that Moodle gives anew in each assignment: only where nothing speaks against it."""
    number = "".join(re.findall(r"[0-9]+$", _first(sheet, row, [_IDENTIFIER])))
    name, email = _first(sheet, row, [_FULL_NAME]), _first(sheet, row, _EMAILS)
    students = roster.by_number(number) if number else set()
    if name:
        students = students & roster.by_name(name)
    return {student for student in students if not (email and roster.has_email(student))}


def _first(sheet: Sheet, row: Row, words: Sequence[str]) -> str:
    return next(filter(None, (row.cell(column) for column in sheet.columns(words))), "")


def _name(sheet: Sheet, row: Row) -> str:
    cells = [row.cell(column) for column in sheet.columns((*_SHOWN, _IDENTIFIER))]
    return flags.printable(", ".join([f"line {row.line}", *filter(None, cells)]), "_")

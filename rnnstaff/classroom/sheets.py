"""A table that another program wrote: what its cells say, and how to change some of them and nothing else."""

import codecs
import csv
import io
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rnnstaff.course import CourseError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_TRIES = ("utf-8", "cp1252")  # where there is no mark; the second one is what Excel saves in the West
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx and .ods, .xls
_SEPARATORS = ",;\t"
_HINT = "sep="  # a first line of Excel's own, which is no row


@dataclass
class Row:
    """A row.

    Parameters
    ----------
    line : of the file, where it begins.
    cells : what they say.
    raw : each cell as it is written, followed by what separates it from the next one, or ends the row.
    """

    line: int
    cells: list[str]
    raw: list[str]

    def cell(self, column: int) -> str:
        """Give what a cell says, without spaces around it: empty where a program left out the last ones."""
        return self.cells[column].strip() if column < len(self.cells) else ""

    def put(self, column: int, text: str) -> None:
        """Change what a cell says; it is quoted if it was, or has to be."""
        is_quoted = self.raw[2 * column].startswith('"') or any(mark in text for mark in (*self.raw[1:-1:2], '"'))
        self.raw[2 * column] = '"{}"'.format(text.replace('"', '""')) if is_quoted else text
        self.cells[column] = text


@dataclass
class Sheet:
    """A table.

    Parameters
    ----------
    headings, rows : of the first row that is not blank, and those after it; blank ones are left out.
    """

    path: Path
    headings: list[str]
    rows: list[Row]
    _encoding: str
    _mark: bytes
    _all: list[Row]

    @property
    def is_guessed(self) -> bool:
        """Whether the encoding is a guess: no file says that it is Windows' and not, say, an old Mac's."""
        return self._encoding == _TRIES[-1]

    def columns(self, words: Sequence[str]) -> list[int]:
        """Give the columns whose heading is one of these words (see :func:`word`)."""
        return [number for number, heading in enumerate(self.headings) if word(heading) in words]

    def write(self, path: Path) -> None:
        """Write the table as it was read, with the cells that were changed, whole or not at all."""
        text = "".join(piece for row in self._all for piece in row.raw)
        path = path.resolve()  # a link stays one
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.part")
        try:
            part.write_bytes(self._mark + text.encode(self._encoding))
            if path.exists():
                shutil.copymode(path, part)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def word(heading: str) -> str:
    """Give the letters and digits of a heading: programs and people write the same one in many ways."""
    return "".join(letter for letter in heading.casefold() if letter.isalnum())


def read(path: Path) -> Sheet:
    """Read a table with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows' encoding.

    Raises
    ------
    CourseError : there is no such file, or it is no such table; the message says what to do.
    """
    text, encoding, mark = _decoded(path)
    lines = list(io.StringIO(text, newline=""))
    before = [Row(1, [], [lines.pop(0)])] if lines and lines[0].casefold().startswith(_HINT) else []
    try:
        separator = max(_SEPARATORS, key=lambda one: len(next(filter(None, csv.reader(lines, delimiter=one)), [])))
        rows = [*before, *_rows(lines, separator, path, len(before))]
    except csv.Error as error:
        raise CourseError(f"{path} cannot be read as a table: {error}. Save it again as CSV.") from None
    filled = [row for row in rows if any(cell.strip() for cell in row.cells)]
    if not filled:
        raise CourseError(f"{path} is empty.")
    return Sheet(path, filled[0].cells, filled[1:], encoding, mark, rows)


def _decoded(path: Path) -> tuple[str, str, bytes]:
    """Give the text of a file, its encoding, and the mark at its beginning."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CourseError(f"{path} cannot be read: {error.strerror}.") from None
    if data.startswith(_WORKBOOKS):
        raise CourseError(f"{path} is a workbook. In Excel, choose Save As, and CSV UTF-8.")
    mark, marked = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", ""))
    for encoding in [marked] if marked else _TRIES:
        try:
            text = data[len(mark) :].decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding, mark
    raise CourseError(f"{path} is no text that can be read. In Excel, choose Save As, and CSV UTF-8.")


def _rows(lines: list[str], separator: str, path: Path, start: int) -> list[Row]:
    rows, done = [], 0
    reader = csv.reader(lines, delimiter=separator)
    for cells in reader:
        raw = _raw("".join(lines[done : reader.line_num]), separator)
        if cells and len(raw) != 2 * len(cells):
            raise CourseError(
                f"{path}, line {start + done + 1}: a quotation mark is missing, or there is one too many."
            )
        rows.append(Row(start + done + 1, cells, raw))
        done = reader.line_num
    return rows


def _raw(text: str, separator: str) -> list[str]:
    mark = re.escape(separator)
    end = rf"({mark}|[\r\n]*\Z)"
    pattern = re.compile(rf'("(?:[^"]|"")*"|[^{mark}\r\n]*){end}')
    pieces, place = [], 0
    while True:
        match = pattern.match(text, place)
        if match is None:
            return []
        pieces += match.groups()
        place = match.end()
        if match[2] != separator:
            return pieces

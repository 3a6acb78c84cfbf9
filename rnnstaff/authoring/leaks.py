"""What students must not see, and the search for it in whatever is handed to them."""

import ast
import html
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from nbformat import NotebookNode
from nbgrader.utils import is_solution

from rnnstaff import course

REGIONS = [
    ("BEGIN SOLUTION", "END SOLUTION"),
    ("BEGIN HIDDEN TESTS", "END HIDDEN TESTS"),
    ("BEGIN MARK SCHEME", "END MARK SCHEME"),
]
MARKS = [mark for region in REGIONS for mark in region]
STAFF = ["rnnstaff"]  # the package's name: no word of it goes to students
LONG = 16  # letters from which on a line is searched inside of others; a shorter one has to be a line of its own
_BASE64 = re.compile(r"[A-Za-z0-9+/=]{1000,}")  # a picture


class Secrets(NamedTuple):
    """What students must not see.

    Parameters
    ----------
    lines : of hidden regions and reference answers, plain, with the unit of each.
    keys : of quizzes, as the letters in the order of the questions, with the unit of each.
    """

    lines: dict[str, str]
    keys: dict[str, str]


def secrets(root: Path) -> Secrets:
    """Read the hidden lines and the keys from ``source/``."""
    lines, keys = {}, {}
    for unit in course.units(root):
        for cell in course.read(course.assignment(root, "source", unit)).cells:
            hidden = _hidden(cell)
            lines |= dict.fromkeys(hidden, unit)
            if cell.cell_type == "code" and hidden:
                keys |= dict.fromkeys(_keys(cell.source), unit)
    lines.pop("", None)
    return Secrets(lines, keys)


def shown(root: Path, lines: Iterable[str]) -> dict[str, str]:
    """Give those of the hidden lines that students may see, with the place that shows each.

    They are in the text of a lesson, in what the source of an assignment shows, or in the student's package, as the
    authors wrote them. What a lesson's outputs show, or a built release, does not count.
    """
    places = {path.name: "\n".join(cell.source for cell in course.read(path).cells) for path in course.lessons(root)}
    for unit in course.units(root):
        cells = course.read(course.assignment(root, "source", unit)).cells
        places[f"release of {unit}"] = "\n".join(line for cell in cells for line in _visible(cell))
    places |= {path.relative_to(root).as_posix(): path.read_text() for path in (root / "rnncourse").rglob("*.py")}
    found: dict[str, str] = {}
    for place, text in places.items():
        found = dict.fromkeys(_found(text, lines), place) | found
    return found


def search(name: str, data: bytes, secret: Secrets) -> Iterator[str]:
    """Give what a file gives away, a sentence each. Archives and notebooks in it are opened.

    Parameters
    ----------
    name : of the file; its ending says how it is read.
    data : the whole file.
    """
    places: dict[str, list[str]] = {}
    for place, text in texts(name, data):
        places.setdefault(place, []).append(text)
    for place, parts in places.items():
        text = "\n".join(parts)
        for line in _found(text, secret.lines):
            yield f"{place} shows a hidden line of {secret.lines[line]}: {line!r}"
        for key in _found_keys(text, secret.keys):
            yield f"{place} shows the key of a quiz of {secret.keys[key]}: {key}"
        for word in (word for word in (*MARKS, *STAFF) if word in text):
            yield f"{place} holds the words {word!r}"


def texts(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Give all that can be read in a file, each with its place: also comments, names, metadata, what is escaped."""
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield f"{name} (comment)", archive.comment.decode(errors="replace")
            for member in archive.infolist():
                place = f"{name}/{member.filename}"
                yield f"{place} (name and comment)", f"{member.filename}\n{member.comment.decode(errors='replace')}"
                if not place.endswith(".npy"):  # an array of mnist.npz
                    yield from texts(place, archive.read(member))
        return
    text = data.decode(errors="replace")
    yield name, _BASE64.sub("", text)
    if name.endswith((".ipynb", ".json")):
        # All keys and values, also where a key is there twice.
        for part in _strings(json.loads(text, object_pairs_hook=lambda pairs: [list(pair) for pair in pairs])):
            yield name, part
            if "&" in part:
                yield name, html.unescape(part)


def split(code: str) -> tuple[set[str], set[str]]:
    """Give the lines inside the hidden regions of a cell, and those outside."""
    hidden, kept, inside = set(), set(), False
    for line in map(str.strip, code.splitlines()):
        if any(begin in line for begin, _ in REGIONS):
            inside = True
        elif any(end in line for _, end in REGIONS):
            inside = False
        else:
            (hidden if inside else kept).add(line)
    return hidden, kept


def _hidden(cell: NotebookNode) -> set[str]:
    """Give the lines that nbgrader takes out of a cell; without a region, it empties a solution cell."""
    hidden, kept = split(cell.source)
    return {_plain(line) for line in (kept if is_solution(cell) and not hidden else hidden)}


def _visible(cell: NotebookNode) -> set[str]:
    hidden, kept = split(cell.source)
    return set() if is_solution(cell) and not hidden else kept


def _keys(code: str) -> Iterator[str]:
    """Find the keys of quizzes in code: ``{1: "b", …}`` or ``{1: ("b", "The reason."), …}``."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Dict) and len(node.keys) > 3:
            try:
                answers = ast.literal_eval(node)
            except ValueError:
                continue
            letters = [answers[number][0] for number in sorted(answers)] if set(map(type, answers)) == {int} else []
            if letters and all(isinstance(letter, str) and len(letter) == 1 for letter in letters):
                yield "".join(letters)


def _found(text: str, lines: Iterable[str]) -> Iterator[str]:
    plain = [_plain(line) for line in text.splitlines()]
    whole, own = "\n".join(plain), set(plain)
    parts = {whole[start : start + LONG] for start in range(len(whole) - LONG + 1)}  # a look-up before each search
    return (line for line in lines if (line in own if len(line) < LONG else line[:LONG] in parts and line in whole))


def _found_keys(text: str, keys: Iterable[str]) -> Iterator[str]:
    """Find a key as its letters alone, or as numbers with their letters, whatever is between them."""
    plain = "".join(filter(str.isalnum, text)).lower()
    return (key for key in keys if key in plain or "".join(f"{n}{k}" for n, k in enumerate(key, 1)) in plain)


def _plain(line: str) -> str:
    return " ".join(line.split())


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        if value and all(isinstance(part, str) for part in value):
            yield "".join(value)  # the lines of a cell
        for part in value:
            yield from _strings(part)
    elif isinstance(value, str):
        yield _BASE64.sub("", value)

"""What a check of a whole notebook tells its student: in JupyterLab's Validate, and from ``rnncourse check``.

Which exercises pass, which fail and which are not written yet, in a few lines, and the first error of the student's
own code. nbgrader runs the notebook; a test cell names its exercise in its first line.
"""

import os
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rnncourse.checks import LINE_WIDTH, NOT_WRITTEN
from rnncourse.errors import CourseError

#: The first line of a test cell, such as ``# Checks for exercise 3 · A layer of recurrent neurons (rnn_step)``.
HEADING = re.compile(r"# Checks for exercise ((\d+) · .*?(?: \((\w+)\))?)$", re.MULTILINE)
_EXAMPLE = "such as release/01_concepts/01_concepts.ipynb"
_DAMAGED = {
    "NotJSONError": "it is not valid JSON, or was cut off",
    "UnicodeDecodeError": "it is not text in UTF-8",
    "IsADirectoryError": "it is a folder",
}
#: The id of an assignment's last cell, a text: when nbgrader comes to it, all test cells have run.
LAST_CELL = "hand-in"

_COLOR = re.compile(r"\x1b\[[0-9;]*m")
_SYNTAX = re.compile(r" \([^()]*, line (\d+)\)$")
_ARROW = re.compile(r"^-+> (\d+) ?(.*)$", re.MULTILINE)
PASSES, FAILS, MISSING = "Visible checks pass", "Fail", "Not written yet"


@dataclass
class Exercise:
    """One test cell, what came of it, and what its checks said."""

    cell: Any
    name: str
    label: str
    state: str
    said: list[str]


def exercises(cells: list[Any]) -> list[Exercise]:
    """Give the exercises of a notebook whose cells were run."""
    found, stub = [], False
    for cell in cells:
        if cell.cell_type != "code":
            continue
        errors = [output for output in cell.outputs if output.output_type == "error"]
        heading = HEADING.match(cell.source)
        if not heading:
            stub = stub or any(_is_stub(error) for error in errors)
            continue
        said = [line for error in errors for line in "\n".join(error.traceback).splitlines()]
        stub = stub or any(_is_stub(error) for error in errors)  # called before any check
        is_missing = bool(errors) and (stub or any(NOT_WRITTEN in line for line in said))
        state = MISSING if is_missing else FAILS if errors else PASSES
        name, number, part = heading.groups()
        found.append(Exercise(cell, name, f"{number} {part}" if part else number, state, said))
        stub = False
    return found


def summary(found: list[Exercise], cells: list[Any]) -> list[str]:
    """Give the lines that say how the notebook stands."""
    lines = []
    for state in (PASSES, FAILS, MISSING):
        labels = [exercise.label for exercise in found if exercise.state == state]
        if labels:
            words = f"{state}: exercise{'s' if len(labels) > 1 else ''} {', '.join(labels)}"
            lines += textwrap.wrap(words, LINE_WIDTH, subsequent_indent="  ")
    return lines + first_error(cells)


def first_error(cells: list[Any]) -> list[str]:
    """Give the first error of a student's own code, as two lines, or none."""
    for cell in cells:
        if cell.cell_type != "code" or HEADING.match(cell.source):
            continue
        for error in (output for output in cell.outputs if output.output_type == "error" and not _is_stub(output)):
            trace = _COLOR.sub("", "\n".join(error.traceback))
            places = _ARROW.findall(trace)
            place = f"line {places[0][0]}: {places[0][1].strip()}" if places else cell.source.partition("\n")[0]
            message = error.evalue
            if syntax := _SYNTAX.search(message):  # no line of it has run
                lines, number = cell.source.splitlines(), int(syntax[1])
                line = lines[number - 1].strip() if number <= len(lines) else ""
                place, message = f"line {number}: {line}", message[: syntax.start()]
            return [
                "The first error in your own code:",
                *(f"  {_short(text)}" for text in (place, f"{error.ename}: {message}")),
            ]
    return []


class Summary:
    """Rewrites the test cells that failed, in nbgrader's copy of the notebook, which Validate then shows.

    For ``Execute.on_cell_start``: it acts when the last cell of an assignment is reached, while nbgrader validates.
    """

    def __init__(self) -> None:
        self.cells: list[Any] = []

    def __call__(self, cell: Any, cell_index: int) -> None:
        """Note a cell that starts."""
        if os.environ.get("NBGRADER_EXECUTION") != "validate":
            return
        if cell_index == 0:
            self.cells = []
        self.cells.append(cell)
        if cell.get("id") == LAST_CELL:
            rewrite(self.cells)


def rewrite(cells: list[Any]) -> None:
    """Let the first test cell that failed say how the notebook stands, and each one what failed in it."""
    from nbgrader.utils import compute_checksum

    found = exercises(cells)
    lines = summary(found, cells)
    failed = [exercise for exercise in found if exercise.state == FAILS]
    shown = failed or [exercise for exercise in found if exercise.state == MISSING][:1]
    for exercise in found:
        settings = exercise.cell.metadata.get("nbgrader", {})
        if settings.get("checksum") != compute_checksum(exercise.cell):
            continue  # changed: nbgrader says so
        del settings["checksum"]  # it is ours that changes now
        if exercise in shown:
            exercise.cell.source = f"Exercise {exercise.name}"
            for error in exercise.cell.outputs if exercise.state == MISSING else []:
                error["traceback"] = ["Replace `raise NotImplementedError()` with your code, one cell after the other."]
        elif exercise.state == MISSING:
            settings["grade"] = False  # named above, and that is enough
    if shown:
        shown[0].cell.source = "\n".join([*lines, "", shown[0].cell.source])


def check(path: Path, progress: Callable[[int, int], None] = lambda *_: None) -> tuple[list[Exercise], list[str]]:
    """Run a notebook as Validate does, and give its exercises and the lines to print.

    Raises
    ------
    CourseError : the file is no assignment of the course, or nbgrader is not installed.
    """
    try:
        from nbgrader.preprocessors import ClearOutput, Execute
        from nbgrader.utils import compute_checksum, setenv
    except ImportError:
        raise CourseError("this needs nbgrader: pip install 'rnncourse[lab]'.") from None
    import nbformat
    from traitlets.config import Config

    try:
        notebook = nbformat.read(path, as_version=4)
    except FileNotFoundError:
        raise CourseError(f"there is no file {path}. Name an assignment, {_EXAMPLE}.") from None
    except Exception as error:
        kind = "IsADirectoryError" if path.is_dir() else type(error).__name__  # Windows gives another one
        why = _DAMAGED.get(kind, f"{kind}: {error}")
        raise CourseError(
            f"{path} is no notebook that can be read: {why}. In JupyterLab, File, Revert Notebook to Checkpoint may "
            "give an earlier state back; else copy your answers into a fresh copy of the assignment."
        ) from error
    if not any(HEADING.match(cell.source) for cell in notebook.cells):
        raise CourseError(f"{path} is not an assignment of this course: it has no checks. Name one, {_EXAMPLE}.")
    locked = (cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("locked"))
    changed = [cell for cell in locked if cell.metadata.nbgrader.get("checksum") not in (None, compute_checksum(cell))]
    config, total = Config(), len(notebook.cells)
    config.Execute.on_cell_start = lambda cell, cell_index: progress(cell_index, total)
    config.Execute.timeout = None
    config.Execute.extra_arguments = ["--HistoryManager.hist_file=:memory:", "--log-level=ERROR"]
    resources = {"metadata": {"path": str(path.parent)}}
    with setenv(NBGRADER_VALIDATING="1", NBGRADER_EXECUTION="validate"):
        for step in (ClearOutput, Execute):
            notebook, resources = step(config=config).preprocess(notebook, resources)
    progress(total, total)
    found = exercises(notebook.cells)
    return found, [*_lines(found, notebook.cells), *_changed(changed)]


def _lines(found: list[Exercise], cells: list[Any]) -> Iterator[str]:
    yield from summary(found, cells)
    for exercise in found:
        if exercise.state == FAILS:
            yield ""
            yield f"Exercise {exercise.name}"
            yield from (f"    {_COLOR.sub('', line)}" for line in exercise.said)


def _changed(cells: list[Any]) -> Iterator[str]:
    if cells:
        yield ""
        yield "These locked cells differ from those that were released. Grading uses the released ones:"
    for cell in cells:
        yield f"    {_short(cell.source.partition(chr(10))[0])}"


def _is_stub(error: Any) -> bool:
    return error.ename == "NotImplementedError" and not error.evalue


def _short(text: str) -> str:
    return textwrap.shorten(text, LINE_WIDTH, placeholder=" …") or "(an empty line)"

"""How long the cells of a lesson take on two cores, measured while it is built, and what its text says about that.

What is measured is the processor time of the kernel. On two cores a cell takes between half of it and all of it, so it
is divided by the root of 2: that is right within this factor, whatever else the machine does meanwhile.
"""

import re
from collections.abc import Iterator

import psutil
from nbformat import NotebookNode

from rnnstaff.authoring import metadata
from rnnstaff.course import code_cells

LONG = 10  # seconds: of what takes longer, the text above says so
LONGEST = 300  # seconds, of a whole lesson
_CELL = re.compile(r"\*About (\d+(?:\.5)?) (second|minute)s?\.\*")
_WHOLE = re.compile(r"cells alone run in about (\d+(?:\.5)?) (second|minute)s?")


class Clock:
    """The seconds of each code cell of a notebook, by its id, while it is executed."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._started = 0.0

    def start(self, kernel: int) -> None:
        """Begin a cell of the kernel with this process id."""
        self._started = _processor_time(kernel)

    def stop(self, kernel: int, cell: NotebookNode) -> None:
        """End it."""
        self.seconds[cell.id] = (_processor_time(kernel) - self._started) / 2**0.5


def note(notebook: NotebookNode, before: NotebookNode, measured: dict[str, float]) -> None:
    """Write the seconds of the long cells and of the whole into the metadata.

    A stored time stays where the code is the same and the new one is within a factor of 2, so that the same sources
    give the same bytes.

    Parameters
    ----------
    before : the stored notebook.
    measured : of the code cells of the notebook.
    """
    stored_whole = before.metadata.get(metadata.OURS, {}).get("seconds")
    stored = {}
    if stored_whole is not None:  # else it was never measured
        stored = {(cell.id, cell.source): _stored(cell) or 0 for cell in code_cells(before)}
    for cell in code_cells(notebook):
        seconds = measured.get(cell.id, 0)
        settled = _settled(seconds if seconds > LONG else 0, stored.get((cell.id, cell.source)))
        cell.metadata.pop(metadata.OURS, None)
        if settled:
            cell.metadata[metadata.OURS] = {"seconds": settled}
    same = [(cell.id, cell.source) for cell in code_cells(notebook)] == list(stored)
    whole = _settled(sum(measured.values()), stored_whole if same else None)
    notebook.metadata.setdefault(metadata.OURS, {})["seconds"] = whole


def problems(notebook: NotebookNode) -> Iterator[str]:
    """Say where the text does not give the time that was measured."""
    whole = notebook.metadata.get(metadata.OURS, {}).get("seconds")
    if whole is None:
        yield "the time of its cells was not measured: run `rnncourse build --force`."
        return
    text = ""
    for cell in notebook.cells:
        text = cell.source if cell.cell_type == "markdown" else text
        seconds = _stored(cell)
        if seconds is None:
            continue
        said = [_said(match) for match in _CELL.finditer(text)]
        if not any(_near(seconds, number) for number in said):
            words = f"the text above says {said[0]:g}" if said else "the text above does not say so"
            yield f"cell {cell.id} takes {seconds} seconds; {words}: *About {_words(seconds)}.*"
    text = " ".join(" ".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown").split())
    said = [_said(match) for match in _WHOLE.finditer(text)]
    if whole >= 60 and not any(_near(whole, number) for number in said):
        words = f"its text says {said[0]:g}" if said else "its first cell does not say so"
        yield f"its cells take {whole} seconds; {words}: the cells alone run in about {_words(whole)}."
    if whole > LONGEST * 2**0.5:  # so that they take longer even with both cores busy all the time
        yield f"its cells take {whole} seconds, more than {LONGEST}."


def _processor_time(process: int) -> float:
    spent = psutil.Process(process).cpu_times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _stored(cell: NotebookNode) -> int | None:
    return cell.metadata.get(metadata.OURS, {}).get("seconds")


def _settled(seconds: float, stored: int | None) -> int:
    if stored is not None and _near(seconds, stored):
        return stored
    step = 5 if seconds < 60 else 10
    return round(seconds / step) * step


def _near(one: float, other: float) -> bool:
    """Say whether two times are within a factor of 2; short ones count as the same."""
    one, other = max(one, LONG), max(other, LONG)
    return one <= 2 * other and other <= 2 * one


def _said(match: re.Match[str]) -> float:
    return float(match[1]) * (60 if match[2] == "minute" else 1)


def _words(seconds: int) -> str:
    halves = max(2, round(seconds / 30))
    return f"{seconds} seconds" if seconds < 60 else f"{halves / 2:g} minute{'s' * (halves > 2)}"

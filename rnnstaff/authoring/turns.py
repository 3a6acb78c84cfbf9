"""The answers of *Your turn*: run where they stand in the lesson, with what they print written below them.

A cell of text with the tag ``your-turn`` holds, between ``<details>`` and ``</details>``, a ``<summary>``, the code of
the answer in a block ```` ```python ````, and what it prints in a block ```` ```text ````.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from rnnstaff.course import CourseError

TAG = "your-turn"
_ANSWER_OF = "answer_of"  # in the metadata of a cell that is there only while the lesson runs
_BLOCK = re.compile(r"^```([^\n`]*)\n(.*?)^```[ \t]*$", re.DOTALL | re.MULTILINE)


class Answer(NamedTuple):
    """The two blocks of an answer, and where the text is in the cell's source."""

    code: str
    text: str
    start: int
    stop: int


def cells(notebook: NotebookNode) -> Iterator[NotebookNode]:
    """Give the cells that ask the reader to do something, in order."""
    return filter(_is_turn, notebook.cells)


def answer(cell: NotebookNode) -> Answer:
    """Find the answer in a cell.

    Raises
    ------
    CourseError : the cell has not the form that an answer has; the message names the cell and says what is missing.
    """
    parts = list(re.finditer(r"^<details>(.*?)^</details>", cell.source, re.DOTALL | re.MULTILINE))
    if len(parts) != 1:
        raise CourseError(f"cell {cell.id} has {len(parts)} parts <details> … </details> in its *Your turn*, not one.")
    start, stop = parts[0].span(1)
    if not re.search(r"<summary>[^<]+</summary>\n\n", cell.source[start:stop]):
        raise CourseError(f"cell {cell.id} has no <summary> before its answer, with an empty line below.")
    blocks = list(_BLOCK.finditer(cell.source, start, stop))
    if [block[1].strip() for block in blocks] != ["python", "text"]:
        found = ", ".join(block[1].strip() or "without a language" for block in blocks) or "none"
        raise CourseError(
            f"cell {cell.id} needs one python block and then one text block in its answer; it has: {found}."
        )
    return Answer(blocks[0][2], blocks[1][2], *blocks[1].span(2))


def code_of(cell: NotebookNode) -> str | None:
    """Give the code of an answer, or None if the cell has not the form of one."""
    try:
        return answer(cell).code
    except CourseError:
        return None


def insert(notebook: NotebookNode) -> None:
    """Put a code cell that runs the answer behind each cell that has one."""
    mixed = []
    for cell in notebook.cells:
        mixed.append(cell)
        if _is_turn(cell):
            run = '__import__("rnnstaff.authoring.aside", fromlist=["run"]).run'
            code = f"{run}({f'answer {cell.id}'!r}, {answer(cell).code!r}, globals())"
            mixed.append(new_code_cell(code, metadata={_ANSWER_OF: cell.id}))
    notebook.cells = mixed


def collect(notebook: NotebookNode, before: NotebookNode, clean: Callable[[str], str], kept_tag: str) -> None:
    """Take out the cells that were put in, and write what they printed into the answers.

    Parameters
    ----------
    before : the stored notebook; answers in cells with ``kept_tag`` keep its text where their code is the same.
    clean : takes out of a text what differs from run to run.

    Raises
    ------
    CourseError : an answer printed nothing, or what cannot stand in a block.
    """
    printed = {}
    for cell in notebook.cells:
        if _ANSWER_OF in cell.metadata:
            texts = [output.text for output in cell.outputs if output.get("name") == "stdout"]
            printed[cell.metadata[_ANSWER_OF]] = clean("".join(texts)).strip("\n")
    notebook.cells = [cell for cell in notebook.cells if _ANSWER_OF not in cell.metadata]
    stored = {cell.id: answer(cell) for cell in cells(before) if code_of(cell) is not None}
    for cell in cells(notebook):
        now, then, text = answer(cell), stored.get(cell.id), printed[cell.id]
        if not text or "```" in text:
            raise CourseError(f"the answer in cell {cell.id} prints {'what ends its block' if text else 'nothing'}.")
        if kept_tag in cell.metadata.tags and then and then.text.strip() and then.code == now.code:
            text = then.text.strip("\n")
        cell.source = f"{cell.source[: now.start]}{text}\n{cell.source[now.stop :]}"


def failed(notebook: NotebookNode) -> str:
    """Name what failed in an executed notebook."""
    for cell in notebook.cells:
        if any(output.output_type == "error" for output in cell.get("outputs", [])):
            answer_of = cell.metadata.get(_ANSWER_OF)
            return f"the answer in cell {answer_of} failed" if answer_of else f"cell {cell.id} failed"
    return "a cell failed"


def _is_turn(cell: NotebookNode) -> bool:
    return cell.cell_type == "markdown" and TAG in cell.metadata.get("tags", [])


def problems(notebook: NotebookNode) -> Iterator[str]:
    """Say which cells have not the form of a *Your turn*, or no text below their code."""
    for cell in notebook.cells:
        if cell.cell_type == "code" and TAG in cell.metadata.get("tags", []):
            yield f"cell {cell.id} has the tag {TAG}, which is for cells of text."
    for cell in cells(notebook):
        try:
            if not answer(cell).text.strip():
                yield f"cell {cell.id} has no text below its answer: run `rnncourse build`."
        except CourseError as error:
            yield str(error)

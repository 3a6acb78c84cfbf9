"""Read what a student handed in, whatever it is: a file that is no notebook is graded as an empty one, and flagged."""

import json
from pathlib import Path
from typing import Any

import ijson
import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbformat.validator import isvalid

LARGEST, MOST_CELLS = 50 * 2**20, 5000  # bytes without outputs, and cells of a notebook file


def read(path: Path) -> tuple[NotebookNode, str]:
    """Read a notebook of any format and encoding.

    Returns
    -------
    notebook, problem : the notebook in format 4 and an empty text; or what could be read of it, and what is wrong.
    """
    try:
        if path.is_symlink() or not path.is_file():
            return new_notebook(), f"{path.name} is a link or not a file, so it was not read."
        content = path.read_bytes() if path.stat().st_size <= LARGEST else _without_outputs(path)
        if content is None:
            size = LARGEST // 2**20
            return new_notebook(), f"{path.name} is larger than {size} MiB without its outputs, so it was not read."
        # any encoding of Unicode, as JSON may have
        text = content.decode(json.detect_encoding(content), errors="replace").removeprefix("\ufeff")
        if not text.strip():
            return new_notebook(), f"{path.name} is empty, or no notebook was handed in."
        data = json.loads(text)
        if not (isinstance(data, dict) and isinstance(data.get("cells"), list)):
            data = nbformat.reads(text, as_version=4)  # an older format
        cells = [_normal(cell) for cell in data["cells"][:MOST_CELLS]]
        notebook = new_notebook()
        notebook.cells = [cell for cell in cells if cell is not None]
        if len(data["cells"]) > MOST_CELLS:
            return notebook, f"{path.name} has more than {MOST_CELLS:,} cells; the rest were left out."
        if left_out := cells.count(None):
            return notebook, f"{path.name} has {left_out} cells that cannot be read; these were left out."
        return notebook, ""
    except Exception as error:  # json and nbformat raise whatever a damaged file leads them to
        no_json = isinstance(error, json.JSONDecodeError | nbformat.reader.NotJSONError)
        reason = "it is not valid JSON" if no_json else str(error)[:200]
        return new_notebook(), f"{path.name} cannot be read as a notebook: {reason}."


def _without_outputs(path: Path) -> bytes | None:
    """Give a large notebook without the outputs of its cells, which grading makes anew; None if it is still large."""
    builder, size = ijson.ObjectBuilder(), 0
    with path.open("rb") as file:
        for prefix, event, value in ijson.parse(file, use_float=True):
            if prefix.startswith("cells.item.outputs"):
                continue
            if prefix == "cells.item" and event == "map_key" and value == "outputs":
                continue
            size += len(value) if isinstance(value, str) else 8
            if size > LARGEST:
                return None
            builder.event(event, value)
    return json.dumps(builder.value).encode(errors="replace")


def _normal(cell: Any) -> NotebookNode | None:
    """Give a cell as it must be, or None if it is no cell or is nested too deep."""
    try:
        return _cell(cell)
    except RecursionError:
        return None


def _cell(cell: Any) -> NotebookNode | None:
    if not isinstance(cell, dict) or cell.get("cell_type") not in ("code", "markdown", "raw"):
        return None
    source = cell.get("source")
    source = "".join(map(str, source)) if isinstance(source, list) else source
    if not isinstance(source, str):
        return None
    source = writable(source)
    new = new_code_cell(source) if cell["cell_type"] == "code" else new_markdown_cell(source)
    if isinstance(cell.get("metadata"), dict):
        new.metadata = nbformat.from_dict(cell["metadata"])
    if not isinstance(new.metadata.get("nbgrader", {}), dict):
        del new.metadata["nbgrader"]
    if isinstance(cell.get("id"), str):
        new.id = cell["id"]
    attachments = writable(nbformat.from_dict(cell.get("attachments")))
    is_valid = isinstance(attachments, dict) and isvalid(attachments, ref="misc/attachments", version=4)
    if is_valid and new.cell_type == "markdown":
        new.attachments = attachments
    return new


def writable(value: Any) -> Any:
    """Give a value of JSON without half characters, which can be read and not be written."""
    text = json.dumps(value, ensure_ascii=False).encode(errors="replace").decode()
    return nbformat.from_dict(json.loads(text))

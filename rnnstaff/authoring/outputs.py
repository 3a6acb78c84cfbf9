"""The outputs that are stored in a notebook: the same for the same source, and tied to it."""

import hashlib
import json
import re

from nbformat import NotebookNode, from_dict

from rnnstaff.authoring import metadata, turns
from rnnstaff.course import code_cells

#: A cell with this tag measures time. A rebuild keeps its stored outputs for as long as its source stays the same.
TIMED_TAG = "timed"

# "12s" and "64ms/step" of Keras' training log, and its bar.
_KERAS_TIMING = re.compile(r"[\s━╸]*(\s-)?\s\d+m?s(\s-)?\s\d+[mµu]?s/(step|epoch)(?=\s)")
_WIDGET = "application/vnd.jupyter.widget-view+json"


def fingerprint(notebook: NotebookNode) -> str:
    """Give a hash of all code cells, and of the answers of *Your turn*; outputs that carry it were made by them."""
    sources = [[cell.id, cell.source] for cell in code_cells(notebook)]
    sources += [[cell.id, turns.code_of(cell)] for cell in turns.cells(notebook)]
    return hashlib.sha256(json.dumps(sources).encode()).hexdigest()


def is_fresh(notebook: NotebookNode) -> bool:
    """Say whether the notebook holds outputs, made by the very code it holds."""
    return notebook.metadata.get(metadata.OURS, {}).get("outputs_of") == fingerprint(notebook)


def seal(notebook: NotebookNode, before: NotebookNode | None = None) -> None:
    """Take out of a just executed notebook what differs from run to run, and mark whose outputs it holds.

    Parameters
    ----------
    notebook : changed in place.
    before : the stored notebook; cells tagged ``timed`` keep its outputs where their source is the same.
    """
    stored = {(cell.id, cell.source): cell.outputs for cell in code_cells(before) if cell.outputs} if before else {}
    for count, cell in enumerate(code_cells(notebook), start=1):
        cell.execution_count = count
        cell.metadata.pop("execution", None)
        if cell.metadata.get("jupyter", {}).get("outputs_hidden"):
            cell.metadata["collapsed"] = True  # as JupyterLab writes beside it
        if TIMED_TAG in cell.metadata.get("tags", []) and (cell.id, cell.source) in stored:
            cell.outputs = stored[cell.id, cell.source]
        cell.outputs = [_plain(output, count) for output in _merged(cell.outputs) if not _is_progress(output)]
    notebook.metadata[metadata.OURS] = {"outputs_of": fingerprint(notebook)}
    notebook.metadata = from_dict(metadata.plain(notebook))


def clear(notebook: NotebookNode) -> None:
    """Remove all outputs, the times of the cells, and the mark that says what made them."""
    for cell in code_cells(notebook):
        cell.outputs, cell.execution_count = [], None
        cell.metadata.pop(metadata.OURS, None)
    notebook.metadata.pop(metadata.OURS, None)


def plain_text(text: str) -> str:
    """Take out of a text what a progress bar overwrote, and how long the steps of a training took."""
    lines = (line.rstrip().rsplit("\r", 1)[-1] for line in text.split("\n"))
    return _KERAS_TIMING.sub("", "\n".join(lines))


def _merged(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """Join what one stream wrote in a row: how it is cut into messages is chance."""
    merged: list[NotebookNode] = []
    for output in outputs:
        if merged and output.output_type == "stream" == merged[-1].output_type and output.name == merged[-1].name:
            merged[-1].text += output.text
        else:
            merged.append(output)
    return merged


def _is_progress(output: NotebookNode) -> bool:
    return _WIDGET in output.get("data", {})


def _plain(output: NotebookNode, count: int) -> NotebookNode:
    if output.output_type == "stream":
        output.text = plain_text(output.text)
    if output.output_type == "execute_result":
        output.execution_count = count
    return output

"""What a kernel sends, which can be anything where it was tampered with: what is kept of it, and how much."""

from collections.abc import Iterator
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbformat.validator import isvalid

from rnnstaff.intake.reading import writable

SHOWN = ("stream", "display_data", "execute_result", "update_display_data", "error")
# Widgets are not drawn here; of what else there is, nbclient writes into your terminal.
KEPT = (*SHOWN, "clear_output", "execute_input", "status")
_LONGEST_ERROR = 20_000  # characters


class Outputs:
    """The outputs of one submission, cut where they are too long, without what no kernel sends.

    Parameters
    ----------
    limit : characters that are kept of a cell; of all cells, 100 times as many.

    Attributes
    ----------
    odd : whether the kernel sent something that no kernel sends.
    """

    def __init__(self, limit: int) -> None:
        self.odd = False
        self._limit, self._of_cell, self._of_all = limit, 0, 0

    def begin_cell(self) -> None:
        """Count anew for the next cell."""
        self._of_cell = 0

    def saw_odd(self) -> None:
        """Note that a message is none that a kernel sends."""
        self.odd = True

    def admits(self, message: dict[str, Any], cell: NotebookNode) -> bool:
        """Count a message, say whether there is room for it, and write into ``cell`` where the rest was cut."""
        was_full, size = self._is_full(), len(str(message["content"]))
        self._of_cell, self._of_all = self._of_cell + size, self._of_all + size
        if self._is_full() and not was_full:
            cell.outputs.append(new_output("stream", name="stdout", text="\n[The rest of the output was cut.]\n"))
        return not self._is_full()

    def clean(self, outputs: list[NotebookNode]) -> Iterator[NotebookNode]:
        """Give the outputs that a notebook can hold."""
        for output in outputs:
            try:
                if _is_output(output):  # an error comes with the reply too, which no limit has cut
                    is_long = output.output_type == "error" and len(str(output)) > _LONGEST_ERROR
                    yield writable(error(output.ename[:100], "Its message is too long.") if is_long else output)
            except RecursionError:  # nested deeper than can be written
                self.saw_odd()

    def _is_full(self) -> bool:
        return self._of_cell > self._limit or self._of_all > 100 * self._limit


def nothing() -> dict[str, Any]:
    """Make a message without meaning."""
    return {"header": {}, "parent_header": {}, "metadata": {}, "content": {}, "msg_type": "", "buffers": []}


def error(name: str, message: str) -> NotebookNode:
    """Make the output of a cell that failed."""
    return new_output("error", ename=name, evalue=message, traceback=[f"{name}: {message}"])


def is_message(message: dict[str, Any]) -> bool:
    """Say whether a message has what every reader of messages takes for granted."""
    parts = (message[part] for part in ("header", "parent_header", "metadata", "content"))
    if not (all(isinstance(part, dict) for part in parts) and isinstance(message["msg_type"], str)):
        return False
    if message["msg_type"] != "execute_reply":
        return True
    status = message["content"].get("status")
    wanted = ("ename", "evalue") if status == "error" else ()
    return isinstance(status, str) and all(isinstance(message["content"].get(name), str) for name in wanted)


def _is_output(output: NotebookNode) -> bool:
    """Say whether an output is one that a kernel makes: valid, and its texts are whole, not in lines as in a file."""
    texts = [output.get("text"), *(part for mime, part in output.get("data", {}).items() if "json" not in mime)]
    return isvalid(output, ref="output", version=4) and not any(isinstance(text, list) for text in texts)

"""What graded notebooks say: the outcome of each check, as ``rnncourse.checks`` prints it under a test cell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nbformat import NotebookNode

from rnncourse.validation import HEADING

PASSED, FAILED = "✓ ", "✗ "
STOPPED = "the cell stopped before its checks were through"
_COLOR = re.compile(r"\x1b\[[0-9;]*m")
# A heading in a cell that is graded by hand, without its points: ``## 12 · Make it better (6 points, …)``.
_TITLE = re.compile(r"#+ +(.+?)(?: \([^()]*points?\b[^()]*\))?\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Outcome:
    """What came of one check.

    Parameters
    ----------
    check : its name.
    message, hint : what was printed below it; empty if it passed.
    explanation : what else was printed below it, such as why an answer of a quiz is right.
    """

    check: str
    passed: bool
    message: str = ""
    hint: str = ""
    explanation: str = ""


def title(cell: NotebookNode) -> str:
    """Give the name of the exercise that a cell grades, such as ``3 · Scale (images)``; else the cell's id."""
    if cell.cell_type == "code":
        first_line = HEADING.match(cell.source)
        return first_line[1] if first_line else cell.metadata.nbgrader.grade_id
    return heading(cell.source) or cell.metadata.nbgrader.grade_id


def heading(text: str) -> str:
    """Give the first heading of a text, without its points, or an empty text."""
    found = _TITLE.search(text)
    return found[1] if found else ""


def of_cell(cell: NotebookNode) -> Iterator[Outcome]:
    """Give the outcomes of the checks of a test cell that was run, in order."""
    text = "".join(output.text for output in cell.outputs if output.output_type == "stream")
    check, below = "", []
    for line in [*text.splitlines(), PASSED]:  # the last one ends what came before
        if line.startswith((PASSED, FAILED)):
            if check:
                yield _outcome(check, below)
            check, below = line, []
        elif check and line.startswith("    "):
            below.append(line)
    for error in (output for output in cell.outputs if output.output_type == "error"):
        yield Outcome(STOPPED, passed=False, message=_COLOR.sub("", f"{error.ename}: {error.evalue}").strip())


def _outcome(check: str, below: list[str]) -> Outcome:
    name = check.removeprefix(PASSED).removeprefix(FAILED)
    paragraphs: list[str] = []
    for line in below:
        if line.startswith("      ") and paragraphs:  # a long line, wrapped
            paragraphs[-1] += f" {line.strip()}"
        else:
            paragraphs.append(line.strip())
    if check.startswith(PASSED):
        return Outcome(name, passed=True, explanation="\n".join(paragraphs))
    hint = next((text for text in paragraphs if text.startswith("Hint: ")), "")
    message = paragraphs.pop(0) if paragraphs and paragraphs[0] != hint else ""
    rest = [text for text in paragraphs if text != hint]
    return Outcome(name, False, message, hint.removeprefix("Hint: "), "\n".join(rest))

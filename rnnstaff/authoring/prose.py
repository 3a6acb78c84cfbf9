"""The numbers in a lesson's text that no cell of the lesson shows: a list for its author, who has to judge."""

import re
from collections.abc import Iterator

from nbformat import NotebookNode

from rnnstaff.authoring import turns
from rnnstaff.course import code_cells

_NUMBER = re.compile(r"(?<![\w.])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(e[-+]?\d+)?(?![\w⁰¹²³⁴-⁹⁻])", re.IGNORECASE)
# What is not a number that a cell would show, in the order in which it is left out.
_OTHER = [
    re.compile(r"^(`{3,}).*?^\1`*[ \t]*$", re.DOTALL | re.MULTILINE),  # blocks of code
    re.compile(r"(`+)[^`].*?\1", re.DOTALL),
    re.compile(r"\$\$.*?\$\$|\$[^$\n]+\$", re.DOTALL),
    re.compile(r"\[[^\]]*\]\([^)]*\)|https?://\S+|<[^<>\n]+>"),
    re.compile(r"^\s*(?:#+|[-*>]|\|)?\s*\**\d+(?:\s*·|[.)]\**\s)", re.MULTILINE),  # of sections, lists and questions
    re.compile(
        r"\b(?:units?|lessons?|sections?|questions?|exercises?|chapters?|parts?|figures?)\s+\d+\b", re.IGNORECASE
    ),
    re.compile(r"\b(?:19|20)\d\d\b"),
    re.compile(r"\*About [^*]*\.\*|^\**Time\**.*$|cells alone run in about \S+", re.MULTILINE),  # see times.py
]


def unshown(notebook: NotebookNode) -> Iterator[str]:
    """Give each number of the text that is in no output and no code of the lesson, with its cell and the words around.

    A number counts as shown if a value of the lesson is rounded to it, also as a percentage.
    """
    values = set(_values(notebook))
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            text = cell.source
            for other in _OTHER:
                text = other.sub(lambda match: " " * len(match[0]), text)
            for match in _NUMBER.finditer(text):
                if not _is_shown(match, values):
                    around = cell.source[max(match.start() - 50, 0) : match.end() + 30]
                    yield f"cell {cell.id}: {match[0]} in “… {' '.join(around.split())} …”"


def _values(notebook: NotebookNode) -> Iterator[float]:
    """Give all numbers in code and outputs, and in the answers of *Your turn*, without their signs."""
    texts = [cell.source for cell in code_cells(notebook)]
    for output in (output for cell in code_cells(notebook) for output in cell.outputs):
        data = output.get("data", {})
        texts += [output.get("text", ""), data.get("text/plain", ""), re.sub("<[^>]*>", " ", data.get("text/html", ""))]
    for cell in turns.cells(notebook):
        texts += [block[0] for block in _OTHER[0].finditer(cell.source)]
    for text in texts:
        # Also in names and beside units, as in x_1 and 28x28.
        for number in re.findall(r"(?:\d{1,3}(?:[,_]\d{3})+|\d+)(?:\.\d*)?(?:e[-+]?\d+)?|\.\d+", text, re.IGNORECASE):
            yield float(number.replace(",", "").replace("_", ""))


def _is_shown(match: re.Match[str], values: set[float]) -> bool:
    whole, fraction, exponent = match[1].replace(",", ""), match[2] or "", match[3] or ""
    number = float(whole + fraction + exponent)
    # The last digit that counts: of a round whole number the second, as in 2,400 for 2,387.
    zeros = len(whole) - len(whole.rstrip("0")) if not fraction else 0
    digit = 10.0 ** (min(zeros, max(len(whole) - 2, 0)) if not fraction else 1 - len(fraction))
    digit *= 10.0 ** float(exponent[1:] or 0)
    return any(
        abs(scale * value - number) <= 0.501 * digit for value in values for scale in (1, 100)[: 1 + (value <= 1)]
    )

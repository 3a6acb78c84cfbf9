"""Numbers in the text of a lesson that no cell shows are listed, and only those."""

import pytest
import tiny_course
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from typer.testing import CliRunner

from rnnstaff import course
from rnnstaff.authoring import check, prose
from rnnstaff.cli import app

OUTPUTS = [
    new_output("stream", text="accuracy 0.9753, loss 12.349, 75,530 parameters, -3.2 °C, 1.5e-4\n"),
    new_output("execute_result", {"text/plain": "2387", "text/html": "<td>41.46</td>"}),
]


def lesson(text, **metadata):
    code = new_code_cell("units = 64\nshape = (28, 28)", id="code", outputs=OUTPUTS)
    return new_notebook(cells=[code, new_markdown_cell(text, id="text", metadata=metadata)])


def found(text, **metadata):
    return [line.split(": ")[1].split(" in ")[0] for line in prose.unshown(lesson(text, **metadata))]


@pytest.mark.parametrize(
    "text",
    [
        "We get 97.5 % right, with a loss of 12.35.",
        "It has 75,530 parameters, about 76,000, and it is -3.2 °C, 41.5 or 0.00015.",
        "About 2,400 rows of 28 × 28, with 64 units.",
        "## 7 · A heading\n\n7. A point\n\n**17.** A question\n\n- 9) an option; section 7, unit 5 and Exercise 6",
        "See [Hochreiter 17](https://doi.org/10.1162/neco.1997.9.8), 1997, and `x[71]`, $W_{99} = 88$, $$55$$.",
        "```python\n123\n```\n\n```text\n456\n```",
        "*About 40 seconds.* And:\n\n**Time**: 90 minutes; the cells alone run in about 3 minutes.",
        "In x_77, Conv99 and 10⁻¹² there is none.",
    ],
)
def test_a_number_that_is_shown_or_counts_nothing_is_not_listed(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("We get 97.6 % right.", ["97.6"]),
        ("A loss of 12.34, not 12.3, with 75,531 parameters.", ["12.34", "75,531"]),
        ("About 2,500 rows, 2,387 of them whole.", ["2,500"]),
        ("## 7 · The 3,333 words\n\n| 444 | `64` |", ["3,333", "444"]),
    ],
)
def test_a_number_that_no_cell_shows_is_listed_with_its_cell(text, numbers):
    assert found(text) == numbers
    assert all(line.startswith("cell text: ") for line in prose.unshown(lesson(text)))


def test_what_an_answer_prints_counts_as_shown_and_its_explanation_does_not():
    blocks = "<summary>Answer</summary>\n\n```python\nprint(700 + 77)\n```\n\n```text\n777\n```"
    text = f"**Your turn.** Guess.\n\n<details>\n{blocks}\n\nIt is 777, not 888.\n\n</details>"
    assert found(text, tags=["your-turn"]) == ["888"]


def test_the_list_is_shown_on_request_and_is_no_failure(tmp_path, monkeypatch):
    root = tiny_course.make(tmp_path)
    course.write(lesson("The text says 987."), root / "notebooks" / "a.ipynb")
    monkeypatch.chdir(root)
    monkeypatch.setattr(check, "problems", lambda *_: iter(()))
    result = CliRunner().invoke(app, ["build", "--check", "--numbers"])
    assert result.exit_code == 0, result.output
    assert (
        "a.ipynb: 1 numbers in the text appear in none of its cells\n    cell text: 987 in “… The text says 987. …”"
        in result.output
    )
    assert "987" not in CliRunner().invoke(app, ["build", "--check"]).output

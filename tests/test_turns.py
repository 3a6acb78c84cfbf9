"""Your turn: an answer runs where it stands in the lesson, what it prints is written below it, and nothing leaks."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from rnnstaff import course
from rnnstaff.authoring import build, outputs, turns
from rnnstaff.course import CourseError

FORM = """\
**Your turn.** What does it give? Mind the bug:

```python
print(lenght)
```

<details>
<summary>Answer</summary>

```python
{code}
```

```text
{text}```

That is why.

</details>
"""


def turn(code, text="", tags=(), cell_id="turn"):
    source = FORM.format(code=code, text=text)
    return new_markdown_cell(source, id=cell_id, metadata={"tags": [turns.TAG, *tags]})


def lesson(path, *cells):
    notebook = new_notebook(cells=[new_markdown_cell("# A lesson", id="title"), *cells])
    notebook.metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    course.write(notebook, path)
    return path


def built(path):
    build._run_lesson(path, lambda *_: None)
    return course.read(path)


def text_of(notebook, cell_id="turn"):
    return next(turns.answer(cell).text for cell in notebook.cells if cell.id == cell_id)


def test_an_answer_sees_the_names_above_and_its_own_and_leaves_none(tmp_path):
    code = (
        "step = 3\n\ndef double(x):\n    return step * twice(x)\n\ndef twice(x):\n    return 2 * x\n\nprint(double(x))"
    )
    path = lesson(
        tmp_path / "a.ipynb",
        new_code_cell("x, step = 5, 1", id="above"),
        turn(code),
        new_code_cell("x = 100\nprint(step, 'double' in globals())", id="below"),
    )
    notebook = built(path)
    assert text_of(notebook) == "30\n"
    assert [cell.id for cell in notebook.cells] == ["title", "above", "turn", "below"]
    assert notebook.cells[-1].outputs[0].text == "1 False\n"
    assert notebook.cells[2].source == FORM.format(code=code, text="30\n")
    before = path.read_bytes()
    built(path)
    assert path.read_bytes() == before


def test_random_numbers_and_layer_names_of_the_lesson_are_the_same_with_and_without_answers(tmp_path):
    draw = (
        "print(random.random(), np.random.rand(), float(keras.random.normal(())), float(tf.random.normal(())),"
        " keras.layers.Dense(2).name)"
    )
    start = (
        "import rnncourse.quiet, keras, random, numpy as np, tensorflow as tf\n" + "keras.utils.set_random_seed(1)\n"
    )
    cells = [new_code_cell(start + draw, id="a"), new_code_cell(draw, id="b")]
    without = built(lesson(tmp_path / "without.ipynb", *cells))
    traced = "@tf.function\ndef size(x):\n    return x if x > 0 else -x\n\nprint(int(size(tf.constant(-2))))"
    tricks = f"{draw}\nkeras.utils.clear_session()\nkeras.utils.set_random_seed(2)\n{draw}\n{traced}"
    notebook = built(lesson(tmp_path / "with.ipynb", cells[0], turn(tricks), cells[1]))
    assert notebook.cells[-1].outputs == without.cells[-1].outputs
    first, second, size = text_of(notebook).splitlines()
    assert first != second
    assert size == "2"


def test_an_answer_that_fails_fails_the_build_by_name_and_leaves_the_file(tmp_path):
    path = lesson(tmp_path / "a.ipynb", turn("print(1)\n1 / 0"))
    before = path.read_bytes()
    with pytest.raises(CourseError, match=r"a\.ipynb: the answer in cell turn failed(.|\n)*ZeroDivisionError"):
        built(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(("code", "words"), [("x = 1", "prints nothing"), ("print('```')", "ends its block")])
def test_an_answer_has_to_print_what_can_be_shown(code, words, tmp_path):
    with pytest.raises(CourseError, match=rf"a\.ipynb: the answer in cell turn prints .*{words.split()[-1]}"):
        built(lesson(tmp_path / "a.ipynb", turn(code)))


def test_a_timed_answer_keeps_its_text_while_its_code_stays(tmp_path):
    path = lesson(tmp_path / "a.ipynb", turn("print(1)", "about 2 s\n", [outputs.TIMED_TAG]))
    assert text_of(built(path)) == "about 2 s\n"
    notebook = course.read(path)
    notebook.cells[1].source = notebook.cells[1].source.replace("print(1)", "print(3)")
    course.write(notebook, path)
    assert text_of(built(path)) == "about 2 s\n"  # what is stored there was made by the code that is stored there
    path = lesson(tmp_path / "b.ipynb", turn("print(1)", "about 2 s\n"))
    assert text_of(built(path)) == "1\n"


def test_the_code_of_an_answer_counts_for_freshness_and_its_text_and_prompt_do_not(tmp_path):
    path = lesson(tmp_path / "a.ipynb", turn("print(1)"))
    notebook = built(path)
    assert outputs.is_fresh(notebook)
    notebook.cells[1].source = notebook.cells[1].source.replace("Mind the bug", "Mind it")
    assert outputs.is_fresh(notebook)
    notebook.cells[1].source = notebook.cells[1].source.replace("print(1)", "print(2)")
    assert not outputs.is_fresh(notebook)


def test_a_lesson_without_answers_keeps_its_fingerprint():
    notebook = new_notebook(cells=[new_code_cell("1 + 1", id="a"), new_markdown_cell("Text", id="b")])
    assert outputs.fingerprint(notebook) == "4a69952ed06938acfa37ec4627224c3a12d611e71459648639a94cf5db366523"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("<summary>Answer</summary>\n", "", "no <summary>"),
        ("</summary>\n\n", "</summary>\n", "no <summary> before its answer, with an empty line below"),
        ("```text\n1\n```", "", "it has: python"),
        ("```text", "```python", "it has: python, python"),
        ("```text", "```", "it has: python, without a language"),
        ("</details>", "", "0 parts <details>"),
        ("1\n```", "```", "no text below its answer"),
    ],
)
def test_check_says_what_is_missing_in_a_turn(old, new, words):
    cell = turn("print(1)", "1\n")
    assert list(turns.problems(new_notebook(cells=[cell]))) == []
    cell.source = cell.source.replace(old, new)
    [problem] = turns.problems(new_notebook(cells=[cell]))
    assert problem.startswith("cell turn")
    assert words in problem


def test_check_refuses_the_tag_on_a_code_cell():
    [problem] = turns.problems(new_notebook(cells=[new_code_cell("1", id="code", metadata={"tags": [turns.TAG]})]))
    assert problem == "cell code has the tag your-turn, which is for cells of text."

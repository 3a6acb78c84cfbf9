"""Of what lies in a submission's folder the right file is graded, and the rest is named."""

import json

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output
from tiny_course import answer, cell_of, grades, hand_in, make

from rnnstaff import course
from rnnstaff.classroom import submissions
from rnnstaff.demo import sample_class
from rnnstaff.intake import reading

WRONG = answer("double", "def double(x):\n    return 0")
NOT_GRADED = "Another notebook of the assignment was not graded: {}."


@pytest.fixture
def root(tmp_path):
    return make(tmp_path)


def hand_in_as(root, student, **files):
    """Hand in several notebooks; None is the one that was released."""
    folder = root / "submitted" / student / "tiny"
    for name, change in files.items():
        notebook = sample_class.answered(root, "tiny")
        if change is None:
            notebook = course.read(course.assignment(root, "release", "tiny"))
        else:
            change(notebook)
        course.write(notebook, folder / f"{name}.ipynb")


def right(notebook):
    """Leave the reference answers."""


def test_the_newest_of_the_fullest_is_graded_and_the_others_are_named(root, sandboxed):
    hand_in_as(root, "one-and-two", **{"tiny (1)": WRONG, "tiny (2)": right})
    hand_in_as(root, "two-and-ten", **{"tiny-2": WRONG, "tiny-10": right})
    hand_in_as(root, "blank-and-one", **{"tiny": None, "tiny (1)": right})
    hand_in_as(root, "old-and-two", **{"tiny": WRONG, "tiny-2": right})
    hand_in_as(root, "own-and-copy", **{"tiny": right, "tiny-Copy1": WRONG})
    hand_in_as(root, "own-and-another", **{"tiny": right, "notes": lambda notebook: notebook.cells.clear()})
    assert grades(root) == dict.fromkeys(
        ["one-and-two", "two-and-ten", "blank-and-one", "old-and-two", "own-and-copy", "own-and-another"], 3
    )
    flags = submissions.flags_of_all(root, "tiny")
    assert flags["one-and-two"] == [
        "The notebook was handed in as tiny (2).ipynb.", NOT_GRADED.format("tiny (1).ipynb")
    ]  # fmt: skip
    assert flags["blank-and-one"] == [
        "tiny (1).ipynb was graded: it is newer, or holds more, than tiny.ipynb.", NOT_GRADED.format("tiny.ipynb")
    ]  # fmt: skip
    assert flags["old-and-two"][1:] == [NOT_GRADED.format("tiny.ipynb")]
    assert flags["own-and-copy"] == [NOT_GRADED.format("tiny-Copy1.ipynb")]
    assert flags["own-and-another"] == []


def test_another_notebook_may_be_run_and_additions_to_a_locked_cell_stay(root, sandboxed):
    path = course.assignment(root, "source", "tiny")
    notebook = course.read(path)
    setup = new_code_cell("import math")
    setup.metadata.nbgrader = {
        "grade": False, "solution": False, "locked": True, "task": False, "schema_version": 3, "grade_id": "setup",
    }  # fmt: skip
    notebook.cells.insert(0, setup)
    course.write(notebook, path)
    course.nbgrader(root, "generate_assignment", "tiny")

    folder = hand_in(root, "helper", answer("double", "%run ./helper.ipynb"))
    kernel = {"kernelspec": {"name": "python3", "display_name": "P", "language": "python"}}
    helper = new_notebook(cells=[new_code_cell("def double(x):\n    return 2 * x")], metadata=kernel)
    nbformat.write(helper, folder / "helper.ipynb")

    def adds(notebook):
        cell_of(notebook, "setup").source = "import math\nimport operator as op"
        cell_of(notebook, "double").source = "def double(x):\n    return op.mul(2, x)"

    hand_in(root, "adds", adds)
    assert grades(root) == {"adds": 3, "helper": 3}
    flags = submissions.flags_of_all(root, "tiny")
    assert flags["helper"] == []
    (flag,) = flags["adds"]
    assert flag.endswith("the original was restored, and what was added to it follows it: import operator as op.")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_a_notebook_in_any_encoding_of_unicode_is_read(tmp_path, encoding):
    text = nbformat.writes(new_notebook(cells=[new_code_cell("ä = 1")]))
    (tmp_path / "a.ipynb").write_bytes(text.encode(encoding))
    notebook, problem = reading.read(tmp_path / "a.ipynb")
    assert (notebook.cells[0].source, problem) == ("ä = 1", "")


def test_large_outputs_do_not_count_and_large_sources_do(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 10_000)
    picture = new_output("display_data", {"image/png": "A" * 50_000})
    path = tmp_path / "a.ipynb"
    nbformat.write(new_notebook(cells=[new_code_cell("x = 1.5", outputs=[picture] * 2)]), path)
    notebook, problem = reading.read(path)
    assert ([cell.source for cell in notebook.cells], problem) == (["x = 1.5"], "")
    path.write_text(json.dumps(new_notebook(cells=[new_code_cell("x" * 50_000)])))
    notebook, problem = reading.read(path)
    assert notebook.cells == []
    assert "without its outputs" in problem

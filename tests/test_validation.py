"""What a student reads of a whole notebook: from Validate and from `rnncourse check`, with real kernels."""

import subprocess
import sys
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.utils import compute_checksum
from nbgrader.validator import Validator

from rnnstaff import course

ROOT = Path(__file__).parent.parent
STUB = "def double(x):\n    raise NotImplementedError()"
RIGHT = "def double(x):\n    return 2 * x"
TEST = """# Checks for exercise {number} · {name}
from rnncourse.checks import Checks, expect_equal
checks = Checks(points=2)
with checks("{call} is right", hint="Think of {name}."):
    expect_equal({call}, {wanted})
with checks("it is a number"):
    expect_equal({call} * 1, {wanted})
checks.score()
"""


def assignment(folder, double=STUB, three="raise NotImplementedError()", own=""):
    """Write an assignment of two exercises and give its path."""
    cells = [new_code_cell(own, id="own")]
    for number, (name, code, call, wanted) in enumerate(
        [("Twice", double, "double(4)", 8), ("A number", three, "three", 3)], start=1
    ):
        settings = {"grade": False, "solution": True, "locked": False, "task": False, "schema_version": 3}
        cells.append(new_code_cell(code, id=f"a{number}", metadata={"nbgrader": settings | {"grade_id": f"a{number}"}}))
        settings = settings | {"grade": True, "solution": False, "locked": True, "points": 2, "grade_id": f"t{number}"}
        test = new_code_cell(TEST.format(number=number, name=name, call=call, wanted=wanted), id=f"t{number}")
        test.metadata["nbgrader"] = settings
        test.metadata.nbgrader["checksum"] = compute_checksum(test)
        cells.append(test)
    cells.append(new_markdown_cell("## Hand in", id="hand-in"))
    path = folder / "work.ipynb"
    course.write(new_notebook(cells=cells), path)
    return path


def validate(path):
    """Validate as JupyterLab's button does, and give the texts of its dialog, by cell."""
    result = Validator(config=course.nbgrader_config(ROOT)).validate(str(path))
    return [(one["source"], one["raw_error"]) for one in result.get("failed", [])], result


def check(path, *, status):
    command = [sys.executable, "-P", "-m", "rnncourse.cli", "check", str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == status, result.stderr
    return result.stdout


def test_a_blank_assignment_names_what_is_not_written_in_a_few_lines(tmp_path):
    failed, _ = validate(assignment(tmp_path))
    assert [source for source, _ in failed] == ["Not written yet: exercises 1, 2\n\nExercise 1 · Twice"]
    assert "Replace `raise NotImplementedError()` with your code" in failed[0][1]
    assert check(assignment(tmp_path), status=1) == "Not written yet: exercises 1, 2\n"


def test_a_stub_that_is_called_before_any_check_is_not_written(tmp_path):
    path = assignment(tmp_path, three="three = 3")
    notebook = course.read(path)
    test = notebook.cells[2]
    test.source = test.source.replace("checks = Checks", "double(1)\nchecks = Checks")
    test.metadata.nbgrader["checksum"] = compute_checksum(test)
    course.write(notebook, path)
    assert check(path, status=1) == "Visible checks pass: exercise 2\nNot written yet: exercise 1\n"


def test_a_finished_assignment_passes(tmp_path):
    path = assignment(tmp_path, RIGHT, "three = 3")
    failed, result = validate(path)
    assert (failed, result) == ([], {})
    assert check(path, status=0) == "Visible checks pass: exercises 1, 2\n"


def test_what_fails_is_told_with_its_checks_and_not_with_the_code_of_the_test(tmp_path):
    path = assignment(tmp_path, "def double(x):\n    return x", "three = 3")
    [(source, error)], _ = validate(path)
    assert source == "Visible checks pass: exercise 2\nFail: exercise 1\n\nExercise 1 · Twice"
    assert "✗ double(4) is right" in error
    assert "got 4, wanted 8." in error
    assert "Hint: Think of Twice." in error
    assert "with checks" not in source + error
    said = check(path, status=1)
    assert said.startswith(
        "Visible checks pass: exercise 2\nFail: exercise 1\n\nExercise 1 · Twice\n    ✗ double(4) is right\n"
    )
    assert "with checks" not in said


def test_the_first_error_of_the_students_own_code_is_told_with_its_line(tmp_path):
    path = assignment(tmp_path, RIGHT, "number = 1\nthree = image_train + number", own="1 / 1")
    [(source, error)], _ = validate(path)
    assert "The first error in your own code:\n  line 2: three = image_train + number\n  NameError: name" in source
    assert "name 'three' is not defined. Is it spelled right" in error
    assert "line 2: three = image_train + number" in check(path, status=1)


def test_a_line_that_python_cannot_read_is_named_with_its_place(tmp_path):
    path = assignment(tmp_path, "def double(x):\n    y = 2\n   return y", "three = 3")
    said = check(path, status=1)
    assert "The first error in your own code:\n  line 3: return y\n  IndentationError: unindent does not match" in said
    assert "<tokenize>" not in said


def test_a_none_is_told_as_what_it_is(tmp_path):
    path = assignment(tmp_path, "def double(x):\n    y = 2 * x", "three = 3")
    [(_, error)], _ = validate(path)
    assert "✗ double(4) is right\n    the value is None. Does the code end with `return`?" in error
    assert "There is None where a value is needed" in error  # None * 1


def test_a_test_cell_that_was_changed_is_still_told_to_be(tmp_path):
    path = assignment(tmp_path, RIGHT, "three = 3")
    notebook = course.read(path)
    notebook.cells[2].source += "\nprint('mine')"
    course.write(notebook, path)
    _, result = validate(path)
    assert [one["source"].splitlines()[-1] for one in result["changed"]] == ["print('mine')"]
    assert "differ from those that were released" in check(path, status=0)


def test_a_students_own_run_shows_checks_and_no_points(tmp_path):
    from nbclient import NotebookClient

    path = assignment(tmp_path, RIGHT, "three = 4")
    notebook = course.read(path)
    NotebookClient(notebook, kernel_name="python3", allow_errors=True, extra_arguments=["--log-level=ERROR"]).execute()
    texts = ["".join(output.get("text", "") for output in cell.outputs) for cell in course.code_cells(notebook)]
    assert "2 of 2 visible checks passed. The points come with grading." in texts[2]
    assert "0 of 2 visible checks passed." in texts[4]
    assert {output.output_type for cell in course.code_cells(notebook) for output in cell.outputs} == {"stream"}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing.ipynb", "there is no file"),
        ("broken.ipynb", "it is not valid JSON, or was cut off. In JupyterLab, File, Revert Notebook to Checkpoint"),
        ("binary.ipynb", "it is not text in UTF-8"),
        ("folder.ipynb", "it is a folder"),
        ("plain.ipynb", "it has no checks. Name one, such as"),
    ],
)
def test_what_cannot_be_checked_is_told_in_a_line(tmp_path, name, words):
    (tmp_path / "broken.ipynb").write_text("{")
    (tmp_path / "binary.ipynb").write_bytes(b"\xff\xfe{")
    (tmp_path / "folder.ipynb").mkdir()
    course.write(new_notebook(cells=[new_markdown_cell("hello")]), tmp_path / "plain.ipynb")
    command = [sys.executable, "-P", "-m", "rnncourse.cli", "check", str(tmp_path / name)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert name in result.stderr
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("unit", course.units(ROOT))
def test_every_test_cell_names_its_exercise_and_the_last_cell_is_the_one_that_validate_waits_for(unit):
    from rnncourse import validation

    cells = course.read(course.assignment(ROOT, "release", unit)).cells
    tests = [cell for cell in cells if cell.metadata.get("nbgrader", {}).get("grade") and cell.cell_type == "code"]
    tests = [cell for cell in tests if not cell.metadata.nbgrader.solution]
    assert tests
    labels = [validation.HEADING.match(cell.source.partition("\n")[0]) for cell in tests]
    assert None not in labels
    assert len({match[1] for match in labels}) == len(labels)
    assert (cells[-1].id, cells[-1].cell_type) == (validation.LAST_CELL, "markdown")

"""Plain nbgrader commands, with the course's settings, on submissions that are handed in for real."""

import csv

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook
from nbgrader.validator import Validator

from rnncourse.authoring import course, sample_class
from rnncourse.authoring.course import CourseError
from rnncourse.demo import play
from rnncourse.grading import pipeline

UNITS = course.units(course.find_root())


def graded_cell(grade_id, source, **metadata):
    cell = new_code_cell(source)
    cell.metadata.nbgrader = {
        "grade": "points" in metadata,
        "solution": "points" not in metadata,
        "locked": "points" in metadata,
        "task": False,
        "schema_version": 3,
        "grade_id": grade_id,
    } | metadata
    return cell


TEST_CELL = """\
from rnncourse.checks import Checks, expect_equal

checks = Checks(points=2)
with checks("one is doubled"):
    expect_equal(double(1), 2)
### BEGIN HIDDEN TESTS
with checks("the secret number is doubled", hint="2 * x"):
    expect_equal(double(46923), 93846)
### END HIDDEN TESTS
checks.score()
"""


@pytest.fixture
def tiny(course_root):
    """A course with one small assignment of two exercises, released."""
    for folder in (course_root / "source").iterdir():
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
    notebook = new_notebook(metadata={"kernelspec": {"name": "python3", "display_name": "P", "language": "python"}})
    notebook.cells = [
        new_markdown_cell("# Tiny"),
        graded_cell("double", "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"),
        graded_cell("test-double", TEST_CELL, points=2),
        graded_cell("three", "### BEGIN SOLUTION\nthree = 3\n### END SOLUTION"),
        graded_cell("test-three", "from rnncourse.checks import Checks, expect_equal\n\nchecks = Checks(points=1)\n"
                    'with checks("three is 3"):\n    expect_equal(three, 3)\nchecks.score()', points=1),
    ]  # fmt: skip
    course.write(notebook, course.assignment(course_root, "source", "tiny"))
    pipeline.nbgrader(course_root, "generate_assignment", "tiny")
    return course_root


def hand_in(root, student, change=lambda notebook: None):
    """Hand in the reference answers, after a change."""
    notebook = course.read(course.assignment(root, "release", "tiny"))
    for cell in course.code_cells(notebook):
        if answer := sample_class.reference_answers(root, "tiny").get(cell.metadata.nbgrader.grade_id):
            cell.source = answer
    change(notebook)
    course.write(notebook, root / "submitted" / student / "tiny" / "tiny.ipynb")


def cell_of(notebook, grade_id):
    return next(cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id)


def grades(root):
    assert pipeline.autograde(root, "tiny") == {}
    return pipeline.scores(root, "tiny")


def answer(grade_id, source):
    def change(notebook):
        cell_of(notebook, grade_id).source = source

    return change


def test_partial_credit_and_zero(tiny):
    hand_in(tiny, "right")
    hand_in(tiny, "half", answer("double", "def double(x):\n    return 2"))
    hand_in(tiny, "wrong", answer("double", "def double(x):\n    return 7"))
    assert grades(tiny) == {"right": 3, "half": 2, "wrong": 1}


def test_what_goes_to_stderr_costs_nothing(tiny):
    noise = (
        "import os, sys, warnings\n"
        "def double(x):\n"
        "    warnings.warn('old')\n"
        "    print('e', file=sys.stderr)\n"
        "    os.write(2, b'native')\n"
        "    return 2 * x"
    )
    hand_in(tiny, "noisy", answer("double", noise))
    assert grades(tiny) == {"noisy": 3}


def test_a_test_cell_that_says_skip_is_run(tiny):
    def skip(notebook):
        answer("double", "def double(x):\n    return 7")(notebook)
        cell_of(notebook, "test-double").metadata.tags = ["skip-execution"]

    hand_in(tiny, "skipper", skip)
    assert grades(tiny) == {"skipper": 1}


def test_a_copied_graded_cell_touches_nobody_else(tiny):
    def copy(notebook):
        for grade_id in ("test-double", "double"):
            cell = cell_of(notebook, grade_id)
            twin = nbformat.from_dict(cell) | {"id": f"twin-{grade_id}"}
            notebook.cells.insert(notebook.cells.index(cell), nbformat.from_dict(twin))

    hand_in(tiny, "a-copier", copy)
    hand_in(tiny, "b-other")
    pipeline.nbgrader(tiny, "autograde", "tiny")  # one command for all
    assert pipeline.scores(tiny, "tiny") == {"a-copier": 3, "b-other": 3}
    pipeline.nbgrader(tiny, "generate_feedback", "tiny")
    assert len(list(tiny.glob("feedback/*/tiny/tiny.html"))) == 2


def test_a_deleted_test_cell_is_put_back_and_run(tiny):
    def delete(notebook):
        notebook.cells.remove(cell_of(notebook, "test-double"))

    def delete_wrong(notebook):
        answer("double", "def double(x):\n    return 7")(notebook)
        delete(notebook)

    hand_in(tiny, "right", delete)
    hand_in(tiny, "wrong", delete_wrong)
    assert grades(tiny) == {"right": 3, "wrong": 1}


def test_edited_tests_and_points_are_restored(tiny):
    def edit(notebook):
        answer("double", "def double(x):\n    return 7")(notebook)
        cell = cell_of(notebook, "test-double")
        cell.source = "2.0"
        cell.metadata.nbgrader.points = 100

    hand_in(tiny, "editor", edit)
    assert grades(tiny) == {"editor": 1}


def test_a_loop_is_stopped_and_the_rest_is_graded(tiny, monkeypatch):
    config = tiny / course.CONFIG_FILE
    config.write_text(config.read_text().replace("c.Execute.timeout = 60", "c.Execute.timeout = 5"))
    hand_in(tiny, "loop", answer("double", "def double(x):\n    while True:\n        pass"))
    assert grades(tiny) == {"loop": 1}


def test_one_broken_submission_does_not_touch_the_others(tiny):
    hand_in(tiny, "a-right")
    hand_in(tiny, "z-right")
    broken = tiny / "submitted" / "m-broken" / "tiny" / "tiny.ipynb"
    broken.parent.mkdir(parents=True)
    broken.write_text("{ not json")
    failures = pipeline.autograde(tiny, "tiny")
    assert set(failures) == {"m-broken"}
    scores = pipeline.scores(tiny, "tiny")
    assert (scores["a-right"], scores["z-right"]) == (3, 3)


def test_an_nbgrader_command_that_fails_says_why(tiny):
    with pytest.raises(CourseError, match="`nbgrader autograde nothing` failed"):
        pipeline.nbgrader(tiny, "autograde", "nothing")


def test_feedback_shows_the_outcome_of_hidden_tests_and_not_the_tests(tiny):
    hand_in(tiny, "half", answer("double", "def double(x):\n    print(x)\n    return 2"))
    grades(tiny)
    pipeline.nbgrader(tiny, "generate_feedback", "tiny")
    feedback = (tiny / "feedback" / "half" / "tiny" / "tiny.html").read_text()
    assert "✗ the secret number is doubled" in feedback
    assert "Hint: 2 * x" in feedback
    assert "HIDDEN" not in feedback
    assert "46923" not in feedback


def test_export_has_the_grades(tiny):
    hand_in(tiny, "right")
    grades(tiny)
    pipeline.nbgrader(tiny, "export", "--to=grades.csv")
    with (tiny / "grades.csv").open() as file:
        (row,) = csv.DictReader(file)
    assert (row["student_id"], float(row["raw_score"]), float(row["max_score"])) == ("right", 3, 3)


def test_validate_names_the_checks_that_fail_and_gives_the_hint(tiny):
    release = course.assignment(tiny, "release", "tiny")
    results = Validator(config=course.nbgrader_config(tiny)).validate(str(release))
    errors = [failed["raw_error"] for failed in results["failed"]]
    assert errors[0].startswith("✗ one is doubled\n    Not written yet")
    hand_in(tiny, "right")
    submitted = tiny / "submitted" / "right" / "tiny" / "tiny.ipynb"
    assert Validator(config=course.nbgrader_config(tiny)).validate(str(submitted)) == {}


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
def test_the_reference_gets_everything_and_the_release_nothing_without_network_and_mnist(
    unit, course_root, without_network, monkeypatch
):
    monkeypatch.delenv("RNNCOURSE_DATA", raising=False)
    monkeypatch.delenv("RNNCOURSE_BUDGET", raising=False)
    monkeypatch.setenv("KERAS_HOME", str(course_root / "keras"))
    pipeline.nbgrader(course_root, "generate_assignment", unit)
    by_tests, _ = course.points(course.read(course.assignment(course_root, "source", unit)))
    release = course.read(course.assignment(course_root, "release", unit))
    course.write(release, course_root / "submitted" / "blank" / unit / f"{unit}.ipynb")
    reference = sample_class.reference_answers(course_root, unit)
    for cell in course.code_cells(release):
        if cell.metadata.get("nbgrader", {}).get("grade_id") in reference:
            cell.source = reference[cell.metadata.nbgrader.grade_id]
    course.write(release, course_root / "submitted" / "reference" / unit / f"{unit}.ipynb")
    pipeline.nbgrader(course_root, "autograde", unit, before=without_network)
    assert pipeline.scores(course_root, unit) == {"blank": 0, "reference": by_tests}


@pytest.mark.slow
def test_the_demo_ends_with_the_known_scores(course_root, capsys):
    from rich.console import Console

    play(course_root, Console(width=100))
    printed = capsys.readouterr().out
    assert "Every score is as it must be." in printed
    for unit, students in sample_class.CLASSES.items():
        assert unit in printed
        assert len(list((course_root / "demo" / "feedback").glob(f"*/{unit}/{unit}.html"))) == len(students)
    assert not (course_root / "gradebook.db").exists()
    with Gradebook(f"sqlite:///{course_root}/demo/gradebook.db") as gradebook:
        assert {assignment.name for assignment in gradebook.assignments} == set(sample_class.CLASSES)

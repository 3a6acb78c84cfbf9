"""An assignment may have several notebooks: nbgrader's own example course is graded with our settings."""

import shutil

import pytest
from nbgrader.api import Gradebook

from rnnstaff import course
from rnnstaff.classroom import pool, submissions

OURS = course.CONFIG_FILE


@pytest.fixture
def example(tmp_path, sandboxed):
    """The course that `nbgrader quickstart` makes, with our settings, and its first assignment released."""
    course.nbgrader(tmp_path, "quickstart", "example")
    root = tmp_path / "example"
    shutil.copy(course.find_root() / OURS, root)
    course.nbgrader(root, "generate_assignment", "ps1")
    return root


def test_each_notebook_is_graded_and_a_missing_one_gets_nothing(example):
    for student in ("reference", "second-missing", "blank"):
        folder = example / ("release" if student == "blank" else "source") / "ps1"
        shutil.copytree(folder, example / "submitted" / student / "ps1")
    (example / "submitted" / "second-missing" / "ps1" / "problem2.ipynb").unlink()
    assert pool.autograde(example, "ps1") == {}
    with Gradebook(f"sqlite:///{example}/gradebook.db") as gradebook:
        graded = {
            grade.name: (grade.auto_score, grade.max_score)
            for notebook in gradebook.find_submission("ps1", "reference").notebooks
            for grade in notebook.grades
            if grade.cell.cell_type == "code" and grade.auto_score is not None
        }
    # This one takes a function out of the namespace of who is tested, which no test may do here.
    lost = graded.pop("sum_of_squares_uses_squares")
    assert lost == (0, 0.5)
    assert graded
    assert all(score == most for score, most in graded.values())
    assert submissions.scores(example, "ps1")["blank"] == 0
    flags = submissions.flags_of_all(example, "ps1")
    assert "problem2.ipynb is empty, or no notebook was handed in." in flags["second-missing"]
    assert any("correct_squares had other locked" in flag for flag in flags["second-missing"])  # of the first notebook
    assert flags["blank"] == []

"""The instructor changes an assignment after students have handed it in."""

import pytest
from nbgrader.api import Gradebook
from tiny_course import TEST_CELL, cell_of, graded_cell, grades, hand_in, make

from rnnstaff import course
from rnnstaff.classroom import submissions

MORE = 'from rnncourse.checks import Checks, expect_equal\n\nchecks = Checks(points=4)\nwith checks("zero stays"):\n'
MORE += "    expect_equal(double(0), 0)\nchecks.score()"


@pytest.fixture
def root(tmp_path, sandboxed):
    """A course in which ann has handed in, and was graded."""
    root = make(tmp_path)
    hand_in(root, "ann")
    assert grades(root) == {"ann": 3}
    return root


def change(root, edit):
    """Change the source and release it again."""
    path = course.assignment(root, "source", "tiny")
    notebook = course.read(path)
    edit(notebook)
    course.write(notebook, path)
    return course.nbgrader(root, "generate_assignment", "tiny")


def test_other_points_and_another_check_flag_nobody(root):
    def edit(notebook):
        cell = cell_of(notebook, "test-double")
        cell.source, cell.metadata.nbgrader.points = TEST_CELL.replace("points=2", "points=5"), 5

    change(root, edit)
    assert grades(root) == {"ann": 6}
    assert submissions.flags_of_all(root, "tiny") == {"ann": []}


def test_what_the_student_changed_is_flagged_all_the_same(root):
    def cheat(notebook):
        cell_of(notebook, "test-double").source = "2.0"

    hand_in(root, "bob", cheat)
    change(root, lambda notebook: cell_of(notebook, "test-three").metadata.nbgrader.update(points=2))
    grades(root)
    assert "The text of the locked cell test-double was changed" in submissions.flags_of_all(root, "tiny")["bob"][0]


def test_a_test_cell_that_is_added_is_graded_for_those_who_have_handed_in(root):
    change(root, lambda notebook: notebook.cells.insert(3, graded_cell("test-more", MORE, points=4)))
    assert grades(root) == {"ann": 7}
    hand_in(root, "bob")
    assert grades(root) == {"ann": 7, "bob": 7}


def test_a_test_cell_that_is_taken_out_takes_its_points_along(root):
    change(root, lambda notebook: notebook.cells.remove(cell_of(notebook, "test-double")))
    assert grades(root) == {"ann": 1}


def test_points_by_hand_are_not_lost_with_a_cell(root):
    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        next(g for g in gradebook.find_submission("tiny", "ann").notebooks[0].grades).manual_score = 1.5
        name = next(g.name for g in gradebook.find_submission("tiny", "ann").notebooks[0].grades if g.manual_score)
        gradebook.db.commit()
    with pytest.raises(course.CourseError, match="points that were given by hand"):
        change(root, lambda notebook: notebook.cells.remove(cell_of(notebook, name)))


def test_a_release_stays_until_the_next_one_stands(root):
    before = course.assignment(root, "release", "tiny").read_bytes()
    with pytest.raises(course.CourseError, match="generate_assignment"):
        change(root, lambda notebook: notebook.cells.append(graded_cell("double", "")))  # two of one name
    assert course.assignment(root, "release", "tiny").read_bytes() == before

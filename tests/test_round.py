"""One round of the course: released, handed in, graded, and given back."""

import pytest
from rich.console import Console
from tiny_course import answer, grades, hand_in, make

from rnnstaff import course
from rnnstaff.classroom import submissions
from rnnstaff.course import CourseError
from rnnstaff.demo import sample_class
from rnnstaff.demo.play import play

UNITS = course.units(course.find_root())


TINY_CLASS = {
    "ada": sample_class.Sample("all right", 2),  # it gets 3
    "ben": sample_class.Sample("half of one", 2, {"double": "def double(x):\n    return 2"}),
    "chen": sample_class.Sample("blank", 0, blank=True),
}


def test_a_demo_shows_each_step_and_fails_where_a_score_is_not_the_known_one(tmp_path, capsys):
    root = make(tmp_path / "tiny")
    (root / "gradebook.db").unlink()
    with pytest.raises(CourseError, match=r"expected:\nada \(all right\) has 3.0 points in tiny, wanted 2$"):
        play(root, Console(width=100), {"tiny": TINY_CLASS})
    printed = capsys.readouterr().out
    steps = ["release tiny 0/1", "autograde tiny 0/3", "autograde tiny 3/3", "feedback tiny 0/1", "half of one"]
    assert sorted(steps, key=printed.index) == steps
    assert len(list(root.glob("demo/feedback/*/tiny/tiny.html"))) == 3
    assert not (root / "gradebook.db").exists()
    assert submissions.scores(root / "demo", "tiny") == {"ada": 3, "ben": 2, "chen": 0}


@pytest.mark.slow
def test_the_demo_ends_with_the_known_scores(course_root, capsys):
    play(course_root, Console(width=100))
    assert "Every score is as expected." in capsys.readouterr().out
    for unit, students in sample_class.CLASSES.items():
        assert submissions.scores(course_root / "demo", unit) == {name: s.score for name, s in students.items()}
        assert len(list(course_root.glob(f"demo/feedback/*/{unit}/{unit}.html"))) == len(students)


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
def test_the_reference_gets_everything_and_the_release_nothing_without_network_and_mnist(
    unit, course_root, without_network, sandboxed, monkeypatch
):
    monkeypatch.delenv("RNNCOURSE_DATA", raising=False)
    monkeypatch.delenv("RNNCOURSE_BUDGET", raising=False)
    monkeypatch.setenv("KERAS_HOME", str(course_root / "keras"))
    course.nbgrader(course_root, "generate_assignment", unit)
    by_tests, _ = course.points(course.read(course.assignment(course_root, "source", unit)))
    for student, answers in {"blank": {}, "reference": None}.items():
        path = course_root / "submitted" / student / unit / f"{unit}.ipynb"
        course.write(sample_class.answered(course_root, unit, answers), path)
    course.nbgrader(course_root, "autograde", unit, before=without_network)
    assert submissions.scores(course_root, unit) == {"blank": 0, "reference": by_tests}
    assert submissions.flags_of_all(course_root, unit) == {"blank": [], "reference": []}


def test_a_link_that_nobody_took_away_is_not_followed(tmp_path, sandboxed):
    root = make(tmp_path, "c.Autograde.pre_convert_hook = None\n")  # as where it fails: nbgrader goes on
    (hand_in(root, "linked") / "data.txt").symlink_to(root / "gradebook.db")
    with pytest.raises(CourseError, match="There is a link in"):
        course.nbgrader(root, "autograde", "tiny")
    assert not (root / "autograded" / "linked" / "tiny").exists()


def test_a_damaged_file_of_mnist_harms_no_assignment_without_mnist(tmp_path, sandboxed, monkeypatch):
    (tmp_path / "mnist.npz").write_bytes(b"PK\x03\x04")
    monkeypatch.setenv("RNNCOURSE_DATA", str(tmp_path))
    root = make(tmp_path / "course")
    hand_in(root, "right")
    course.nbgrader(root, "autograde", "tiny")
    assert submissions.scores(root, "tiny") == {"right": 3}


def test_feedback_follows_the_gradebook(tmp_path, sandboxed):
    root = make(tmp_path)
    for right in (False, True):
        folder = hand_in(root, "ada", answer("three", "three = 4") if not right else lambda notebook: None)
        grades(root)
        course.nbgrader(root, "generate_feedback", "tiny")
    assert folder.is_dir()
    assert "<strong>3</strong> of 3 points" in (root / "feedback" / "ada" / "tiny" / "tiny.html").read_text()

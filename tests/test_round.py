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
    "ada": sample_class.Sample("all right", 3),
    "ben": sample_class.Sample("half of one", 2, {"double": "def double(x):\n    return 2"}),
    "chen": sample_class.Sample("blank", 0, blank=True),
}


@pytest.mark.parametrize(
    "unit", ["tiny", *(pytest.param(unit, marks=pytest.mark.slow) for unit in sample_class.CLASSES)]
)
def test_the_demo_ends_with_the_known_scores(unit, course_root, tmp_path, capsys):
    root, students = course_root, sample_class.CLASSES.get(unit)
    if students is None:
        root, students = make(tmp_path / "tiny"), TINY_CLASS
    (root / "gradebook.db").unlink(missing_ok=True)
    play(root, Console(width=100), {unit: students})
    printed = capsys.readouterr().out
    assert printed.index(f"release {unit} 0/1") < printed.index(f"autograde {unit} 0/{len(students)}")
    assert "Every score is as it must be." in printed
    assert len(list((root / "demo" / "feedback").glob(f"*/{unit}/{unit}.html"))) == len(students)
    assert not (root / "gradebook.db").exists()
    assert submissions.scores(root / "demo", unit) == {name: sample.score for name, sample in students.items()}


def test_a_demo_with_another_score_than_the_known_one_fails(tmp_path):
    with pytest.raises(CourseError, match=r"ada \(all right\) has 3.0 points in tiny, wanted 2"):
        play(make(tmp_path), Console(), {"tiny": {"ada": sample_class.Sample("all right", 2)}})


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
    assert "(Score: 3.0 / 3.0)" in (root / "feedback" / "ada" / "tiny" / "tiny.html").read_text()

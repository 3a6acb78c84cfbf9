"""Extensions and penalties follow the file, the due date, and the points as they are when scores are shown."""

import pytest
from nbgrader.api import Gradebook
from sqlalchemy import Engine
from sqlalchemy.event import listen, remove
from tiny_course import hand_in, make, read_csv

from rnnstaff import course
from rnnstaff.classroom import lateness, pool

ZERO = '\nc.LateSubmissionPlugin.penalty_method = "zero"\n'


@pytest.fixture
def root(tmp_path, sandboxed):
    """A course in which two students handed in late, where whatever is late gets nothing."""
    root = make(tmp_path, ZERO)
    course.nbgrader(root, "db", "assignment", "add", "tiny", "--duedate=2026-11-20 12:00:00 UTC")
    for student, time in {
        "ann": "2026-11-21T13:00:00+01:00",
        "bob": "2026-11-21 12:00:00 CEST",
        "cyd": "2026-11-19T00:00:00Z",
    }.items():
        (hand_in(root, student) / "timestamp.txt").write_text(time)
    assert pool.autograde(root, "tiny") == {}
    return root


def scores(root):
    course.nbgrader(root, "export", "--to=grades.csv")
    return {name: (row["raw_score"], row["score"]) for name, row in read_csv(root / "grades.csv").items()}


def give(root, student, points):
    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        grade = gradebook.find_submission("tiny", student).notebooks[0].grades[0]
        grade.extra_credit = points
        gradebook.db.commit()


def test_a_penalty_follows_points_by_hand_and_an_extension_takes_it_away(root):
    # bob's time is not clear, so it is a question and no penalty
    assert scores(root) == {"ann": ("3.0", "0.0"), "bob": ("3.0", "3.0"), "cyd": ("3.0", "3.0")}
    give(root, "ann", 2)
    assert scores(root)["ann"] == ("5.0", "0.0")
    (root / lateness.FILE).write_text(
        "assignment,student,until\ntiny,ann,2026-11-21T12:00:00Z\nother,cyd,2026-11-21T12:00:00Z\n"
    )
    assert scores(root)["ann"] == ("5.0", "5.0")
    (root / lateness.FILE).write_text("assignment,student,until\ntiny,ann,2026-11-21T11:59:59Z\n")
    assert scores(root)["ann"] == ("5.0", "0.0")
    course.nbgrader(root, "generate_feedback", "tiny", "--student=ann")


@pytest.mark.filterwarnings("ignore:Object of type")  # nbgrader, where a submission is added
def test_before_feedback_only_its_own_student_is_looked_at(root, request):
    """Of a class of a thousand, everybody for everybody takes ten minutes."""
    asked = []

    def ask(*words):
        asked.append(words[2])

    listen(Engine, "before_cursor_execute", ask)
    request.addfinalizer(lambda: remove(Engine, "before_cursor_execute", ask))
    numbers = []
    for others in (range(0), range(20)):
        with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
            for number in others:
                gradebook.add_student(f"s{number}")
                gradebook.add_submission("tiny", f"s{number}")
        asked.clear()
        lateness.refreshes([str(root / "autograded" / "ann" / "tiny" / "tiny.ipynb")])
        numbers.append(len(asked))
    assert numbers[0] == numbers[1] > 0


def test_extensions_without_effect_are_said(root):
    (root / lateness.FILE).write_text("assignment,student,until\ntiny,dan,2026-11-21T12:00:00Z\n")
    assert lateness.refresh(root, "tiny") == ["dan has an extension and has not handed in yet."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("student,assignment\n", "must begin with"),
        ("assignment,student,until\ntiny,ann,tomorrow\n", "line 2: 'tomorrow' is no time"),
        ("assignment,student,until\ntiny,ann,2026-11-21T12:00:00\n", "line 2"),
        ("assignment,student,until\ntiny,ann\n", "line 2"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path, text, words):
    (tmp_path / lateness.FILE).write_text(text)
    with pytest.raises(course.CourseError, match=words):
        lateness.extensions(tmp_path, "tiny")

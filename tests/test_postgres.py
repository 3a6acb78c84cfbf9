"""The gradebook may be in PostgreSQL: a real server, started for the test, and restarted while it is in use."""

import os
import subprocess
import sys
from collections import Counter

import pytest
from nbgrader.api import Gradebook
from sqlalchemy import NullPool, create_engine, inspect, text
from tiny_course import answer, hand_in, make, read_csv

from rnnstaff import course
from rnnstaff.classroom import moving, pool, submissions

WRONG = answer("double", "def double(x):\n    return 0")


@pytest.fixture
def in_postgres(server, request, tmp_path, monkeypatch):
    """A course whose gradebook is a database of that server."""
    url = server.make(f"course_{abs(hash(request.node.name)) % 10**9}")
    root = make(tmp_path / "course")
    monkeypatch.setenv("RNNCOURSE_DB", url)
    course.nbgrader(root, "generate_assignment", "tiny")
    return root


def rnncourse(root, *words):
    command = [sys.executable, "-P", "-m", "rnncourse.cli", *words]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def test_a_class_is_graded_and_nbgraders_own_commands_use_the_same(in_postgres, sandboxed):
    root = in_postgres
    (root / "gradebook.db").unlink()
    hand_in(root, "ann")
    hand_in(root, "bob", WRONG)
    assert pool.autograde(root, "tiny") == {}
    assert submissions.scores(root, "tiny") == {"ann": 3, "bob": 1}
    course.nbgrader(root, "db", "student", "add", "cyd", "--first-name=Cyd")
    hand_in(root, "cyd")
    course.nbgrader(root, "autograde", "tiny", "--student=cyd")
    course.nbgrader(root, "generate_feedback", "tiny")
    course.nbgrader(root, "export", "--to=grades.csv")
    rows = read_csv(root / "grades.csv")
    assert {name: row["score"] for name, row in rows.items()} == {"ann": "3.0", "bob": "1.0", "cyd": "3.0"}
    assert rows["cyd"]["first_name"] == "Cyd"
    assert not (root / "gradebook.db").exists()


def test_two_graders_at_once_give_each_grade_once(in_postgres, sandboxed):
    root = in_postgres
    for number in range(6):
        hand_in(root, f"s{number}", WRONG if number % 2 else lambda notebook: None)
    both = [rnncourse(root, "grade", "tiny") for _ in range(2)]
    said = [one.communicate()[0] for one in both]
    while any("not graded" in text for text in said):
        one = rnncourse(root, "grade", "tiny")
        said = [one.communicate()[0]]
    assert submissions.scores(root, "tiny") == {f"s{number}": 1 if number % 2 else 3 for number in range(6)}, said
    with Gradebook(os.environ["RNNCOURSE_DB"]) as gradebook:
        found = Counter(one.student_id for one in gradebook.find_assignment("tiny").submissions)
    assert set(found.values()) == {1}


def test_the_server_may_restart_in_between(in_postgres, server, sandboxed):
    root = in_postgres
    for number in range(4):
        hand_in(root, f"s{number}")
    grading = rnncourse(root, "grade", "tiny")
    next(line for line in grading.stdout if "1/4" in line)  # it is busy
    server.stop()
    server.start()
    grading.communicate()
    again = rnncourse(root, "grade", "tiny")
    said = again.communicate()[0]
    assert again.returncode == 0, said
    assert submissions.scores(root, "tiny") == {f"s{number}": 3 for number in range(4)}


def test_a_server_that_is_not_there_is_told(tmp_path, monkeypatch):
    root = make(tmp_path)
    hand_in(root, "ann")
    monkeypatch.setenv("RNNCOURSE_DB", f"postgresql+psycopg://rnncourse@/none?host={tmp_path}")
    one = rnncourse(root, "grade", "tiny")
    said = one.communicate()[0]
    assert one.returncode == 1
    assert "the gradebook's server does not answer" in said
    assert "Traceback" not in said


def test_a_gradebook_moves_there_and_back(server, tmp_path, sandboxed):
    root = make(tmp_path)
    hand_in(root, "ann")
    hand_in(root, "bob", WRONG)
    assert pool.autograde(root, "tiny") == {}
    here, there, back = f"sqlite:///{root}/gradebook.db", server.make("moved"), f"sqlite:///{tmp_path}/back.db"
    counts = moving.move(here, there)
    assert counts["student"] == 2
    assert moving.move(there, back) == counts
    for url in (there, back):
        with create_engine(url, poolclass=NullPool).connect() as connection:
            tables = inspect(connection).get_table_names()
            rows = {name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar() for name in counts}
        assert rows == counts
        assert "rnncourse_submission" in tables
        with Gradebook(url) as gradebook:
            assert {one.student_id: one.score for one in gradebook.assignment_submissions("tiny")} == {
                "ann": 3,
                "bob": 1,
            }
    with pytest.raises(course.CourseError, match="is not empty"):
        moving.move(here, there)
    with pytest.raises(course.CourseError, match="names no database"):
        moving.move(here, "nothing://here")

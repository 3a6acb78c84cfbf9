"""Who is graded by a run, who is passed over, and what a second grading leaves as it was."""

import multiprocessing
import os
import signal
import subprocess
from concurrent.futures import ProcessPoolExecutor

import pytest
from nbgrader.api import Gradebook
from sqlalchemy import text
from tiny_course import COMMAND, answer, cell_of, grades, hand_in, make, read_csv, rnncourse
from waiting import PATIENCE, until

from rnnstaff import course, states
from rnnstaff.classroom import pool, submissions

HALF = answer("double", "def double(x):\n    return 2")


def said_by(root, *words):
    """Run the command and give what it printed."""
    result = rnncourse(root, *words)
    assert result.returncode == 0, result.stderr
    return result.stdout


def refused(root, *words):
    """Run the command and give the one line in which it says what to do."""
    result = rnncourse(root, *words)
    assert (result.returncode, len(result.stderr.splitlines())) == (1, 1), result.stderr
    return result.stderr


def grade_of(gradebook, student, cell):
    return gradebook.find_grade(cell, "tiny", "tiny", student)


def settle(root, student, points, cell="test-three"):
    """Give points by hand, with a comment, as in Formgrader."""
    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        grade = grade_of(gradebook, student, cell)
        grade.manual_score, grade.needs_manual_grade = points, False
        gradebook.find_comment("double", "tiny", "tiny", student).manual_comment = "Nice."
        gradebook.db.commit()


def by_hand(root, student, cell="test-three"):
    """What a grader gave: points, whether they are to be looked at again, and the comment."""
    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        grade = grade_of(gradebook, student, cell)
        comment = gradebook.find_comment("double", "tiny", "tiny", student).manual_comment
        return grade.manual_score, grade.needs_manual_grade, comment


def states_of(root):
    return {student: standing.state for student, standing in states.of_all(root, "tiny").items()}


def mend(root, change):
    """Change the assignment and release it anew."""
    path = course.assignment(root, "source", "tiny")
    notebook = course.read(path)
    change(notebook)
    course.write(notebook, path)
    course.nbgrader(root, "generate_assignment", "tiny")


def test_only_what_is_new_or_changed_is_graded_and_the_rest_is_not_touched(tmp_path, sandboxed):
    root = make(tmp_path)
    for student in ("ann", "bob"):
        hand_in(root, student)
    grades(root)
    settle(root, "ann", 0.5)
    graded = root / "autograded" / "ann" / "tiny" / "tiny.ipynb"
    before = graded.stat().st_mtime_ns
    hand_in(root, "bob", HALF)
    hand_in(root, "cyd")
    said = said_by(root, "grade", "ti")
    assert "Passed over: 1 graded." in said
    assert "To grade: 1 graded by an older hand-in, 1 handed in." in said
    assert "autograde tiny 2/2, 0 failed" in said
    assert [line.split() for line in said.splitlines()[-2:]] == [["bob", "2"], ["cyd", "3"]]
    assert (by_hand(root, "ann"), graded.stat().st_mtime_ns) == ((0.5, False, "Nice."), before)
    settle(root, "bob", 0.25)
    hand_in(root, "bob")
    said = said_by(root, "grade", "tiny", "--all", "--student", "ann", "--student=bob", "--workers=1")
    assert "To grade: 1 graded, 1 graded by an older hand-in." in said
    assert "cyd" not in said
    assert graded.stat().st_mtime_ns > before
    assert by_hand(root, "ann") == (0.5, False, "Nice.")  # the same answers, so nobody has to look again
    assert by_hand(root, "bob") == (0.25, True, "Nice.")
    said = said_by(root, "grade", "tiny")
    assert "Passed over: 3 graded." in said
    assert "autograde" not in said
    assert "'bo' has not handed in tiny. Did you mean bob?" in refused(root, "grade", "tiny", "--student=bo")


def test_what_plain_nbgrader_has_graded_is_passed_over(tmp_path, sandboxed):
    root = make(tmp_path)
    hand_in(root, "ann")
    course.nbgrader(root, "autograde", "tiny")
    assert "Passed over: 1 graded." in said_by(root, "grade", "tiny")


def test_a_changed_assignment_is_graded_again_whole_or_one_cell_alone(tmp_path, sandboxed):
    root = make(tmp_path)
    hand_in(root, "ann", answer("three", "three = 4"))
    grades(root)
    settle(root, "ann", 1.5, "test-double")

    def accept_four(notebook):
        cell = cell_of(notebook, "test-three")
        cell.source = cell.source.replace("expect_equal(three, 3)", "expect_equal(three in (3, 4), True)")

    mend(root, accept_four)
    assert states.of_all(root, "tiny")["ann"] == states.Standing(states.GRADED_VERSION, changed=["test-three"])
    assert submissions.scores(root, "tiny") == {"ann": 2}
    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        grade_of(gradebook, "ann", "test-double").auto_score = 0.25  # of an earlier run
        gradebook.db.commit()
    assert "They are: test-double, test-three." in refused(root, "grade", "tiny", "--cell=double")
    hand_in(root, "bob", HALF)
    said = said_by(root, "grade", "tiny", "--cell", "test-three")
    assert "1 graded by an older version of the assignment, 1 handed in (test-three changed since)" in said
    assert submissions.scores(root, "tiny") == {"ann": 1.25, "bob": 2}
    assert by_hand(root, "ann", "test-double") == (1.5, False, "Nice.")
    assert states_of(root) == dict.fromkeys(["ann", "bob"], states.GRADED)

    def other_points(notebook):
        for name, points in {"test-double": 4, "test-three": 2}.items():
            cell_of(notebook, name).metadata.nbgrader.points = points

    mend(root, other_points)
    said_by(root, "grade", "tiny", "--cell=test-three")
    assert states.of_all(root, "tiny")["ann"].changed == ["test-double"]
    said = said_by(root, "grade", "tiny")
    assert "To grade: 2 graded by an older version of the assignment (test-double changed since)." in said
    assert states_of(root) == dict.fromkeys(["ann", "bob"], states.GRADED)


def test_an_answer_cells_stub_is_no_reason_to_grade_again(tmp_path, sandboxed):
    root = make(tmp_path)
    hand_in(root, "ann")
    grades(root)
    mend(root, lambda notebook: cell_of(notebook, "three").update(source="# now\n" + cell_of(notebook, "three").source))
    assert states_of(root) == {"ann": states.GRADED}


def test_a_gradebook_of_before_there_were_versions_keeps_its_grades(tmp_path, sandboxed):
    root = make(tmp_path)
    hand_in(root, "ann")
    grades(root)
    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        for column in ("graded", "version"):
            gradebook.db.execute(text(f"ALTER TABLE rnncourse_submission DROP COLUMN {column}"))
        gradebook.db.commit()
    assert "Passed over: 1 graded." in said_by(root, "grade", "tiny")
    settle(root, "ann", 0.5)
    said_by(root, "grade", "tiny", "--all")
    assert by_hand(root, "ann") == (0.5, False, "Nice.")


def test_who_stops_a_second_grading_sees_no_old_score_beside_what_was_not_graded(tmp_path, sandboxed):
    root = make(tmp_path)
    wait = "import os, time\nwhile os.path.exists('wait'):\n    time.sleep(0.1)\nthree = 3"
    folders = [hand_in(root, student, answer("three", wait)) for student in ("ann", "bob")]
    grades(root)
    for folder in folders:
        (folder / "wait").touch()
    words = ["tiny", "--student=ann", "--student=bob", "--workers=1"]
    command = ["env", "--default-signal=INT", *COMMAND, "grade", *words]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            until(lambda: list(root.glob("autograded/ann/tiny/wait")), "a submission is being graded")
            os.killpg(process.pid, signal.SIGINT)
            said, _ = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    assert f"Stopped after 0 of 2. To grade the rest: rnncourse grade {' '.join(words)}\n" in said
    course.nbgrader(root, "export")
    rows = read_csv(root / "grades.csv")
    assert {name: (row["score"], row["status"]) for name, row in rows.items()} == {
        "ann": ("", f"not graded: {states.UNFINISHED}"),
        "bob": ("3.0", states.GRADED_OLDER),
    }
    for folder in folders:
        (folder / "wait").unlink()
    assert "1 not graded" in said_by(root, "grade", "tiny")
    assert submissions.scores(root, "tiny") == {"ann": 3, "bob": 3}


@pytest.mark.slow
def test_another_executor_may_drive_the_workers(tmp_path, sandboxed):
    root = make(tmp_path)
    for student in ("ann", "bob", "cyd"):
        hand_in(root, student, HALF if student == "bob" else lambda _: None)
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        assert pool.autograde(root, "tiny", executor=executor) == {}
        assert len(executor._processes) == 2  # so it was they who drove the workers
    assert submissions.scores(root, "tiny") == {"ann": 3, "bob": 2, "cyd": 3}

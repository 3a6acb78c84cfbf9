"""Faults that are not a student's: whatever is killed while a class is graded, no grade is wrong, lost, or doubled."""

import os
import random
import signal
import subprocess
import tempfile
from pathlib import Path

import psutil
import pytest
from nbgrader.api import Gradebook
from tiny_course import COMMAND, answer, hand_in, make, read_csv
from waiting import PATIENCE, until

from rnnstaff import course, states
from rnnstaff.classroom import pool, submissions

# What is killed: by its words, or for a kernel, by the words of its parent.
VICTIMS = ("judge.py", "zygote.py", "kernel", "rnnstaff.classroom.worker", "bwrap")
SLOW = "import time\nstart = time.process_time()\nwhile time.process_time() < start + 0.5:\n    pass\nthree = 3"
WRONG = "def double(x):\n    return 7"
BOMB = """\
import os
for _ in range(400):
    if os.fork() == 0:
        os.setsid()
        break
while True:
    pass"""
CLASS = {"ann": 3, "ben": 1, "eve": 3, "zoe": 3}


def words(process):
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def of_kind(grading, kind):
    """The processes of one kind below the command that grades."""
    try:
        below = grading.children(recursive=True)
        if kind == "bwrap":
            return [process for process in below if "bwrap" in "".join(words(process)[:1])]
        programs = [process for process in below if "python" in "".join(words(process)[:1])]
        if kind == "kernel":  # not one of the command itself, which only tries whether there can be any
            workers = [process for process in programs if "rnnstaff.classroom.worker" in words(process)]
            programs = [child for worker in workers for child in worker.children(recursive=True)]
            return [child for child in programs if "zygote.py" in " ".join(words(child.parent())[-1:])]
        return [process for process in programs if any(word.endswith(kind) for word in words(process))]
    except psutil.Error:
        return []


def play(seed):
    """Grade a class of four, kill something at a moment that the seed chooses, and see that nothing came of it."""
    rng = random.Random(seed)
    kind, moment = VICTIMS[seed % len(VICTIMS)], rng.randrange(6)
    with tempfile.TemporaryDirectory(prefix="c") as folder, tempfile.TemporaryDirectory(prefix="t") as temporary:
        root = make(Path(folder))
        for student, score in CLASS.items():
            hand_in(root, student, answer("three", SLOW) if score == 3 else answer("double", WRONG))
        command = [*COMMAND, "grade", "tiny"]
        environment = os.environ | {"TMPDIR": temporary}
        with subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, text=True) as process:
            grading, killed = psutil.Process(process.pid), None
            while killed is None and process.poll() is None:
                found = of_kind(grading, kind)
                moment -= bool(found)
                if found and moment < 0:
                    killed = rng.choice(found)
                    family = grading.children(recursive=True)
                    try:
                        os.kill(killed.pid, signal.SIGKILL)
                    except ProcessLookupError:
                        killed = None
            said, _ = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, said
        assert submissions.scores(root, "tiny") == CLASS, (kind, said)
        assert {standing.state for standing in states.of_all(root, "tiny").values()} == {states.GRADED}
        assert not any(submissions.flags_of_all(root, "tiny").values()), said
        with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
            assert len(gradebook.find_assignment("tiny").submissions) == len(CLASS)
        if killed is not None:
            until(lambda: not [p for p in family if p.is_running() and p.status() != "zombie"], "all have ended")
        assert list(Path(temporary).iterdir()) == []
        return killed is not None


@pytest.mark.slow
@pytest.mark.parametrize("kind", range(len(VICTIMS)), ids=VICTIMS)
def test_a_kill_from_outside_changes_no_grade_and_leaves_nothing(sandboxed, kind):
    assert play(kind)


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(5, 55))
def test_fifty_kills_at_random_moments_change_no_grade_and_leave_nothing(sandboxed, seed):
    play(seed)


@pytest.mark.slow
def test_what_fails_twice_is_not_graded_and_every_list_says_so(tmp_path, sandboxed):
    """A judge that never starts: as where its program is damaged."""
    root = make(tmp_path)
    hand_in(root, "ann")
    assert pool.autograde(root, "tiny") == {}
    hand_in(root, "ann", answer("three", "three = 4"))
    assert states.of_all(root, "tiny")["ann"].state == states.GRADED_OLDER
    assert read_csv_of(root)["ann"]["status"] == states.GRADED_OLDER
    broken = "from rnnstaff.running import judge\njudge.__file__ = '/nothing/judge.py'\n"
    config = root / course.CONFIG_FILE
    plain = config.read_text()
    config.write_text(plain + broken)
    failures = pool.autograde(root, "tiny")
    assert "could not be judged" in failures["ann"]
    row = read_csv_of(root)["ann"]
    assert (row["score"], row["raw_score"]) == ("", "")
    assert row["status"].startswith("not graded: ")
    config.write_text(plain)
    assert pool.autograde(root, "tiny") == {}
    assert read_csv_of(root)["ann"]["score"] == "2.0"


def grade_below(root, folder):
    """Grade where temporary files have a long path: the name of a socket has at most 107 characters."""
    (long := folder / ("long" * 25)).mkdir()
    command = [*COMMAND, "grade", "tiny", "--workers=1"]
    with subprocess.Popen(command, cwd=root, env=os.environ | {"TMPDIR": str(long)}, stdout=subprocess.PIPE) as process:
        process.communicate(timeout=PATIENCE)


def test_temporary_files_may_have_a_long_path(tmp_path, sandboxed):
    root = make(tmp_path / "course")
    hand_in(root, "ann")
    grade_below(root, tmp_path)
    assert submissions.scores(root, "tiny") == {"ann": 3}


def test_kernels_that_cannot_be_started_leave_nothing_that_the_next_one_waits_for(tmp_path, sandboxed):
    root = make(tmp_path / "course", "from rnnstaff import leftovers\nleftovers._LONGEST = 4096\n")
    for number in range(3):
        hand_in(root, f"s{number}")
    grade_below(root, tmp_path)
    reasons = {standing.reason for standing in states.of_all(root, "tiny").values()}
    assert len(reasons) == 3
    assert all("File name too long" in reason for reason in reasons)


@pytest.mark.slow
def test_a_kernel_that_dies_twice_is_the_submissions_own_and_what_ran_before_counts(tmp_path, sandboxed):
    root = make(tmp_path)
    hand_in(root, "exits", answer("three", "import os\nos._exit(1)"))
    hand_in(root, "honest")
    assert pool.autograde(root, "tiny") == {}
    assert submissions.scores(root, "tiny") == {"exits": 2, "honest": 3}
    assert submissions.flags_of_all(root, "tiny") == {"exits": ["The kernel died in the cell three."], "honest": []}


LATE = """
import zmq
from rnnstaff.running.kernel import Manager
connect = Manager._connect_control_socket
def connect_late(self):  # where the first try comes before the kernel listens, the second comes after seconds
    self.context.setsockopt(zmq.RECONNECT_IVL, 3000)
    connect(self)
    self.context.setsockopt(zmq.RECONNECT_IVL, 100)
Manager._connect_control_socket = connect_late
c.JudgedExecute.call_timeout = 2
"""


def test_a_loop_that_never_ends_costs_its_own_points_only_where_a_socket_connects_late(tmp_path, sandboxed):
    root = make(tmp_path, LATE)
    hand_in(root, "loop", answer("double", "def double(x):\n    while True:\n        pass"))
    assert pool.autograde(root, "tiny") == {}
    assert submissions.flags_of_all(root, "tiny") == {
        "loop": ["A call from the cell test-double took too long and was stopped."]
    }
    assert submissions.scores(root, "tiny") == {"loop": 1}


@pytest.mark.slow
def test_an_honest_student_loses_nothing_to_a_starving_neighbor(tmp_path, sandboxed):
    root = make(tmp_path, "c.Execute.timeout = 20\nc.JudgedExecute.call_timeout = 5\n")
    work = "import time\nend = time.process_time() + 2\nwhile time.process_time() < end:\n    pass\n"
    honest = f"def double(x):\n    {work.replace(chr(10), chr(10) + '    ')}return 2 * x"
    hand_in(root, "a-bomb", answer("double", BOMB))
    for number in range(3):
        hand_in(root, f"honest-{number}", answer("double", honest))
    assert pool.autograde(root, "tiny") == {}
    scores = submissions.scores(root, "tiny")
    assert {name: score for name, score in scores.items() if name != "a-bomb"} == dict.fromkeys(list(scores)[1:], 3)


def read_csv_of(root):
    course.nbgrader(root, "export")
    return read_csv(root / "grades.csv")

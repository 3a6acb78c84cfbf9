"""The command ``rnncourse grade``: what it says, who stops it, what it cannot grade."""

import contextlib
import itertools
import os
import pty
import re
import signal
import sqlite3
import subprocess
import threading
from importlib.metadata import version
from pathlib import Path

import pytest
from nbformat.v4 import new_notebook
from tiny_course import COMMAND, answer, cell_of, hand_in, make, read_csv, rnncourse
from waiting import PATIENCE, until

from rnnstaff import course, states
from rnnstaff.classroom import pool, report, submissions, workers

FOR_EVER = "import time\nwhile True:\n    time.sleep(1)"


def grade_command(root, *words):
    return rnncourse(root, "grade", *words)


def test_without_a_sandbox_it_grades_too_and_says_the_scores(tmp_path):
    root = make(tmp_path)
    hand_in(root, "right")
    (hand_in(root, "half", answer("double", "def double(x):\n    return 2")) / "é\x1b[2J").symlink_to("nothing")
    (root / "submitted" / "tiny\x1b.ipynb").touch()
    command = [*COMMAND, "grade", "tiny", "--no-sandbox"]
    environment = os.environ | {"PATH": str(tmp_path)}  # no bubblewrap, as on other systems than Linux
    result = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert submissions.scores(root, "tiny") == {"half": 2, "right": 3}
    half, flag, right, stray = result.stdout.splitlines()[-4:]
    assert [half.split(), right.split()] == [["half", "2"], ["right", "3"]]
    assert flag == "    é_[2J was removed: it was a link."
    assert stray.startswith("Not graded: submitted/tiny\\x1b.ipynb; it should be in submitted/<student>/tiny/")
    refused = subprocess.run(
        [*command[:-1], "--all"], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert refused.returncode == 1
    assert "sudo apt install bubblewrap" in refused.stderr
    assert "--no-sandbox" in refused.stderr


def test_a_name_in_two_forms_of_unicode_is_one_student(tmp_path, sandboxed):
    root = make(tmp_path)
    composed, apart = "jos\u00e9", "jose\u0301"
    course.nbgrader(root, "db", "student", "add", composed)
    hand_in(root, apart)
    assert grade_command(root, "tiny").returncode == 0
    assert submissions.scores(root, "tiny") == {composed: 3}
    assert [path.name for path in (root / "submitted").iterdir()] == [composed]
    hand_in(root, apart, answer("double", "def double(x):\n    return 7"))
    result = grade_command(root, "tiny", "--all", "--student", apart)
    assert f"the second of two folders in submitted/ whose name is {apart}" in result.stdout + result.stderr
    assert submissions.scores(root, "tiny") == {composed: 3}


def test_what_cannot_be_graded_is_said_in_a_line(tmp_path, sandboxed):
    root = make(tmp_path)
    said = {
        "tiny": "Nobody has handed in tiny yet",
        "tins": "no assignment 'tins' in source/. The assignments are: tiny.",
    }
    for unit, words in said.items():
        result = grade_command(root, unit)
        assert (result.returncode, words in result.stderr) == (1, True), result.stderr
        assert len(result.stderr.splitlines()) == 1
    hand_in(root, "right")
    with contextlib.closing(sqlite3.connect(root / "gradebook.db", isolation_level=None)) as gradebook:
        gradebook.execute("begin exclusive")
        result = grade_command(root, "tiny")
        gradebook.execute("rollback")
    assert result.returncode == 1
    assert "another program is using it" in result.stderr
    (root / "gradebook.db").unlink()
    result = grade_command(root, "tiny")
    assert "not in the gradebook yet. Run `nbgrader generate_assignment tiny`" in result.stderr
    # as in a fresh clone, where the released notebook is there already
    course.nbgrader(root, "generate_assignment", "tiny")
    assert grade_command(root, "tiny").returncode == 0


def test_a_unit_may_be_named_by_the_start_of_its_name_and_any_other_word_names_the_units(tmp_path):
    for name in ("01_concepts", "01b_time", "02_mnist"):
        course.write(new_notebook(), course.assignment(tmp_path, "source", name))
    (tmp_path / course.CONFIG_FILE).touch()
    assert [course.find_unit(tmp_path, word) for word in ("02", "01_", "01b_time")] == [
        "02_mnist",
        "01_concepts",
        "01b_time",
    ]
    there_are = "The assignments are: 01_concepts, 01b_time, 02_mnist."
    said = {"01": "'01' could be 01_concepts or 01b_time", "3": there_are, "": there_are}
    for command, (word, words) in itertools.product(("grade", "report"), said.items()):
        result = rnncourse(tmp_path, command, word)
        assert (result.returncode, words in result.stderr) == (1, True), result.stderr


def test_each_word_of_the_command_has_a_help_page_and_the_command_has_a_version():
    said = subprocess.run([*COMMAND, "--version"], capture_output=True, text=True, check=True).stdout
    assert said == f"rnncourse {version('rnncourse')}\n"
    page = subprocess.run([*COMMAND, "--help"], capture_output=True, text=True, check=True).stdout
    words = re.findall(r"^  (\w+)  ", page.partition("Commands:")[2], re.MULTILINE)
    assert {"check", "grade", "report"} <= set(words)
    for word in words:
        page = subprocess.run([*COMMAND, word, "--help"], capture_output=True, text=True, check=True).stdout
        assert "Usage: rnncourse" in page.replace("python -m rnncourse.cli", "rnncourse")
        assert "<bool>" not in page
        assert "list[" not in page


def test_a_bar_shows_how_far_it_is_and_submissions_share_out_the_processors(tmp_path, sandboxed):
    root = make(tmp_path)
    for student in ("ann", "bob"):
        hand_in(root, student, answer("three", "import os\nthree = 3\nprint(len(os.sched_getaffinity(0)))"))
    terminal, stdout = pty.openpty()
    with subprocess.Popen([*COMMAND, "grade", "tiny", "--workers=2"], cwd=root, stdout=stdout) as process:
        os.close(stdout)
        said = b""
        with contextlib.suppress(OSError):  # at its end, as the command has closed it
            while part := os.read(terminal, 10_000):
                said += part
        os.close(terminal)
    assert process.returncode == 0
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", said.decode())
    assert re.search(r"autograde tiny\s+━+ 0/2 0:00:0\d 0 failed", text)
    assert re.search(r"━ 2/2 .* 0 failed, [\d.]+ a minute", text)
    processors = len(os.sched_getaffinity(0))
    for student in ("ann", "bob"):
        graded = course.read(root / "autograded" / student / "tiny" / "tiny.ipynb")
        shown = cell_of(graded, "three").outputs[0].text
        assert int(shown) <= max(1, (processors + 1) // 2)


@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM"])
def test_who_stops_it_has_no_process_left_and_sees_what_was_not_graded(tmp_path, sandboxed, how):
    root = make(tmp_path)
    for number in range(4):
        hand_in(root, f"s{number}", answer("three", FOR_EVER))
    # tests may run in the background of a shell that has them ignore Ctrl-C
    command = ["env", "--default-signal=INT", *COMMAND, "grade", "tiny"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            until(lambda: any(root.glob("autograded/*/tiny")), "a submission is being graded")
            assert working_in(root) - {process.pid}
            os.killpg(process.pid, getattr(signal, how))
            printed, _ = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    if how == "SIGINT":
        assert process.returncode == 130
        assert "Stopped after 0 of 4." in printed
    until(lambda: not working_in(root), "all processes of the grading have ended")
    states_of_all = {row["status"] for row in read_csv_of(root).values()}
    assert states_of_all == {"handed in", "not graded: Grading began and did not finish."}


@pytest.mark.parametrize("over", [{0}, {0, 2}], ids=["once", "twice"])
def test_a_submission_whose_grading_is_ended_is_tried_again_after_the_others(tmp_path, sandboxed, monkeypatch, over):
    root = make(tmp_path, "c.Execute.timeout = 2\n")
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    hand_in(root, "a-sleeper", answer("three", FOR_EVER))
    hand_in(root, "z-honest")
    order = itertools.count()

    class Hour(threading.Timer):
        """An hour that is over, for some of the submissions, when they run."""

        def run(self):
            is_over = next(order) in over
            runs = root / "autograded" / "a-sleeper" / "tiny"
            until(lambda: (is_over and runs.exists()) or self.finished.is_set(), "the submission runs")
            if not self.finished.is_set():
                self.function()

    monkeypatch.setattr(workers, "Timer", Hour)
    failures = pool.autograde(root, "tiny")
    standings = states.of_all(root, "tiny")
    assert standings["z-honest"] == states.Standing(states.GRADED)
    if len(over) == 1:
        assert failures == {}
        assert submissions.scores(root, "tiny") == {"a-sleeper": 2, "z-honest": 3}
        assert standings["a-sleeper"].flags == ["The cell three took too long and was stopped."]
    else:
        assert standings["a-sleeper"] == states.Standing(states.NOT_GRADED, failures["a-sleeper"])
        assert "took longer than an hour" in failures["a-sleeper"]
        assert read_csv_of(root)["a-sleeper"]["score"] == ""


def working_in(root):
    """The processes whose working folder this is."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/cwd"):
        with contextlib.suppress(OSError):
            found |= {int(path.parent.name)} if path.readlink() == root else set()
    return found


def read_csv_of(root):
    course.nbgrader(root, "export")
    return read_csv(root / "grades.csv")


def test_a_folder_that_has_no_name_in_unicode_is_in_the_report_and_the_grades(tmp_path, sandboxed):
    root = make(tmp_path)
    hand_in(root, "right")
    (root / "submitted" / "bad\udcff" / "tiny").mkdir(parents=True)
    assert set(pool.autograde(root, "tiny")) == {"bad\udcff"}
    assert read_csv_of(root)["bad\\udcff"]["status"].startswith("not graded: Rename this folder")
    assert "bad\\udcff" in report.write_page(root, "tiny").read_text()

"""Plain nbgrader commands, with the course's settings, on submissions that are handed in for real."""

import contextlib
import csv
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell
from nbgrader.api import Gradebook
from nbgrader.validator import Validator
from tiny_course import SECRET, answer, cell_of, grades, hand_in, make

from rnnstaff import course
from rnnstaff.classroom import pool, report, submissions
from rnnstaff.course import CourseError
from rnnstaff.demo import sample_class
from rnnstaff.demo.play import play

UNITS = course.units(course.find_root())
NOISE = """\
import os, sys, warnings
def double(x):
    warnings.warn('old')
    print('e', file=sys.stderr)
    os.write(2, b'native')
    return 2 * x"""
OLD_FILES = """\
import csv, os, shutil
assert open("figures/old.txt").read() == "old"
with open("log.csv", "w") as file:
    csv.writer(file).writerow([1])
os.remove("log.csv")
shutil.rmtree("figures")
def double(x):
    return 2 * x"""
BESIDE = {"helper_ä.py": "def double(x):\n    return 2 * x", "log.csv": "old", "figures/old.txt": "old"}


def split(notebook):
    """As JupyterLab splits a cell: both parts have its mark."""
    cell = cell_of(notebook, "double")
    cell.source = "def double(x):\n    return 2 * x"
    part = new_code_cell("factor = 2", metadata=cell.metadata)
    notebook.cells.insert(notebook.cells.index(cell), part)


def formatted(notebook):
    """As a formatter leaves it, and with a copy beside it."""
    cell = cell_of(notebook, "test-double")
    cell.source = cell.source.replace("checks = Checks(points=2)", "checks = Checks(\n    points=2,\n)  # formatted\n")


CLASS = {  # by student: a change to the reference answers, and the score it must get
    "right": (lambda notebook: None, 3),
    "half": (answer("double", "def double(x):\n    print(x)\n    return 2"), 2),
    "wrong": (answer("double", "def double(x):\n    return 7"), 1),
    "noisy": (answer("double", NOISE), 3),
    "loop": (answer("double", "def double(x):\n    while True:\n        pass"), 1),
    "error": (answer("double", "def double(x):\n    raise RuntimeError('not today')"), 1),
    "syntax": (answer("double", "def double(x:"), 1),
    "split": (split, 3),
    "formatted": (formatted, 3),
    "helper": (answer("double", "from helper_ä import double"), 3),
    "old files": (answer("double", OLD_FILES), 3),
    "=1, o'neil & sons": (answer("three", "three = 4"), 2),
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory, sandboxed):
    """A course with a class that was graded."""
    root = make(tmp_path_factory.mktemp("course"), "c.Execute.timeout = 20\n")
    for student, (change, _) in CLASS.items():
        folder = hand_in(root, student, change)
        for name, text in BESIDE.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text)
        shutil.copyfile(folder / "tiny.ipynb", folder / "tiny-Copy1.ipynb")
    broken = root / "submitted" / "broken" / "tiny" / "tiny.ipynb"
    broken.parent.mkdir(parents=True)
    broken.write_text("{ not json")
    before = os.umask(0o077)  # an instructor may be strict: those whom the sandbox runs as must read the files still
    try:
        grades(root)
    finally:
        os.umask(before)
    return root


def test_everybody_gets_the_score_that_the_answers_earn(graded):
    wanted = {student: score for student, (_, score) in CLASS.items()}
    assert submissions.scores(graded, "tiny") == wanted | {"broken": 0}


def test_a_file_that_is_no_notebook_is_flagged_and_nobody_else(graded):
    flags = submissions.flags_of_all(graded, "tiny")
    assert flags.pop("broken") == [
        "tiny.ipynb is not a notebook that can be read: it is not valid JSON.",
        "All cells of the assignment were missing; they were put back.",
    ]
    assert flags.pop("loop") == ["A call by the cell test-double took too long and was stopped."]
    assert not any(flags.values())


def test_feedback_shows_the_outcome_of_hidden_tests_and_not_the_tests(graded):
    course.nbgrader(graded, "generate_feedback", "tiny")
    feedback = (graded / "feedback" / "half" / "tiny" / "tiny.html").read_text()
    assert "✗ the secret number is doubled" in feedback
    assert "Hint: 2 * x" in feedback
    assert "HIDDEN" not in feedback
    assert SECRET not in feedback


def read_csv(path):
    with path.open(newline="") as file:
        return {row["student_id"]: row for row in csv.DictReader(file)}


def test_export_has_the_grades_and_the_flags(graded):
    course.nbgrader(graded, "export", "--to=grades.csv")
    rows = read_csv(graded / "grades.csv")
    assert (float(rows["right"]["raw_score"]), float(rows["right"]["max_score"])) == (3, 3)
    assert rows["right"]["flags"] == ""
    assert float(rows["wrong"]["score"]) == 1
    assert "it is not valid JSON" in rows["broken"]["flags"]
    assert {row["status"] for row in rows.values()} == {"graded"}


def test_export_quotes_what_it_holds_and_no_cell_is_a_formula(graded):
    course.nbgrader(graded, "export", "--to=grades.csv")
    row = read_csv(graded / "grades.csv")["'=1, o'neil & sons"]
    assert float(row["score"]) == 2
    course.nbgrader(graded, "export", "--to=one.csv", "--student=['right']", "--assignment=['tiny']")
    assert read_csv(graded / "one.csv").keys() == {"right"}


def test_the_report_shows_scores_and_flags_and_runs_nothing(graded):
    (graded / "submitted" / "<b>waiting" / "tiny").mkdir(parents=True)
    with Gradebook(f"sqlite:///{graded}/gradebook.db") as gradebook:
        gradebook.update_or_create_student("absent")
    page = report.write_page(graded, "tiny").read_text()
    rows = {row.split("\n")[0]: row for row in page.split("<tr><td>")[1:]}
    assert ">3\n" in rows["right"]
    assert "not valid JSON" in rows["broken"]
    assert "<li>" not in rows["right"]
    assert "handed in, not graded" in rows["&lt;b&gt;waiting"]
    assert "not handed in" in rows["absent"]
    assert "=1, o&#39;neil &amp; sons" in rows
    assert "<b>" not in page


def test_a_report_of_what_was_never_graded_says_what_to_do(graded):
    with pytest.raises(CourseError, match="rnncourse grade nothing"):
        report.write_page(graded, "nothing")


def test_the_command_of_nbgrader_itself_grades_the_same(graded):
    course.nbgrader(graded, "autograde", "tiny", "--student=half", "--force")
    assert submissions.scores(graded, "tiny")["half"] == 2


IN_A_LOOP = """\
import asyncio
from pathlib import Path
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from rnnstaff.course import nbgrader_config

async def main():
    config = nbgrader_config(Path.cwd())
    api = NbGraderAPI(CourseDirectory(root=str(Path.cwd()), config=config), config=config)
    assert api.autograde("tiny", "wrong", force=True)["success"]

asyncio.run(main())
"""


def test_grading_works_inside_a_running_event_loop_as_in_formgrader(graded):
    subprocess.run([sys.executable, "-c", IN_A_LOOP], cwd=graded, check=True)
    assert submissions.scores(graded, "tiny")["wrong"] == 1


def test_without_a_sandbox_it_grades_too_and_says_the_scores(tmp_path):
    root = make(tmp_path)
    hand_in(root, "right")
    (hand_in(root, "half", CLASS["half"][0]) / "é\x1b[2J").symlink_to("nothing")
    (root / "submitted" / "tiny\x1b.ipynb").touch()
    command = [sys.executable, "-m", "rnncourse.cli", "grade", "tiny", "--no-sandbox"]
    environment = os.environ | {"PATH": str(tmp_path)}  # no bubblewrap, as on other systems than Linux
    result = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert submissions.scores(root, "tiny") == {"half": 2, "right": 3}
    half, flag, right, stray = result.stdout.splitlines()[-4:]
    assert [half.split(), right.split()] == [["half", "2"], ["right", "3"]]
    assert flag == "    é_[2J was taken away: it was a link."
    assert stray.startswith("Not graded: submitted/tiny\\x1b.ipynb; it does not lie in submitted/<student>/tiny/")
    refused = subprocess.run(command[:-1], cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert "sudo apt install bubblewrap" in refused.stderr
    assert "--no-sandbox" in refused.stderr


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


def test_an_nbgrader_command_that_fails_says_why(graded):
    with pytest.raises(CourseError, match="`nbgrader autograde nothing` failed"):
        course.nbgrader(graded, "autograde", "nothing")


def test_validate_names_the_checks_that_fail_and_gives_the_hint(graded):
    release = course.assignment(graded, "release", "tiny")
    results = Validator(config=course.nbgrader_config(graded)).validate(str(release))
    errors = [failed["raw_error"] for failed in results["failed"]]
    assert errors[0].startswith("✗ one is doubled\n    Not written yet")
    submitted = graded / "submitted" / "right" / "tiny" / "tiny.ipynb"
    assert Validator(config=course.nbgrader_config(graded)).validate(str(submitted)) == {}


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


def grade_command(root, unit):
    command = [sys.executable, "-m", "rnncourse.cli", "grade", unit]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def test_what_cannot_be_graded_is_said_in_a_line(tmp_path, sandboxed):
    root = make(tmp_path)
    said = {"tiny": "Nobody has handed it in", "tin": "no assignment 'tin' in source/. There is: tiny."}
    for unit, words in said.items():
        result = grade_command(root, unit)
        assert (result.returncode, words in result.stderr) == (1, True), result.stderr
        assert len(result.stderr.splitlines()) == 1
    hand_in(root, "right")
    with sqlite3.connect(root / "gradebook.db", isolation_level=None) as gradebook:
        gradebook.execute("begin exclusive")
        result = grade_command(root, "tiny")
        gradebook.execute("rollback")
    assert result.returncode == 1
    assert "another program is using it" in result.stderr
    (root / "gradebook.db").unlink()
    result = grade_command(root, "tiny")
    assert "not in the gradebook yet: `nbgrader generate_assignment tiny`" in result.stderr
    # as in a fresh clone, where the released notebook is there already
    course.nbgrader(root, "generate_assignment", "tiny")
    assert grade_command(root, "tiny").returncode == 0


@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM"])
def test_who_stops_it_has_no_process_left_and_sees_what_was_not_graded(tmp_path, sandboxed, how):
    root = make(tmp_path)
    for number in range(4):
        hand_in(root, f"s{number}", answer("three", "import time\ntime.sleep(100)"))
    # tests may run in the background of a shell that has them ignore Ctrl-C
    command = ["env", "--default-signal=INT", sys.executable, "-m", "rnncourse.cli", "grade", "tiny"]
    started = time.monotonic()
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            while not any(root.glob("autograded/*/tiny")):
                time.sleep(0.1)
                assert time.monotonic() - started < 60
            assert working_in(root) - {process.pid}
            os.killpg(process.pid, getattr(signal, how))
            printed, _ = process.communicate(timeout=30)
        finally:
            process.kill()
    if how == "SIGINT":
        assert process.returncode == 130
        assert "Stopped after 0 of 4." in printed
    while left := working_in(root):
        time.sleep(0.1)
        assert time.monotonic() - started < 90, left
    assert {row["status"] for row in read_csv_of(root).values()} == {"handed in, not graded"}


def test_a_submission_that_nothing_else_stops_is_ended_and_the_next_one_graded(tmp_path, sandboxed, monkeypatch):
    root = make(tmp_path)
    monkeypatch.setattr(pool, "LONGEST", 10)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    hand_in(root, "a-sleeper", answer("three", "import time\ntime.sleep(40)\nthree = 3"))
    hand_in(root, "z-honest")
    failures = pool.autograde(root, "tiny")
    assert list(failures) == ["a-sleeper"]
    assert "took longer than an hour" in failures["a-sleeper"]
    assert [submissions.is_graded(root, "tiny", name) for name in ("a-sleeper", "z-honest")] == [False, True]


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
    assert read_csv_of(root)["bad\\udcff"]["status"] == "handed in, not graded"
    assert "bad\\udcff" in report.write_page(root, "tiny").read_text()


def test_feedback_follows_the_gradebook(tmp_path, sandboxed):
    root = make(tmp_path)
    for right in (False, True):
        folder = hand_in(root, "ada", answer("three", "three = 4") if not right else lambda notebook: None)
        grades(root)
        course.nbgrader(root, "generate_feedback", "tiny")
    assert folder.is_dir()
    assert "(Score: 3.0 / 3.0)" in (root / "feedback" / "ada" / "tiny" / "tiny.html").read_text()

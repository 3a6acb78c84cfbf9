"""Plain nbgrader commands, with the course's settings, on submissions that are handed in for real."""

import os
import shutil
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell
from nbgrader.api import Gradebook
from nbgrader.validator import Validator
from tiny_course import SECRET, answer, cell_of, graded_cell, grades, hand_in, make, read_csv

from rnnstaff import course
from rnnstaff.classroom import report, submissions
from rnnstaff.course import CourseError

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
    root = make(tmp_path_factory.mktemp("course"))
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
        "tiny.ipynb cannot be read as a notebook: it is not valid JSON.",
        "All cells of the assignment were missing; they were restored.",
    ]
    assert flags.pop("loop") == ["A call from the cell test-double took too long and was stopped."]
    assert not any(flags.values())


def test_feedback_shows_the_outcome_of_hidden_tests_and_not_the_tests(graded):
    course.nbgrader(graded, "generate_feedback", "tiny")
    feedback = (graded / "feedback" / "half" / "tiny" / "tiny.html").read_text()
    assert "✗ the secret number is doubled" in feedback
    assert "Hint: 2 * x" in feedback
    assert "HIDDEN" not in feedback
    assert SECRET not in feedback
    assert str(2 * int(SECRET)) not in feedback  # what was wanted
    assert "for inputs that are not shown" in feedback


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
    rows = BeautifulSoup(page, "html.parser").select("#table-students tbody tr")
    rows = {row.th.text: [cell.text.strip() for cell in row.find_all("td")] for row in rows}
    assert rows["right"][0] == "3"
    assert "not valid JSON" in rows["broken"][2]
    assert rows["right"][2] == ""
    assert rows["<b>waiting"][1] == "handed in"
    assert "not handed in" in rows["absent"]
    assert "=1, o'neil & sons" in rows
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


def test_an_open_exercise_that_was_left_as_released_gets_nothing_and_waits_for_nobody(tmp_path, sandboxed):
    root = make(tmp_path)
    source = course.read(course.assignment(root, "source", "tiny"))
    source.cells.append(graded_cell("why", "Write why.", solution=True, points=2))
    source.cells[-1].cell_type = "markdown"
    del source.cells[-1]["outputs"], source.cells[-1]["execution_count"]
    course.write(source, course.assignment(root, "source", "tiny"))
    course.nbgrader(root, "generate_assignment", "tiny")
    hand_in(root, "blank")
    hand_in(root, "done", lambda notebook: setattr(cell_of(notebook, "why"), "source", "Because."))
    grades(root)
    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        waits = {
            student: gradebook.find_submission("tiny", student).needs_manual_grade for student in ("blank", "done")
        }
        points = gradebook.find_grade("why", "tiny", "tiny", "blank").score
    assert waits == {"blank": False, "done": True}
    assert points == 0

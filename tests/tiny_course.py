"""A course with one small assignment of two exercises, and submissions to it that are changed in any way."""

import atexit
import csv
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from rnnstaff import course
from rnnstaff.classroom import pool, submissions
from rnnstaff.demo import sample_class

ROOT = Path(__file__).parent.parent
COMMAND = [sys.executable, "-m", "rnncourse.cli"]
Change = Callable[[NotebookNode], None]

SECRET = "469230618875"  # stands in a hidden test only, and is too long to be part of a time or a checksum by chance
TEST_CELL = f"""\
from rnncourse.checks import Checks, expect_equal

checks = Checks(points=2)
with checks("one is doubled"):
    expect_equal(double(1), 2)
### BEGIN HIDDEN TESTS
with checks("the secret number is doubled", hint="2 * x"):
    expect_equal(double({SECRET}), {2 * int(SECRET)})
### END HIDDEN TESTS
checks.score()
"""


def graded_cell(grade_id, source, **metadata):
    cell = new_code_cell(source)
    cell.metadata.nbgrader = {
        "grade": "points" in metadata,
        "solution": "points" not in metadata,
        "locked": "points" in metadata,
        "task": False,
        "schema_version": 3,
        "grade_id": grade_id,
    } | metadata
    return cell


def make(root: Path, settings: str = "") -> Path:
    """Make the course in an empty folder, with more settings, and release its assignment, ``tiny``, of 3 points."""
    shutil.copytree(_released(), root, dirs_exist_ok=True)
    with (root / course.CONFIG_FILE).open("a") as config:
        config.write(settings)
    return root


@cache
def _released() -> Path:
    """Make it once for all tests of a process: nbgrader's command takes seconds."""
    folder = tempfile.TemporaryDirectory(prefix="tiny-")
    atexit.register(folder.cleanup)
    root = Path(folder.name)
    shutil.copy(ROOT / course.CONFIG_FILE, root)
    notebook = new_notebook(metadata={"kernelspec": {"name": "python3", "display_name": "P", "language": "python"}})
    notebook.cells = [
        new_markdown_cell("# Tiny"),
        graded_cell("double", "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"),
        graded_cell("test-double", TEST_CELL, points=2),
        graded_cell("three", "### BEGIN SOLUTION\nthree = 3\n### END SOLUTION"),
        graded_cell("test-three", "from rnncourse.checks import Checks, expect_equal\n\nchecks = Checks(points=1)\n"
                    'with checks("three is 3"):\n    expect_equal(three, 3)\nchecks.score()', points=1),
    ]  # fmt: skip
    course.write(notebook, course.assignment(root, "source", "tiny"))
    course.nbgrader(root, "generate_assignment", "tiny")
    return root


def hand_in(root: Path, student: str, change: Change = lambda notebook: None) -> Path:
    """Hand in the reference answers, after a change, and give the folder."""
    notebook = sample_class.answered(root, "tiny")
    change(notebook)
    path = root / "submitted" / student / "tiny" / "tiny.ipynb"
    course.write(notebook, path)
    return path.parent


def cell_of(notebook: NotebookNode, grade_id: str) -> NotebookNode:
    return next(cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id)


def answer(grade_id: str, source: str) -> Change:
    def change(notebook):
        cell_of(notebook, grade_id).source = source

    return change


def grades(root: Path) -> dict[str, float]:
    """Grade all submissions and give their scores."""
    assert pool.autograde(root, "tiny") == {}
    return submissions.scores(root, "tiny")


def rnncourse(root: Path, *words: str) -> subprocess.CompletedProcess:
    """Run the command as an instructor does, in the course's folder."""
    return subprocess.run([*COMMAND, *words], cwd=root, capture_output=True, text=True, check=False)


def read_csv(path: Path) -> dict[str, dict[str, str]]:
    """Read a table of grades, by student."""
    with path.open(newline="", encoding="utf-8-sig") as file:
        return {row["student_id"]: row for row in csv.DictReader(file)}

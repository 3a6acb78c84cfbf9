"""The audit tells how good a grader is: on a tiny assignment whose graders have faults that are known."""

import subprocess
import sys

import psutil
import pytest
import tiny_course
from nbformat.v4 import new_notebook
from waiting import until

from rnnstaff import course
from rnnstaff.authoring import audit, audit_pages, mutants, second_way

TEST = """\
import numpy as np
from rnncourse.checks import Checks, expect_at_least, expect_equal

checks = Checks(points=2)
with checks("3 is doubled", hint="2 * x"):
    expect_equal(double(3), 6)
with checks("the double is large"):
    expect_at_least(double(10), 16, "the double")
with checks("nothing fails this"):
    expect_equal(1, 1)
### BEGIN HIDDEN TESTS
with checks("the draw decides"):
    expect_equal(double(-1) != 2 or np.random.default_rng().integers(2) == 1, True)
### END HIDDEN TESTS
checks.score()
"""
BANK = {
    "wrong_adds.py": "# Adds 2.\ndef double(x):\n    return x + 2",
    "wrong_for_100.py": "# Wrong for 100, which no test asks.\ndef double(x):\n    return 2 * x if x != 100 else 0",
    "wrong_below_zero.py": "# Wrong below zero: the draw decides.\ndef double(x):\n    return 2 * abs(x)",
    "right_sum.py": "# A sum.\ndef double(x):\n    return x + x",
    "right_exits.py": "# Refused: it ends Python for 3.\ndef double(x):\n    return 2 * x if x != 3 else exit()",
}


@pytest.fixture
def root(tmp_path):
    """A course with one exercise, its graders, and a bank of answers to it."""
    notebook = new_notebook(metadata={"kernelspec": {"name": "python3", "display_name": "P", "language": "python"}})
    answer = "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"
    notebook.cells = [
        tiny_course.graded_cell("double", answer),
        tiny_course.graded_cell("test-double", TEST, points=2),
    ]
    course.write(notebook, course.assignment(tmp_path, "source", "tiny"))
    folder = tmp_path / "tests" / "answers" / "tiny" / "double"
    folder.mkdir(parents=True)
    for name, code in BANK.items():
        (folder / name).write_text(code + "\n")
    (tmp_path / "docs").mkdir()
    (tmp_path / course.CONFIG_FILE).write_text((tiny_course.ROOT / course.CONFIG_FILE).read_text())
    return tmp_path


def test_it_finds_what_the_graders_do_wrong(root):
    (cell,) = audit.audit(root, "tiny", seeds=30)
    assert {one.answer.name for one in cell.unfair} == {"wrong_for_100", "wrong_below_zero", "right_exits"}
    assert [one.answer.name for one in cell.flakes] == ["wrong_below_zero"]
    assert cell.idle == ["nothing fails this"]
    assert cell.never_alone == ["3 is doubled", "the double is large"]
    assert cell.margin == ("the double", 20.0, 16.0)
    assert audit_pages.caught([cell]) == "1 of 3"
    assert audit_pages.accepted([cell]) == "1 of 2"


def test_an_answer_that_never_ends_is_wrong(root, monkeypatch):
    monkeypatch.setattr(audit, "LONGEST", 0.5)
    code = "# Never ends for 10.\ndef double(x):\n    while x == 10:\n        pass\n    return 2 * x\n"
    (root / "tests" / "answers" / "tiny" / "double" / "wrong_endless.py").write_text(code)
    (cell,) = audit.audit(root, "tiny")
    (endless,) = [one for one in cell.seen if one.answer.name == "wrong_endless"]
    assert [result.name for result in endless.graded[0].results if not result.passed] == ["the double is large"]


def test_nothing_of_an_audit_that_was_killed_goes_on(root):
    folder = root / "tests" / "answers" / "tiny" / "double"
    code = f"# Never ends.\nopen({str(root / 'begun')!r}, 'w')\nwhile True:\n    pass\n"
    (folder / "wrong_endless.py").write_text(code)
    command = [sys.executable, "-m", "rnncourse.cli", "audit", "tiny"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL) as process:
        until((root / "begun").exists, "an answer is graded")
        workers = psutil.Process(process.pid).children(recursive=True)
        process.kill()
    assert workers
    until(lambda: not any(worker.is_running() for worker in workers), "its workers end")


def test_it_lists_mutants_that_survive(root):
    folder = root / "tests" / "answers" / "tiny"
    (cell,) = audit.audit(root, "tiny", mutate=True)
    alive, listed, rest = audit.survivors([cell], mutants.equivalents(folder))
    assert (len(alive), listed) == (0, 0)
    assert rest == len(cell.of("mutant")) >= 3
    changed = next(one.answer.name for one in cell.of("mutant") if "3 * x" in one.answer.name)
    (folder / "double" / mutants.EQUIVALENT).write_text(f'"{changed}" = "For a test."\n')
    assert audit.survivors([cell], mutants.equivalents(folder)) == ([], 1, rest - 1)


def test_the_command_says_what_does_not_hold_and_writes_the_pages(root):
    command = [sys.executable, "-m", "rnncourse.cli", "audit", "--write"]
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert result.returncode == 1, result.stderr
    assert "wrong_for_100 gets 2 of 2: Wrong for 100, which no test asks." in result.stdout
    assert "no wrong answer fails this check: nothing fails this" in result.stdout
    assert "Wrong for 100" in (root / "docs" / "graders.md").read_text()
    assert "the double is 12, wanted at least 16" in (root / "docs" / "messages.html").read_text()


def test_a_cell_that_the_bank_does_not_have_is_named(root):
    with pytest.raises(course.CourseError, match=r"no answers to half.*double"):
        audit.audit(root, "tiny", ["half"])


def test_both_ways_of_grading_are_compared_and_a_draw_is_no_difference(root, sandboxed, monkeypatch):
    monkeypatch.setattr(second_way, "_TRIES", 50)
    bank = root / "tests" / "answers" / "tiny" / "double"
    (bank / "right_exits.py").unlink()
    (bank / "wrong_here.py").write_text(
        "# Sees where it runs.\nimport sys\ndef double(x):\n    return 2 * x if 'ipykernel' in sys.modules else 0\n"
    )
    count, found = second_way.disagreements(root, "tiny")
    assert count == 5
    assert [(one.cell, one.files, one.here, one.there) for one in found] == [
        ("test-double", ["double/wrong_here"], 1.0, 2.0)
    ]

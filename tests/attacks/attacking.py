"""What all attacks have in common: what one is, and the ways in which a class that attacks is graded."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell
from tiny_course import answer, hand_in, make

from rnnstaff import states

WRONG = "def double(x):\n    return 7\n"
# Each way is a command, and who runs it: root here, or an ordinary user, whose sandbox is built in another way.
ORDINARY = ("unshare", "--user", "--map-user=1000", "--map-group=1000", "--")
WAYS = [
    pytest.param(("rnncourse", ()), id="rnncourse grade"),
    pytest.param(("nbgrader", ORDINARY), id="nbgrader autograde, ordinary user"),
    pytest.param(("rnncourse", ORDINARY), id="rnncourse grade, ordinary user", marks=pytest.mark.nightly),
    pytest.param(("nbgrader", ()), id="nbgrader autograde", marks=pytest.mark.nightly),
]


@dataclass(frozen=True)
class Attack:
    """A change to right answers, what it must score, and a part of the flag it must raise; None: no flag."""

    change: object
    score: float | tuple[float, ...]  # several, where it depends on the machine
    flag: str | None = None
    files: object = None  # called with the submission's folder


def before_double(code):
    """Run code in a cell of the student's own, first of all, with a wrong answer behind it."""

    def change(notebook):
        answer("double", WRONG)(notebook)
        notebook.cells.insert(0, new_code_cell(code))

    return change


def thief(code):
    """Answer right if the code ends without an error: a score of 1 says that nothing was stolen."""
    body = "\n".join("    " + line for line in code.splitlines())
    stolen = f"try:\n{body}\n    stolen = True\nexcept BaseException as error:\n    stolen = False\n"
    return answer("double", stolen + "def double(x):\n    return 2 * x if stolen else 7")


def attack(folder: Path, attacks: dict[str, Attack]) -> Path:
    """Make a course, have a class attack it, and give its folder when it is about to be graded."""
    # Seconds of its own time: enough for what is honest on any machine.
    root = make(folder / "course", "c.Execute.timeout = 20\nc.JudgedExecute.call_timeout = 10\n")
    for student, one in attacks.items():
        submitted = hand_in(root, student, one.change)
        if one.files:
            one.files(submitted)
    return root


def grade(way: tuple[str, tuple[str, ...]], root: Path) -> subprocess.CompletedProcess:
    """Grade the class in this way, and give what was printed."""
    program, user = way
    if user and os.geteuid():
        user = ()  # an ordinary user runs the tests
    if user and (not shutil.which("unshare") or subprocess.run([*user, "true"], check=False).returncode):
        pytest.skip("no other user can be had here (Linux: unshare of util-linux)")
    words = {"rnncourse": ["rnncourse.cli", "grade"], "nbgrader": ["nbgrader", "autograde"]}[program]
    command = [*user, sys.executable, "-P", "-m", *words, "tiny"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, errors="replace", check=False)


def held(root: Path, name: str, one: Attack, scores: dict[str, float], standings: dict[str, states.Standing]) -> None:
    """Assert that an attack got its score and its flag."""
    standing = standings[name]
    assert scores.get(name) in (one.score if isinstance(one.score, tuple) else (one.score,)), standing
    if one.flag is None:
        assert standing.flags == []
    elif isinstance(one.score, tuple) and not standing.flags:
        assert scores[name] == max(one.score), standing  # nothing came of it
    else:
        assert any(part in flag for part in one.flag.split("|") for flag in standing.flags), standing

"""Grade submissions one after the other, as they come in, so that what is imported stays warm.

``python -m rnnstaff.classroom.worker [--no-sandbox] [--share=0,2]`` reads a line of JSON for each submission from its
standard input, a dictionary of the words of :func:`grade`, and answers with another: what went wrong, if anything,
whether it may be tried again, and what is to be said of this machine. It runs in the course's folder. What it shuts in
keeps to a share of the processors.
"""

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory

from rnnstaff import states
from rnnstaff.course import CourseError, nbgrader_config
from rnnstaff.intake.tidying import prepare
from rnnstaff.running import sandbox, zygotes

_UNFIT = re.compile(r"""[*?\[<>"\\\x00-\x1f\x7f-\x9f\ud800-\udfff]""")
_MARKS = '* ? [ < > " \\'
_RENAME = f"Rename this folder: nbgrader cannot handle names with unprintable characters or one of {_MARKS}."
_FAULT = re.compile(r"^\s*rnnstaff\.running\.faults\.\w+: (.*)$", re.MULTILINE)
_ERROR = re.compile(r"^\s*([\w.]+(?:Error|Exception|Exit|Interrupt): .*)$", re.MULTILINE)


def grade(
    root: Path,
    unit: str,
    student: str,
    shut_in: bool,
    tries: str = "all",
    cell: str = "",
) -> tuple[str, bool]:
    """Autograde one submission, and keep its state.

    Parameters
    ----------
    tries : as of ``JudgedExecute``.
    cell : where the same submission is graded already, the only test cell whose points change.

    Returns
    -------
    problem, again : why it could not be graded, or an empty text; and whether that may not be the submission's fault.
    """
    try:
        problem, again = _grade(root, unit, student, {"sandbox": shut_in, "tries": tries}, cell)
        if problem:
            states.fail(root, unit, student, problem)
    except Exception as error:  # one submission must not end the others
        return f"{type(error).__name__}: {error}", isinstance(error, CourseError)  # the gradebook was locked
    return problem, again


def _grade(root: Path, unit: str, student: str, settings: dict[str, Any], cell: str) -> tuple[str, bool]:
    if words := refusal(student):
        return words, False
    cell = only_cell(root, unit, student, cell)
    states.begin(root, unit, student, cell)
    config = nbgrader_config(root)
    config.JudgedExecute.update(settings)
    config.SavePoints.cell = cell
    config.Autograde.pre_convert_hook = states.begins(prepare, cell)
    try:
        # nbgrader's own hook comes only where a notebook lies in the folder itself
        prepare(unit, [str(root / "submitted" / student / unit / f"{unit}.ipynb")])
        api = NbGraderAPI(CourseDirectory(root=str(root), config=config), config=config)
        result = api.autograde(unit, student, force=True)
    except Exception as error:
        return f"{type(error).__name__}: {error}", False
    if result["success"]:
        is_kept = states.of(root, unit, student).is_graded  # nbgrader only logs what its hooks raise
        return ("", False) if is_kept else ("The gradebook could not be written to.", True)
    log = f"{result.get('log') or ''}\n{result.get('error') or ''}"
    if faults := _FAULT.findall(log):
        return faults[-1], True
    # of the log, the line that ends the first traceback: nbgrader's own error only points to the log
    return next(iter(_ERROR.findall(log)), log[-500:].strip() or "nbgrader gave no reason."), False


def refusal(student: str) -> str:
    """Say why nobody of such a name can be graded, or give an empty text."""
    return _RENAME if _UNFIT.search(student) else ""


def only_cell(root: Path, unit: str, student: str, cell: str) -> str:
    """Give the only cell whose points change: none where the submission is not graded already, and all do."""
    is_graded = cell and states.of(root, unit, student).state in (states.GRADED, states.GRADED_VERSION)
    return cell if is_graded else ""


def main() -> None:
    """Serve until the input ends."""
    replies = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    shut_in = "--no-sandbox" not in sys.argv
    for share in (word.removeprefix("--share=") for word in sys.argv if word.startswith("--share=")):
        sandbox.share[:] = map(int, share.split(","))
    for line in sys.stdin:
        outcome = grade(Path.cwd(), shut_in=shut_in, **json.loads(line))
        print(json.dumps([*outcome, zygotes.COLD if zygotes.are_forbidden() else ""]), file=replies, flush=True)


if __name__ == "__main__":
    main()

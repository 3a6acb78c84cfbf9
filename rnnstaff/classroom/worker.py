"""Grade submissions one after the other, as their students' names come in, so that what is imported stays warm.

``python -m rnnstaff.classroom.worker UNIT [--no-sandbox]`` reads a student's name from each line of its standard input
and answers with a line of JSON: the student, and what went wrong, if anything.
"""

import json
import os
import re
import sys
from pathlib import Path

from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory

from rnnstaff.course import nbgrader_config
from rnnstaff.intake.reading import prepare

_UNFIT = re.compile(r"""[*?\[<>"\\\x00-\x1f\x7f-\x9f\ud800-\udfff]""")
_MARKS = '* ? [ < > " \\'
_ERROR = re.compile(r"^\s*([\w.]+(?:Error|Exception|Exit|Interrupt): .*)$", re.MULTILINE)


def grade(root: Path, unit: str, student: str, shut_in: bool) -> str:
    """Autograde one submission and give what went wrong, or an empty text."""
    if _UNFIT.search(student):
        return f"Rename this folder: nbgrader cannot handle names with unprintable characters or one of {_MARKS}."
    config = nbgrader_config(root)
    config.JudgedExecute.sandbox = shut_in
    try:
        # nbgrader's own hook comes only where a notebook lies in the folder itself
        prepare(unit, [str(root / "submitted" / student / unit / f"{unit}.ipynb")])
        api = NbGraderAPI(CourseDirectory(root=str(root), config=config), config=config)
        result = api.autograde(unit, student, force=True)
    except Exception as error:  # one submission must not end the others
        return f"{type(error).__name__}: {error}"
    if result["success"]:
        return ""
    # of the log, the line that ends the first traceback: nbgrader's own error only points to the log
    log = f"{result.get('log') or ''}\n{result.get('error') or ''}"
    return next(iter(_ERROR.findall(log)), log[-500:].strip() or "nbgrader gave no reason.")


def main() -> None:
    """Serve until the input ends."""
    replies = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    unit, shut_in = sys.argv[1], "--no-sandbox" not in sys.argv
    for line in sys.stdin:
        student = json.loads(line)
        problem = grade(Path.cwd(), unit, student, shut_in)
        print(json.dumps([student, problem]), file=replies, flush=True)


if __name__ == "__main__":
    main()

"""Run nbgrader over a class: a process of its own for each submission, several at a time."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory

from rnncourse.authoring.course import CourseError, nbgrader_config


def nbgrader(root: Path, *arguments: str, before: Sequence[str] = ()) -> str:
    """Run an nbgrader command in the course's folder and give what it wrote.

    Parameters
    ----------
    before : a command that nbgrader is run by, such as one that takes the network away.

    Raises
    ------
    CourseError : the command failed; its last lines are in the message.
    """
    command = [*before, sys.executable, "-m", "nbgrader", *arguments]
    result = subprocess.run(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if result.returncode:
        tail = "\n".join(result.stdout.splitlines()[-15:])
        raise CourseError(f"`nbgrader {' '.join(arguments)}` failed:\n{tail}")
    return result.stdout


def students(root: Path, unit: str) -> list[str]:
    """Give the ids of the students who handed in an assignment."""
    return sorted(path.parent.name for path in root.glob(f"submitted/*/{unit}"))


def autograde(root: Path, unit: str, on_graded: Callable[[str], None] = lambda _: None) -> dict[str, str]:
    """Autograde every submission of an assignment, as many at a time as there are processors.

    One that fails does not touch the others.

    Returns
    -------
    by student, the message of each submission that could not be graded.
    """
    failures = {}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = {
            pool.submit(nbgrader, root, "autograde", unit, f"--student={student}", "--force"): student
            for student in students(root, unit)
        }
        for job in as_completed(jobs):
            try:
                job.result()
            except CourseError as error:
                failures[jobs[job]] = str(error)
            on_graded(jobs[job])
    return failures


def scores(root: Path, unit: str) -> dict[str, float]:
    """Give the points that the automatic tests gave to each submission, by student; points given by hand are apart."""
    config = nbgrader_config(root)
    coursedir = CourseDirectory(root=str(root), config=config)
    with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
        return {
            submission.student_id: round(
                sum(grade.auto_score or 0.0 for notebook in submission.notebooks for grade in notebook.grades), 2
            )
            for submission in gradebook.find_assignment(unit).submissions
        }

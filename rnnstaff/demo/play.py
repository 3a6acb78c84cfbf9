"""One round of the course, with the sample class, in a folder of its own."""

import shutil
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from rnnstaff import course
from rnnstaff.classroom import pool, submissions
from rnnstaff.course import CourseError
from rnnstaff.demo import sample_class
from rnnstaff.running import sandbox


def play(root: Path, console: Console) -> None:
    """Release the assignments, hand in the sample class, autograde it, write feedback and grades, and show a table.

    All of it happens in ``demo/``, which is made anew; the course's own gradebook is not touched.

    Raises
    ------
    CourseError : a step failed, or a student of the sample class did not get the known score.
    """
    demo = root / "demo"
    shutil.rmtree(demo, ignore_errors=True)
    shutil.copytree(root / "source", demo / "source")
    shutil.copy(root / course.CONFIG_FILE, demo)
    shut_in = _can_shut_in(console)
    wrong = []
    with Progress(
        TextColumn("{task.description:<42}"), BarColumn(), TextColumn("{task.completed}/{task.total}"),
        TimeElapsedColumn(), console=console,
    ) as progress:  # fmt: skip
        for unit in sample_class.CLASSES:
            released = progress.add_task(f"release {unit}", total=1)
            course.nbgrader(demo, "generate_assignment", unit)
            progress.advance(released)
            students = sample_class.hand_in(demo, unit, demo / "submitted")
            graded = progress.add_task(f"autograde {unit}", total=len(students))
            failures = pool.autograde(demo, unit, lambda _, task=graded: progress.advance(task), shut_in)
            feedback = progress.add_task(f"feedback {unit}", total=1)
            course.nbgrader(demo, "generate_feedback", unit)
            progress.advance(feedback)
            scores = submissions.scores(demo, unit)
            progress.console.print(_table(demo, unit, scores))
            wrong += [f"{student}: {message}" for student, message in failures.items()]
            wrong += [
                f"{student} ({sample.story}) has {scores.get(student)} points in {unit}, wanted {sample.score}"
                for student, sample in students.items()
                if scores.get(student) != sample.score
            ]
        course.nbgrader(demo, "export", "--to=grades.csv")
    if wrong:
        raise CourseError("The demo did not end as it must:\n" + "\n".join(wrong))
    console.print("Every score is as it must be. Look at demo/feedback/ in a browser, and at demo/grades.csv.")


def _can_shut_in(console: Console) -> bool:
    try:
        sandbox.check()
    except sandbox.SandboxError as error:
        console.print(f"Going on without a sandbox, as the sample class can be trusted. {error}", soft_wrap=True)
        return False
    return True


def _table(demo: Path, unit: str, scores: dict[str, float]) -> Table:
    by_tests, by_hand = course.points(course.read(course.assignment(demo, "source", unit)))
    table = Table("student", "handed in", title=unit)
    table.add_column(f"points of {by_tests:g}", justify="right")
    for student, sample in sample_class.CLASSES[unit].items():
        score = scores.get(student)
        table.add_row(student, sample.story, "not graded" if score is None else f"{score:g}")
    table.caption = f"{by_hand:g} points more are given by hand"
    return table

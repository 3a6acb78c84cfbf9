"""One round of the course, with the sample class, in a folder of its own."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from rich.console import Console
from rich.table import Table

from rnnstaff import course
from rnnstaff.classroom import pool, submissions
from rnnstaff.course import CourseError
from rnnstaff.demo import sample_class
from rnnstaff.progress import shown
from rnnstaff.running import sandbox

Classes = Mapping[str, Mapping[str, sample_class.Sample]]


def play(root: Path, console: Console, classes: Classes = sample_class.CLASSES) -> None:
    """Release the assignments, hand in the sample class, autograde it, write feedback and grades, and show a table.

    All of it happens in ``demo/``, which is made anew; the course's own gradebook is not touched.

    Parameters
    ----------
    classes : by unit, the sample class that hands it in.

    Raises
    ------
    CourseError : a step failed, or a student of the sample class did not get the known score.
    """
    demo = root / "demo"
    shutil.rmtree(demo, ignore_errors=True)
    shutil.copytree(root / "source", demo / "source")
    shutil.copy(root / course.CONFIG_FILE, demo)
    shut_in = _can_shut_in(demo, console)
    wrong = []
    with shown(console) as report:
        for unit, students in classes.items():
            report(f"release {unit}", 0, 1)
            course.nbgrader(demo, "generate_assignment", unit)
            report(f"release {unit}", 1, 1)
            sample_class.hand_in(demo, unit, students, demo / "submitted")
            failures = pool.autograde(demo, unit, report, shut_in)
            report(f"feedback {unit}", 0, 1)
            course.nbgrader(demo, "generate_feedback", unit)
            report(f"feedback {unit}", 1, 1)
            scores = submissions.scores(demo, unit)
            console.print(_table(demo, unit, students, scores))
            wrong += [f"{student}: {message}" for student, message in failures.items()]
            wrong += [
                f"{student} ({sample.story}) has {scores.get(student)} points in {unit}, wanted {sample.score}"
                for student, sample in students.items()
                if scores.get(student) != sample.score
            ]
        course.nbgrader(demo, "export", "--to=grades.csv")
    if wrong:
        raise CourseError("The demo did not end as expected:\n" + "\n".join(wrong))
    console.print(
        "Every score is as expected. Open demo/feedback/ in a browser and have a look at demo/grades.csv.",
        soft_wrap=True,
    )


def _can_shut_in(demo: Path, console: Console) -> bool:
    try:
        sandbox.check()
        sandbox.refuse_to_show(demo)
    except sandbox.SandboxError as error:
        console.print(f"Continuing without a sandbox, because the sample class can be trusted. {error}", soft_wrap=True)
        return False
    return True


def _table(demo: Path, unit: str, students: Mapping[str, sample_class.Sample], scores: Mapping[str, float]) -> Table:
    by_tests, by_hand = course.points(course.read(course.assignment(demo, "source", unit)))
    table = Table("student", "handed in", title=unit)
    table.add_column(f"points of {by_tests:g}", justify="right")
    for student, sample in students.items():
        score = scores.get(student)
        table.add_row(student, sample.story, "not graded" if score is None else f"{score:g}")
    table.caption = f"{by_hand:g} more points are given by hand"
    return table

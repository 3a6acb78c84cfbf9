"""What is known of each submission: who handed in, what was graded, with how many points and which flags."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.exc import OperationalError

from rnnstaff import course
from rnnstaff.course import CourseError
from rnnstaff.intake import flags


@contextmanager
def gradebook(root: Path) -> Iterator[Gradebook]:
    """Open the course's gradebook.

    Raises
    ------
    CourseError : it cannot be read, or another program is using it.
    """
    coursedir = CourseDirectory(root=str(root), config=course.nbgrader_config(root))
    try:
        with Gradebook(coursedir.db_url, coursedir.course_id) as opened:
            yield opened
    except OperationalError as error:
        raise CourseError(f"the gradebook cannot be read, or another program is using it: {error.orig}") from error


def students(root: Path, unit: str) -> list[str]:
    """Give the ids of the students who handed in an assignment."""
    return sorted(path.parent.name for path in root.glob(f"submitted/*/{unit}"))


def misplaced(root: Path) -> list[Path]:
    """Give the notebooks in submitted/ that lie in no folder of an assignment, and are not graded."""
    found = [*root.glob("submitted/*.ipynb"), *root.glob("submitted/*/*.ipynb")]
    return sorted(path.relative_to(root) for path in found if path.is_file())


def flags_of_all(root: Path, unit: str) -> dict[str, list[str]]:
    """Give the flags of each submission, by student: what was repaired in it, or looks like tampering."""
    graded = {path.parent.name for path in root.glob(f"autograded/*/{unit}")}
    everybody = sorted(graded.union(students(root, unit)))
    return {student: flags.read(root / "autograded" / student / unit) for student in everybody}


def is_graded(root: Path, unit: str, student: str) -> bool:
    """Say whether a submission was graded, and the last time to the end."""
    folder = root / "autograded" / student / unit
    return (folder / flags.FILE).is_file() and flags.UNFINISHED not in flags.read(folder)


def scores(root: Path, unit: str) -> dict[str, float]:
    """Give the points that the automatic tests gave to each submission, by student; points given by hand are apart."""
    with gradebook(root) as opened:
        return {
            submission.student_id: round(
                sum(grade.auto_score or 0.0 for notebook in submission.notebooks for grade in notebook.grades), 2
            )
            for submission in opened.find_assignment(unit).submissions
        }

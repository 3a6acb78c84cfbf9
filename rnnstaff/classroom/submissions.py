"""Who handed in, and with how many points the tests graded it."""

from pathlib import Path

from rnnstaff.states import gradebook, of_all


def students(root: Path, unit: str) -> list[str]:
    """Give the ids of the students who handed in an assignment."""
    return sorted(path.parent.name for path in root.glob(f"submitted/*/{unit}"))


def misplaced(root: Path) -> list[Path]:
    """Give the notebooks in submitted/ that lie in no folder of an assignment, and are not graded."""
    found = [*root.glob("submitted/*.ipynb"), *root.glob("submitted/*/*.ipynb")]
    return sorted(path.relative_to(root) for path in found if path.is_file())


def flags_of_all(root: Path, unit: str) -> dict[str, list[str]]:
    """Give the flags of each submission, by student: what was repaired in it, or looks like tampering."""
    return {student: standing.flags for student, standing in of_all(root, unit).items()}


def scores(root: Path, unit: str) -> dict[str, float]:
    """Give the points that the tests gave to each graded submission, by student; points given by hand are apart."""
    graded = {student for student, standing in of_all(root, unit).items() if standing.is_graded}
    with gradebook(root) as opened:
        return {
            submission.student_id: round(
                sum(grade.auto_score or 0.0 for notebook in submission.notebooks for grade in notebook.grades), 2
            )
            for submission in opened.find_assignment(unit).submissions
            if submission.student_id in graded
        }

"""Who handed in, and with how many points the tests graded it."""

import unicodedata
from pathlib import Path

from rnnstaff.states import gradebook, of_all


def students(root: Path, unit: str) -> list[str]:
    """Give the ids of the students who handed in an assignment."""
    return sorted(path.parent.name for path in root.glob(f"submitted/*/{unit}"))


def one_form(name: str) -> str:
    """Give a name in one form of Unicode: é may be one character, or, as a Mac writes it, an e and an accent."""
    return unicodedata.normalize("NFC", name)


def unite(root: Path, unit: str) -> list[str]:
    """Give the folder of a student the form of the name that the gradebook has, or else the composed one.

    Returns the names that stay as they are, because the student's folder in that form has a submission too.
    """
    names = [name for name in students(root, unit) if not name.isascii()]
    if not names:
        return []
    with gradebook(root) as opened:
        known = {student.id for student in opened.students}
    forms = {one_form(name): name for name in known if not name.isascii()}
    left = []
    for name in names:
        wanted = name if name in known else forms.get(one_form(name), one_form(name))
        if wanted == name:
            continue
        place = root / "submitted" / wanted / unit
        if place.exists():
            left.append(name)
            continue
        place.parent.mkdir(exist_ok=True)
        (root / "submitted" / name / unit).rename(place)
        if not any((root / "submitted" / name).iterdir()):
            (root / "submitted" / name).rmdir()
    return left


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

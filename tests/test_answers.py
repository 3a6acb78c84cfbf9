"""The graders are fair: a wrong answer loses points, an honest right one gets them all."""

import shutil
from itertools import groupby, zip_longest
from pathlib import Path

import pytest
from answer_bank import answers, grade, graded_by, units
from nbgrader.api import Gradebook

from rnnstaff import course
from rnnstaff.classroom import pool, submissions
from rnnstaff.demo import sample_class

# Students may write what Keras warns of.
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.mark.slow
@pytest.mark.parametrize("unit", units())
def test_every_wrong_answer_loses_points(unit):
    kept = {}
    for path in answers(unit, "wrong"):
        score, points = grade(unit, path.parent.name, path.read_text())
        if score >= points:
            kept[f"{path.parent.name}/{path.name}"] = score
    assert answers(unit, "wrong")
    assert not kept


@pytest.mark.slow
@pytest.mark.parametrize("unit", units())
def test_every_right_answer_gets_all_points(unit):
    lost = {}
    for path in answers(unit, "right"):
        score, points = grade(unit, path.parent.name, path.read_text())
        if score < points:
            lost[f"{path.parent.name}/{path.name}"] = (score, points)
    assert answers(unit, "right")
    assert not lost


@pytest.mark.nightly
@pytest.mark.parametrize("unit", units())
def test_every_right_answer_gets_all_points_outside_the_kernel_too(unit, course_root, sandboxed):
    course.nbgrader(course_root, "generate_assignment", unit)
    by_cell = [list(paths) for _, paths in groupby(answers(unit, "right"), lambda path: path.parent)]
    together = [[path for path in column if path] for column in zip_longest(*by_cell)]
    # An answer that gives tensors may break the next one that counts on arrays; alone, each must earn its points.
    alone = [[path] for path in _lost(course_root, unit, together)]
    assert not (alone and _lost(course_root, unit, alone))


def _lost(root: Path, unit: str, handed_in: list[list[Path]]) -> list[Path]:
    """Autograde submissions that each hold these answers and else the reference's, and give the answers that lost."""
    shutil.rmtree(root / "submitted", ignore_errors=True)
    reference = sample_class.reference_answers(root, unit)
    students = [f"s{i}" for i in range(len(handed_in))]
    for student, paths in zip(students, handed_in, strict=True):
        notebook = sample_class.answered(root, unit, reference | {path.parent.name: path.read_text() for path in paths})
        course.write(notebook, root / "submitted" / student / unit / f"{unit}.ipynb")
    assert not pool.autograde(root, unit)
    assert not any(submissions.flags_of_all(root, unit).values())
    lost = []
    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        for student, paths in zip(students, handed_in, strict=True):
            grades = gradebook.find_submission(unit, student).notebooks[0].grades
            short = {grade.name for grade in grades if (grade.auto_score or 0) < grade.max_score}
            lost += [path for path in paths if graded_by(unit, path.parent.name) in short]
    return lost

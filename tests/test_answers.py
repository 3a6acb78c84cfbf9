"""The graders are fair: a wrong answer loses points, an honest right one gets them all."""

import pytest
from answer_bank import answers, grade, units

# Students may write what Keras warns of.
pytestmark = pytest.mark.filterwarnings("default")


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

"""What a class did in an assignment, in numbers: its scores, its exercises, and the checks that failed.

Difficulty and discrimination are those of classical test theory, of one graded cell each.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import StatisticsError, correlation, fmean, median, stdev
from typing import NamedTuple

from rnnstaff.classroom.outcomes import Outcome

BINS = 10
FEWEST = 3  # students for a correlation: two points always lie on a line
MESSAGES = 3  # of a check, the commonest


@dataclass(frozen=True)
class Item:
    """A graded cell and the points that it brought.

    Parameters
    ----------
    cell : its grade id.
    by_hand : whether an instructor gives the points, and no test.
    scores : points by student; who has none yet is not in it.
    """

    notebook: str
    cell: str
    name: str
    max_score: float
    by_hand: bool
    scores: Mapping[str, float]


@dataclass(frozen=True)
class Exercise:
    """The statistics of an item; None is what cannot be told.

    Parameters
    ----------
    students : how many have points for it.
    mean : of their points.
    difficulty : the share of the points that they got, from 0 to 1 (above with extra credit): the higher, the easier.
    discrimination : the correlation of its points with the sum of all other tests' points, from -1 to 1.
    pairs : how many students that correlation rests on: those who have points for it and for all other tests.
    """

    item: Item
    students: int
    mean: float | None
    difficulty: float | None
    discrimination: float | None
    pairs: int


class Ran(NamedTuple):
    """A check that was run: for whom, in which notebook, exercise and test cell, and what came of it."""

    student: str
    notebook: str
    exercise: str
    cell: str
    outcome: Outcome


class Place(NamedTuple):
    """Where a check stands: exercises of two notebooks may have the same name."""

    notebook: str
    exercise: str
    cell: str
    check: str


@dataclass(frozen=True)
class Check:
    """How a check came out.

    Parameters
    ----------
    students : how many it was run for.
    failed : those for whom it failed.
    messages : the commonest messages, each with the number of students who got it.
    """

    exercise: str
    cell: str
    name: str
    hint: str
    students: int
    failed: Sequence[str]
    messages: Sequence[tuple[str, int]]

    @property
    def share(self) -> float:
        """The share of students for whom it failed."""
        return len(self.failed) / self.students


@dataclass(frozen=True)
class Summary:
    """The distribution of scores.

    Parameters
    ----------
    deviation : the standard deviation of a sample; None for a single score.
    bins : as (from, to, count); a score at a border is in the higher bin, and the largest in the last.
    """

    students: int
    mean: float
    median: float
    deviation: float | None
    lowest: float
    highest: float
    bins: Sequence[tuple[float, float, int]]


def of_scores(scores: Sequence[float], max_score: float) -> Summary | None:
    """Give the distribution of scores, in bins of a tenth of ``max_score``; None if there are no scores."""
    if not scores:
        return None
    width = (max_score or 1) / BINS
    counts = Counter(min(int(score / width + 1e-9), BINS - 1) for score in scores)  # 0.3 / 0.1 is below 3
    return Summary(
        len(scores),
        fmean(scores),
        median(scores),
        stdev(scores) if len(scores) > 1 else None,
        min(scores),
        max(scores),
        [(number * width, (number + 1) * width, counts[number]) for number in range(BINS)],
    )


def median_and_most(numbers: Mapping[str, float | None]) -> tuple[float, float, str] | None:
    """Give the median and the largest of the numbers that there are, and whose that is; None if there are none."""
    known = {name: number for name, number in numbers.items() if number is not None}
    if not known:
        return None
    most = max(known, key=known.__getitem__)
    return median(known.values()), known[most], most


def of_exercises(items: Sequence[Item]) -> list[Exercise]:
    """Give the statistics of all items of an assignment, in their order."""
    return [_exercise(item, [other for other in items if other is not item and not other.by_hand]) for item in items]


def _exercise(item: Item, others: Sequence[Item]) -> Exercise:
    points = list(item.scores.values())
    mean = fmean(points) if points else None
    both = [student for student in item.scores if all(student in other.scores for other in others)] if others else []
    rest = [sum(other.scores[student] for other in others) for student in both]
    return Exercise(
        item,
        len(points),
        mean,
        None if mean is None or not item.max_score else mean / item.max_score,
        _correlation([item.scores[student] for student in both], rest),
        len(both),
    )


def _correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    if len(one) < FEWEST:
        return None
    try:
        return correlation(one, other)
    except StatisticsError:  # everybody has the same points
        return None


def by_check(ran: Iterable[Ran]) -> dict[Place, dict[str, Outcome]]:
    """Give the outcome of each check by student.

    A check that ran several times under one name, as in a loop, fails for a student if it failed once.
    """
    found: dict[Place, dict[str, Outcome]] = {}
    for student, notebook, exercise, cell, outcome in ran:
        known = found.setdefault(Place(notebook, exercise, cell, outcome.check), {})
        if student not in known or known[student].passed:
            known[student] = outcome
    return found


def of_checks(ran: Iterable[Ran]) -> list[Check]:
    """Give the statistics of each check, those that fail most often first."""
    checks = []
    for (_, exercise, cell, name), by_student in by_check(ran).items():
        failed = {student: outcome for student, outcome in by_student.items() if not outcome.passed}
        messages = Counter(outcome.message for outcome in failed.values() if outcome.message)
        hint = next((outcome.hint for outcome in failed.values() if outcome.hint), "")
        students = len(by_student)
        checks.append(Check(exercise, cell, name, hint, students, sorted(failed), messages.most_common(MESSAGES)))
    return sorted(checks, key=lambda check: -len(check.failed))

"""Whose submissions a run grades, whose it passes over, and why."""

import difflib
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from rnnstaff import states
from rnnstaff.classroom.submissions import one_form, students, unite
from rnnstaff.course import CourseError
from rnnstaff.states import Standing


@dataclass(frozen=True)
class Selection:
    """What a run does.

    Parameters
    ----------
    names : of the students whose submissions are graded.
    reasons, passed_over : why these are, and why others are not, in a line; or empty.
    """

    names: list[str]
    reasons: str
    passed_over: str


def select(
    root: Path, unit: str, only: Collection[str] = (), everybody: bool = False, cell: str | None = None
) -> Selection:
    """Choose whom to grade: by default whoever has no grade, or one of another hand-in or version of the assignment.

    Parameters
    ----------
    only : the students to choose from; by default all who handed in.
    everybody : grade also those whose grade is up to date, or being made.
    cell : a test cell to grade again, also for these.

    Raises
    ------
    CourseError : one of ``only`` has not handed in, or there is no such test cell.
    """
    twice = unite(root, unit)
    handed_in = [name for name in students(root, unit) if name not in twice]
    written = {one_form(name): name for name in handed_in}
    only = [written.get(one_form(name), name) for name in only]
    for name in only:
        if name not in handed_in:
            raise CourseError(f"{name!r} has not handed in {unit}.{_like(name, handed_in)}")
    if cell is not None:
        _require(root, unit, cell)
    standings = states.of_all(root, unit)
    chosen, over = {}, {}
    for name in sorted(only or handed_in):
        standing = standings.get(name, Standing(states.HANDED_IN))
        is_settled = standing.state in (states.GRADED, states.BEING_GRADED)
        is_again = cell is not None and standing.state == states.GRADED
        (chosen if everybody or is_again or not is_settled else over)[name] = standing
    return Selection(
        list(chosen), _reasons(chosen), " ".join(filter(None, [_passed_over(over), *map(_two_forms, twice)]))
    )


def _reasons(chosen: dict[str, Standing]) -> str:
    if not chosen:
        return ""
    changed = sorted({cell for one in chosen.values() if one.state == states.GRADED_VERSION for cell in one.changed})
    more = f" ({', '.join(changed)} changed since)" if changed else ""
    return f"To grade: {_counts(chosen)}{more}."


def _two_forms(name: str) -> str:
    return (
        f"Not graded: the second of two folders in submitted/ whose name is {name}, in other characters of Unicode. "
        "Keep the one that counts."
    )


def _passed_over(over: dict[str, Standing]) -> str:
    if not over:
        return ""
    words = [f"Passed over: {_counts(over)}."]
    states_of_them = {standing.state for standing in over.values()}
    if states.GRADED in states_of_them:
        words.append("Their submissions have not changed since, nor has the assignment; --all grades them again.")
    if states.BEING_GRADED in states_of_them:
        words.append("Another program grades what is being graded; if it has stopped, --all grades that.")
    return " ".join(words)


def _counts(standings: dict[str, Standing]) -> str:
    counts = Counter(standing.state for standing in standings.values())
    return ", ".join(f"{count} {state}" for state, count in sorted(counts.items()))


def _require(root: Path, unit: str, cell: str) -> None:
    """Raise CourseError unless tests alone give the points of a cell."""
    with states.gradebook(root) as opened:
        found = opened.find_assignment(unit).notebooks if unit in {a.name for a in opened.assignments} else []
        by_hand = {one.name for notebook in found for one in notebook.solution_cells}
        tests = [one.name for notebook in found for one in notebook.grade_cells if one.name not in by_hand]
    if cell not in tests:
        raise CourseError(f"{unit} has no test cell {cell!r}. They are: {', '.join(tests) or 'none'}.")


def _like(name: str, names: Sequence[str]) -> str:
    """Say which names are like one, with a space before."""
    found = difflib.get_close_matches(name, names)
    if found:
        return f" Did you mean {' or '.join(found)}?"
    return f" {len(names)} others have; their folders are in submitted/." if names else ""

"""How much of the data a loader gives, all or the small fixed part that grading uses, and the line that says so."""

import os
from functools import cache


def is_small() -> bool:
    """Say whether the small part is wanted.

    It is with ``RNNCOURSE_BUDGET=grading``, and whenever nbgrader grades or validates, so that a notebook that trains
    for minutes is graded in seconds with its code untouched. ``RNNCOURSE_BUDGET=full`` gives everything even there.

    Raises
    ------
    ValueError : ``RNNCOURSE_BUDGET`` is something else.
    """
    budget = os.environ.get("RNNCOURSE_BUDGET", "")
    if budget not in ("", "full", "grading"):
        raise ValueError(f"RNNCOURSE_BUDGET is {budget!r}; it is 'full', 'grading' or not set.")
    return budget == "grading" or (not budget and "NBGRADER_EXECUTION" in os.environ)


@cache
def say(text: str) -> None:
    """Print a message the first time only: test cells load the data again and again."""
    print(text)

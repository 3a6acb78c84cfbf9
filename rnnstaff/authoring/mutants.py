"""Mutants of a reference answer: each has one small change, made by an operator of cosmic-ray.

Some mutants compute the same as the reference. ``tests/answers/<unit>/<grade id>/equivalent.toml`` lists them, each as
the change and the reason.
"""

import itertools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rnncourse.errors import CourseError

EQUIVALENT = "equivalent.toml"
_MARK = re.compile(r"^[ \t]*###? (BEGIN|END) SOLUTION.*\n?", re.MULTILINE)
# Between numbers and arrays: what fails at once, such as a shift of a float, tells nothing of a grader.
OPERATORS = """
    ReplaceBinaryOperator_Add_Sub ReplaceBinaryOperator_Sub_Add ReplaceBinaryOperator_Mul_Div
    ReplaceBinaryOperator_Mul_Add ReplaceBinaryOperator_Div_Mul ReplaceBinaryOperator_Div_FloorDiv
    ReplaceBinaryOperator_FloorDiv_Div ReplaceBinaryOperator_Mod_FloorDiv ReplaceBinaryOperator_Pow_Mul
    ReplaceComparisonOperator_Eq_NotEq ReplaceComparisonOperator_NotEq_Eq ReplaceComparisonOperator_Lt_LtE
    ReplaceComparisonOperator_Lt_GtE ReplaceComparisonOperator_LtE_Lt ReplaceComparisonOperator_LtE_Gt
    ReplaceComparisonOperator_Gt_GtE ReplaceComparisonOperator_Gt_LtE ReplaceComparisonOperator_GtE_Gt
    ReplaceComparisonOperator_GtE_Lt ReplaceComparisonOperator_Is_IsNot ReplaceComparisonOperator_IsNot_Is
    ReplaceUnaryOperator_Delete_USub ReplaceUnaryOperator_Delete_Not AddNot ReplaceTrueWithFalse ReplaceFalseWithTrue
    ReplaceAndWithOr ReplaceOrWithAnd ReplaceBreakWithContinue ReplaceContinueWithBreak NumberReplacer RemoveDecorator
    ZeroIterationForLoop
"""


class Mutant(NamedTuple):
    """A changed answer, the operator, and the change in one line: ``old → new``."""

    code: str
    operator: str
    change: str


def of(reference: str) -> Iterator[Mutant]:
    """Give the mutants of a reference answer.

    Raises
    ------
    CourseError : cosmic-ray is missing.
    """
    try:
        from cosmic_ray.mutating import mutate_code
        from cosmic_ray.plugins import get_operator
    except ModuleNotFoundError:
        raise CourseError("Mutants need cosmic-ray, which `make ready` installs.") from None
    code, seen = _MARK.sub("", reference), set()
    for name in OPERATORS.split():
        for occurrence in itertools.count():
            changed = mutate_code(code, get_operator(f"core/{name}")(), occurrence)
            if changed is None:
                break
            if changed not in seen:
                seen.add(changed)
                yield Mutant(changed, name, _change(code, changed))


def _change(old: str, new: str) -> str:
    """Give the first line that differs, before and after."""
    pairs = zip(old.splitlines(), [*new.splitlines(), ""], strict=False)
    before, after = next(((a.strip(), b.strip()) for a, b in pairs if a != b), ("", ""))
    return f"{before} → {after}"


def equivalents(folder: Path) -> dict[str, dict[str, str]]:
    """Give by cell the changes that leave what an answer computes as it was, each with the reason.

    Parameters
    ----------
    folder : of a unit in the bank.
    """
    return {path.parent.name: tomllib.loads(path.read_text("utf-8")) for path in folder.glob(f"*/{EQUIVALENT}")}

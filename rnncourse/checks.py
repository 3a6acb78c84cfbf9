"""Named checks with hints and partial credit, for the test cells of the assignments.

A test cell makes one :class:`Checks`, runs its checks as ``with`` blocks and ends with ``checks.score()``::

    checks = Checks(points=2)
    with checks("the input reaches the state", hint="Is x_t multiplied by W_x?"):
        expect_close(rnn_step(x_t, 0 * h, W_x, 0 * W_h, 0 * b), np.tanh(x_t @ W_x))
    checks.score()

Each check prints one line, with what was got, what was wanted and the hint under it when it fails. While grading, the
score is a plain float, which nbgrader reads as partial credit. In a student's own notebook there are no points, because
the hidden checks are missing there: the last line says how many of the visible checks passed. A hidden check that fails
prints its name and its hint alone: what was got and wanted, or the text of an exception, could show its inputs.
"""

import os
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from copy import deepcopy
from dataclasses import dataclass
from io import StringIO
from traceback import walk_stack, walk_tb
from types import FrameType
from typing import Any

import numpy as np

TEST_CELL = "<test cell>"  # what the judge calls the file of a test cell that it runs
hidden_lines: set[int] = set()  # of that cell; the judge sets them
changed_arguments: list[Any] = []  # what the student's code changed of its arguments; the judge adds to it
LINE_WIDTH = 84  # the Validate dialog cuts longer lines
_CHANGEABLE = (np.ndarray, list, dict, set)
_margins: list[tuple[str, float, float]] = []  # of the check that is running
HALF_PRECISION = 0.02  # the tolerance for its numbers, which have three digits, after some layers
NOT_WRITTEN = "Not written yet: replace `raise NotImplementedError()` with your code."


class CheckFailed(AssertionError):
    """Raised by the ``expect`` functions: the message says what was got and what was wanted."""


class ChoiceFailed(CheckFailed):
    """Raised by :func:`expect_choice`: the message holds nothing but the answer that was given."""


@dataclass(frozen=True)
class Result:
    """What came of one check.

    Parameters
    ----------
    name, weight : as the test cell gives them.
    report : what was printed.
    margins : what :func:`expect_at_least` and :func:`expect_at_most` found, each as (what, got, limit).
    """

    name: str
    weight: float
    passed: bool
    report: str
    margins: tuple[tuple[str, float, float], ...] = ()


class NotAllChecksPassed(Exception):
    """Raised by :meth:`Checks.score` while nbgrader validates, so that its dialog shows which checks failed."""

    def _render_traceback_(self) -> list[str]:
        """Show IPython the report alone: the lines of the test cell teach a student nothing."""
        return str(self).splitlines()


class Checks:
    """The checks of one test cell.

    Parameters
    ----------
    points : the points of the cell, equal to the points in its nbgrader metadata.

    Attributes
    ----------
    results : what came of each check that has run.
    """

    def __init__(self, points: float) -> None:
        self.points = float(points)
        self.results: list[Result] = []

    @contextmanager
    def __call__(self, name: str, hint: str = "", weight: float = 1.0, explanation: str = "") -> Iterator[None]:
        """Run the body as one check; an exception in it fails this check and not the cell.

        Parameters
        ----------
        name : what is right when the check passes, in words a student understands.
        hint : the likely mistake, shown when the check fails.
        weight : its share of the points; 0 for what must hold but earns nothing, such as a shape.
        explanation : shown whether the check passes or fails; for a question of a quiz, why an answer is right.
        """
        _margins.clear()
        # Warnings of the student's code go to stdout: nbgrader gives 0 to a cell that writes to stderr. While grading,
        # what that code prints could show the inputs of a hidden test, so it is dropped.
        grading = os.environ.get("NBGRADER_EXECUTION") == "autograde"
        stream = StringIO() if grading else sys.stdout
        began_hidden = _is_hidden(walk_stack(None))
        try:
            with redirect_stdout(stream), redirect_stderr(stream):
                yield
        except Exception as error:
            hidden = began_hidden or is_hidden(error)
            passed, report = False, _report(name, error, hint, explanation, hidden)
        else:
            passed, report = True, "\n".join(_wrap(f"✓ {name}", [explanation]))
        self.results.append(Result(name, weight, passed, report, tuple(_margins)))
        print(report)

    def score(self) -> float | None:
        """Give the points earned: the share of the weights that passed, of all ``points``.

        Checks of weight 0 that fail cost nothing as long as others have a weight. In a student's own notebook the
        result is None, and the number of checks that passed is printed.

        Raises
        ------
        NotAllChecksPassed : only while nbgrader validates, when a check failed.
        """
        passed = [result for result in self.results if result.passed]
        failures = [result.report for result in self.results if not result.passed]
        if failures and os.environ.get("NBGRADER_EXECUTION") == "validate":
            raise NotAllChecksPassed("\n".join(failures))
        total = sum(result.weight for result in self.results)
        if _is_own_run():
            print(f"{len(passed)} of {len(self.results)} visible checks passed. The points come with grading.")
            return None
        if total == 0:
            return 0.0 if failures else self.points
        return round(self.points * sum(result.weight for result in passed) / total, 2)


def _is_own_run() -> bool:
    """Say whether a student runs the cell in a notebook, where the hidden checks are missing."""
    ipython = sys.modules.get("IPython")
    return bool(ipython and ipython.get_ipython()) and os.environ.get("NBGRADER_EXECUTION") != "autograde"


def is_hidden(error: BaseException) -> bool:
    """Say whether an error came out of a line of a test cell that students do not see."""
    return _is_hidden(walk_tb(error.__traceback__))


def _is_hidden(frames: Iterator[tuple[FrameType, int]]) -> bool:
    return any(frame.f_code.co_filename == TEST_CELL and line in hidden_lines for frame, line in frames)


def _report(name: str, error: Exception, hint: str, explanation: str, hidden: bool) -> str:
    if isinstance(error, NotImplementedError) and not str(error):
        reason, hint = NOT_WRITTEN, ""
    elif isinstance(error, AttributeError | TypeError) and "NoneType" in str(error):
        where = "" if hidden else f" ({error})"
        reason = f"There is None where a value is needed{where}. Does the function end with `return`?"
    elif hidden and not isinstance(error, ChoiceFailed):
        is_wrong = isinstance(error, CheckFailed)
        reason = f"Your code {'gives a wrong result' if is_wrong else 'raises an error'} for inputs that are not shown."
    elif isinstance(error, CheckFailed):
        reason = str(error)
    elif isinstance(error, NameError):
        reason, hint = f"{error}. Is it spelled right, and did its cell run?", ""
    else:
        reason = f"Your code raised {type(error).__name__}: {error}"
    hint = hint and f"Hint: {hint}"
    return "\n".join(_wrap(f"✗ {name}", [*reason.splitlines(), hint, explanation]))


def _wrap(heading: str, paragraphs: list[str]) -> list[str]:
    return [heading] + [
        f"    {line}" for text in paragraphs for line in textwrap.wrap(text, LINE_WIDTH, subsequent_indent="  ")
    ]


def expect(condition: bool, message: str) -> None:
    """Fail the check with ``message`` unless ``condition`` holds."""
    if not condition:
        raise CheckFailed(message)


def expect_at_least(got: Any, least: float, what: str = "the value") -> None:
    """Fail the check unless the number ``got`` is ``least`` or more; how far it is from there is kept in the result."""
    value = _threshold(got, least, what)
    expect(value >= least, f"{what} is {value:.4g}, wanted at least {least:.4g}.")


def expect_at_most(got: Any, most: float, what: str = "the value") -> None:
    """Fail the check unless the number ``got`` is ``most`` or less; how far it is from there is kept in the result."""
    value = _threshold(got, most, what)
    expect(value <= most, f"{what} is {value:.4g}, wanted at most {most:.4g}.")


def _threshold(got: Any, limit: float, what: str) -> float:
    number = _numbers(got, what)
    _expect_shape(number.shape, (), what)
    _margins.append((what, float(number), float(limit)))
    return float(number)


def expect_equal(got: Any, want: Any, what: str = "the value") -> None:
    """Fail the check unless ``got``, a number or a text, equals ``want``.

    A NumPy scalar, a 0-dimensional array and an integral float are equal to the number they hold.
    """
    _expect_something(got, what)
    if isinstance(want, str):
        expect(type(got) in (str, np.str_) and str(got) == want, f"{what}: got {_short(got)}, wanted {want!r}.")
        return
    number = _numbers(got, what)
    expect(number.ndim == 0, f"{what}: got {_short(got)}, wanted the single number {want}.")
    expect(number.item() == want, f"{what}: got {number.item()}, wanted {want}.")


def expect_shape(got: Any, want: tuple[int, ...], what: str = "the result") -> None:
    """Fail the check unless the array ``got`` has the shape ``want``."""
    _expect_shape(_numbers(got, what).shape, tuple(want), what)


def _expect_shape(got: tuple[int, ...], want: tuple[int, ...], what: str) -> None:
    wanted = want or "() (a single number)"
    expect(got == want, f"{what} has the shape {got}, wanted {wanted}.")


def expect_close(got: Any, want: Any, what: str = "the result", tolerance: float = 1e-5) -> None:
    """Fail the check unless the whole array ``got`` is close to ``want``.

    Lists, NumPy arrays and tensors of any kind of number are accepted. The shapes must be equal: nothing is broadcast.

    Parameters
    ----------
    tolerance : the largest difference allowed, absolute for values below 1 and relative above. For numbers of half
        precision, such as a model gives under the policy ``mixed_float16``, it is at least 0.02.
    """
    got, want = _numbers(got, what), np.asarray(want)
    _expect_shape(got.shape, want.shape, what)
    tolerance = max(tolerance, HALF_PRECISION) if got.dtype == "float16" else tolerance
    kind = bool if got.dtype == want.dtype == bool else float
    got, want = got.astype("float64"), want.astype("float64")
    expect(bool(np.isfinite(got).all()), f"{what} holds values that are not finite (NaN or infinity).")
    with np.errstate(invalid="ignore"):
        excess = np.abs(got - want) - tolerance * np.maximum(1, np.abs(want))
    if not (excess <= 0).all():  # so that no NaN in `want` passes
        worst = np.unravel_index(excess.argmax(), got.shape)
        place = f" at index {tuple(map(int, worst))}" if got.ndim else ""
        wrong = f"; {int((~(excess <= 0)).sum())} of {got.size} values differ" if got.size > 1 else ""
        pair = [str(kind(one[worst])) if kind is bool else f"{one[worst]:.6g}" for one in (got, want)]
        raise CheckFailed(f"{what}{place}: got {pair[0]}, wanted {pair[1]}{wrong}.")


def expect_dtype(got: Any, want: Any, what: str = "the result") -> None:
    """Fail the check unless the numbers of ``got`` are of the kind ``want``.

    Parameters
    ----------
    want : a dtype, such as ``"float32"``, or a kind of NumPy's: ``np.integer`` or ``np.floating``.
    """
    dtype = _numbers(got, what).dtype
    kinds = {np.integer: "whole numbers, such as int32", np.floating: "floating-point numbers, such as float32"}
    expect(np.issubdtype(dtype, want), f"{what} has the dtype {dtype}, wanted {kinds.get(want, want)}.")


def expect_unchanged(function: Callable[..., Any], *arguments: Any, **keywords: Any) -> Any:
    """Call a function, fail the check if it changed one of its arguments, and give what it returned.

    An array of half precision fails too, where no argument is one: :func:`expect_close` takes it for a model's.

    Arrays, lists, dicts and sets are compared, and nothing else. In the judge the function works on copies, so the
    student's side tells what it changed.
    """
    values = {f"argument {number}": value for number, value in enumerate(arguments, start=1)}
    values |= {f"the argument {name}": value for name, value in keywords.items()}
    before = {name: deepcopy(value) for name, value in values.items() if isinstance(value, _CHANGEABLE)}
    changed_arguments.clear()
    result = function(*arguments, **keywords)
    changed = [*changed_arguments, *(name for name, earlier in before.items() if not _is_equal(values[name], earlier))]
    expect(not changed, f"{', '.join(map(str, changed))} was changed by the call. Work on a copy.")
    is_half = _is_half(result) and not any(map(_is_half, before.values()))
    expect(
        not is_half,
        "the result is of half precision (float16), which has three digits. Keep the precision of the input.",
    )
    return result


def _is_half(value: Any) -> bool:
    """Say whether there is an array of half precision; tensors may be, as layers give them in mixed precision."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return any(map(_is_half, value))
    return isinstance(value, np.ndarray | np.generic) and value.dtype == "float16"


def _is_equal(now: Any, earlier: Any) -> bool:
    if isinstance(now, list) and list(map(type, now)) != list(map(type, earlier)):
        return False
    try:
        np.testing.assert_equal(now, earlier)
    except AssertionError:
        return False
    return getattr(now, "dtype", None) == getattr(earlier, "dtype", None)


def where_it_lives(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a function whose results stay in the student's kernel, also where they could cross to the judge as copies.

    Whether two models share a layer, or what ``set_weights`` on a part does to the whole, is seen on them alone.
    """
    return getattr(function, "_where_it_lives", lambda: function)()


def expect_choice(got: Any, right: str) -> None:
    """Fail the check unless the answer ``got`` to a quiz question is the letter ``right``, in either case."""
    got = str(got) if isinstance(got, np.str_) else got
    if type(got) is not str:
        raise ChoiceFailed(f"got {_short(got)}, wanted a letter in quotes.")
    if got.strip().lower() != right:
        raise ChoiceFailed(f"{got!r} is not right.")


def _numbers(value: Any, what: str) -> np.ndarray:
    """Give a plain array of numbers; an object that only claims to be equal to everything gets no further."""
    _expect_something(value, what)
    try:
        array = np.array(np.asarray(value))  # a plain ndarray, also from a subclass or a Keras variable
        array = array.astype("float16") if array.dtype.name == "bfloat16" else array
    except Exception as error:
        raise CheckFailed(f"{what} is {_short(value)}, wanted an array of numbers.") from error
    expect(array.dtype.kind in "biuf", f"{what} is {_short(value)}, wanted numbers.")
    return array


def _expect_something(value: Any, what: str) -> None:
    expect(value is not None, f"{what} is None. Does the code end with `return`?")


def _short(value: Any) -> str:
    return textwrap.shorten(f"{value!r} ({type(value).__name__})", 120)

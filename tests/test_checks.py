"""Checks: what they print, what they give, what they refuse."""

import sys

import numpy as np
import pytest

from rnncourse.checks import (
    CheckFailed,
    Checks,
    NotAllChecksPassed,
    expect,
    expect_at_least,
    expect_at_most,
    expect_choice,
    expect_close,
    expect_dtype,
    expect_equal,
    expect_shape,
    expect_unchanged,
)


@pytest.fixture(autouse=True)
def own_run(monkeypatch):
    """Unless a test says otherwise, a student runs the cell."""
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)


def run(checks, *bodies, **options):
    for number, body in enumerate(bodies):
        with checks(f"check {number}", **options):
            body()


def passes():
    pass


def fails():
    expect(False, "got 1, wanted 2.")


def test_score_is_a_plain_float_of_the_share_that_passed():
    checks = Checks(points=4)
    run(checks, passes, fails, passes, passes)
    assert type(checks.score()) is float
    assert checks.score() == 3.0


def test_weights_set_the_share():
    checks = Checks(points=3)
    run(checks, passes, weight=2)
    run(checks, fails, weight=1)
    assert checks.score() == 2.0


def test_a_check_of_weight_zero_earns_nothing_but_alone_it_must_pass():
    checks = Checks(points=3)
    run(checks, passes, weight=0)
    assert checks.score() == 3.0
    run(checks, fails, weight=0)
    assert checks.score() == 0.0


def test_an_exception_fails_its_check_only(capsys):
    checks = Checks(points=2)
    run(checks, lambda: 1 / 0, passes)
    assert checks.score() == 1.0
    assert "Your code raised ZeroDivisionError: division by zero" in capsys.readouterr().out


def test_a_failed_check_says_what_was_got_and_gives_the_hint(capsys):
    run(Checks(points=1), fails, hint="Is the bias added?")
    assert capsys.readouterr().out == "✗ check 0\n    got 1, wanted 2.\n    Hint: Is the bias added?\n"


def test_a_stub_is_told_apart_from_a_mistake(capsys):
    def stub():
        raise NotImplementedError

    run(Checks(points=1), stub, hint="Is the bias added?")
    printed = capsys.readouterr().out
    assert "Not written yet" in printed
    assert "bias" not in printed


def test_a_name_that_is_missing_is_explained(capsys):
    run(Checks(points=1), lambda: x_train)  # noqa: F821
    assert "name 'x_train' is not defined. Is it spelled right, and did its cell run?" in capsys.readouterr().out


def test_an_explanation_comes_in_either_case(capsys):
    run(Checks(points=2), passes, fails, explanation="b. Because.")
    assert capsys.readouterr().out.count("b. Because.") == 2


def test_warnings_of_the_student_never_reach_stderr(capsys):
    run(Checks(points=1), lambda: print("UserWarning", file=sys.stderr))
    captured = capsys.readouterr()
    assert captured.err == ""
    assert "UserWarning" in captured.out


def test_while_grading_the_student_cannot_print_the_inputs_of_a_hidden_test(capsys, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    checks = Checks(points=1)
    run(checks, lambda: print("secret input"))
    assert "secret" not in capsys.readouterr().out
    assert checks.score() == 1.0


def test_while_validating_a_failure_is_raised_so_that_the_dialog_shows_it(monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    checks = Checks(points=2)
    run(checks, passes, fails)
    with pytest.raises(NotAllChecksPassed) as caught:
        checks.score()
    assert caught.value._render_traceback_() == ["✗ check 1", "    got 1, wanted 2."]


def test_lines_fit_the_dialog(capsys):
    run(Checks(points=1), lambda: expect(False, "word " * 60), hint="word " * 60)
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 90


class EqualToEverything:
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0


class ArrayThatLies(np.ndarray):
    def __sub__(self, other):
        return np.zeros(self.shape)


@pytest.mark.parametrize("got", [EqualToEverything(), None, "text", [[1], [1, 2]], object, {"a": 1}, np.array([None])])
def test_what_is_not_numbers_is_refused(got):
    with pytest.raises(CheckFailed):
        expect_close(got, np.zeros(2))
    with pytest.raises(CheckFailed):
        expect_equal(got, 2)
    with pytest.raises(CheckFailed):
        expect_shape(got, (2,))


def test_a_subclass_that_lies_is_compared_as_the_array_it_is():
    with pytest.raises(CheckFailed):
        expect_close(np.ones(2).view(ArrayThatLies), np.zeros(2))


@pytest.mark.parametrize(
    ("got", "want"),
    [
        (np.zeros((1, 3)), np.zeros(3)),
        (0.0, np.zeros(3)),
        (np.array([0, np.nan]), np.zeros(2)),
        (np.array([0, np.inf]), np.array([0, np.inf])),
        (np.array([1.0, 2.0, 3.0]), np.array([1.0, 2.0, 3.001])),
        (np.zeros(0), np.zeros(2)),
        (np.ones(2), np.array([np.nan, 5])),
        (1.0, np.nan),
        (np.ones(2), np.array([np.inf, 1])),
    ],
)
def test_arrays_that_differ_anywhere_or_in_shape_are_refused(got, want):
    with pytest.raises(CheckFailed):
        expect_close(got, want)


@pytest.mark.parametrize("kind", [list, np.float32, np.float64])
def test_any_kind_of_the_same_numbers_is_accepted(kind):
    want = np.array([0.1, -20.3, 0.7])
    expect_close(want.tolist() if kind is list else want.astype(kind), want)


def test_a_keras_variable_is_read_without_a_warning():
    import keras

    expect_close(keras.Variable([1.0, 2.0]), np.array([1, 2]))


def test_the_message_names_the_worst_place():
    with pytest.raises(CheckFailed, match=r"the state at index \(1, 0\): got 9, wanted 3; 2 of 4 values differ"):
        expect_close([[1, 2.5], [9, 4]], [[1, 2], [3, 4]], "the state")


@pytest.mark.parametrize("got", [10, 10.0, np.int64(10), np.array(10)])
def test_a_number_is_equal_in_any_type(got):
    expect_equal(got, 10)


@pytest.mark.parametrize("got", [11, "10", [10], np.array([10])])
def test_another_number_is_not_equal(got):
    with pytest.raises(CheckFailed):
        expect_equal(got, 10)


def test_choice_takes_either_case_and_nothing_else():
    expect_choice(" B", "b")
    for wrong in ("a", None, EqualToEverything(), "ab", ["b"]):
        with pytest.raises(CheckFailed):
            expect_choice(wrong, "b")


def test_a_letter_and_a_text_may_be_of_numpy():
    expect_choice(np.str_("B"), "b")
    expect_equal(np.array(["ab"])[0], "ab")


@pytest.mark.parametrize(("got", "want"), [([1, 2], np.integer), ([1.0], np.floating), (np.ones(2, "f4"), "float32")])
def test_dtype_that_is_wanted_passes(got, want):
    expect_dtype(got, want)


@pytest.mark.parametrize(
    ("got", "want"), [([1.0], np.integer), ([True], np.integer), ([1], np.floating), ([1.0], "float32")]
)
def test_another_dtype_is_told(got, want):
    with pytest.raises(CheckFailed, match="has the dtype"):
        expect_dtype(got, want)


def test_half_precision_is_compared_as_such():
    expect_close(np.array([0.501], "float16"), [0.5])
    with pytest.raises(CheckFailed):
        expect_close(np.array([0.501], "float32"), [0.5])
    with pytest.raises(CheckFailed):
        expect_close(np.array([0.53], "float16"), [0.5])


def test_truth_values_are_shown_as_such():
    with pytest.raises(CheckFailed, match="got True, wanted False"):
        expect_close([True, True], [True, False])


def test_a_single_number_that_is_wanted_is_called_so():
    with pytest.raises(CheckFailed, match="a single number"):
        expect_close([1.0, 2.0], 1.0)


def test_what_changes_its_argument_is_told():
    def sort(values, also=()):
        values.sort()
        return values

    assert expect_unchanged(sorted, [2, 1]) == [1, 2]
    for value in ([2, 1], np.array([2, 1])):
        with pytest.raises(CheckFailed, match="argument 1 was changed"):
            expect_unchanged(sort, value)
    with pytest.raises(CheckFailed, match="the argument values was changed"):
        expect_unchanged(sort, values=[2, 1])
    expect_unchanged(sort, [1, 2], also=[np.nan, {"a": np.ones(2)}])


def test_a_result_of_half_precision_is_told_where_no_argument_is():
    def halved(values):
        return {"values": [np.asarray(values, "float16")]}

    with pytest.raises(CheckFailed, match="half precision"):
        expect_unchanged(halved, np.ones(3))
    expect_unchanged(halved, np.ones(3, "float16"))


def test_a_threshold_is_told_and_its_margin_is_kept():
    checks = Checks(1)
    run(checks, lambda: expect_at_least(0.93, 0.9, "the accuracy"), lambda: expect_at_most(3, 2, "the loss"), passes)
    assert [result.passed for result in checks.results] == [True, False, True]
    assert [result.margins for result in checks.results] == [
        (("the accuracy", 0.93, 0.9),),
        (("the loss", 3.0, 2.0),),
        (),
    ]
    assert "the loss is 3, wanted at most 2" in checks.results[1].report
    with pytest.raises(CheckFailed, match="at least"):
        expect_at_least(float("nan"), 0)

"""The data of unit 4: what the loaders promise, and that the series are worth forecasting."""

import numpy as np
import pytest

from rnncourse.datasets import consecutive_numbers, series

STEPS = 20


def windows(values, target=0):
    """Give all windows of 20 steps, flat and with a 1, and the temperature that follows each."""
    flat = np.lib.stride_tricks.sliding_window_view(values[:-1], STEPS, axis=0).reshape(len(values) - STEPS, -1)
    return np.c_[flat, np.ones(len(flat))], values[STEPS:, target]


def linear_error(train, test):
    """Give the mean squared error, on the test part, of the best linear formula of a window of the training part."""
    x, y = windows(train)
    x_test, y_test = windows(test)
    return np.mean((x_test @ np.linalg.lstsq(x, y)[0] - y_test) ** 2)


def test_the_consecutive_numbers_are_those_of_the_demo():
    (x_train, y_train), (x_test, y_test) = consecutive_numbers.load_data()
    assert (x_train.shape, y_train.shape, x_test.shape, y_test.shape) == ((80, 5, 1), (80,), (20, 5, 1), (20,))
    assert x_train.dtype == y_train.dtype == x_test.dtype == y_test.dtype == np.float32
    x, y = np.concatenate([x_train, x_test]), np.concatenate([y_train, y_test])
    np.testing.assert_array_equal(x[:, :, 0], y[:, np.newaxis] + np.arange(-5, 0))
    assert sorted(y) == list(range(5, 105))
    # No output in (-1, 1) comes nearer to the targets than these; the published losses are just above.
    assert y_train.mean() - 1 == pytest.approx(55.6875)
    assert np.abs(y_test - 1).mean() == pytest.approx(44.75)


@pytest.mark.parametrize(
    "loader", [consecutive_numbers.load_data, series.load_data, lambda: series.load_data(3), series.load_days]
)
def test_the_same_for_everyone_and_for_grading(loader, monkeypatch):
    def values():
        return np.concatenate([np.ravel(array) for part in loader() for array in part])

    monkeypatch.setenv("RNNCOURSE_BUDGET", "full")
    first = values()
    monkeypatch.setenv("RNNCOURSE_BUDGET", "grading")
    np.testing.assert_array_equal(first, values())


def test_what_a_reader_does_to_the_data_stays_with_the_reader():
    train, _ = series.load_data()
    train += 100
    assert series.load_data()[0].max() < 50


@pytest.mark.parametrize("n_features", [1, 3])
def test_the_series_is_cut_in_time(n_features, monkeypatch):
    train, test = series.load_data(n_features)
    assert (train.shape, test.shape) == ((4000, n_features), (1000, n_features))
    assert train.dtype == test.dtype == np.float32
    scaled = (test - train.mean(axis=0)) / train.std(axis=0)
    assert np.abs(scaled.mean(axis=0)).max() < 0.3  # the trend leaves the test part within reach
    assert np.abs(scaled).max() < 4
    monkeypatch.setattr(series, "TRAIN_SHARE", 1)
    whole, _ = series.load_data(n_features)
    np.testing.assert_array_equal(np.concatenate([train, test]), whole)


@pytest.mark.parametrize("n_features", [1, 3])
def test_no_window_of_the_test_part_touches_the_training_part(n_features):
    train, test = (
        {window.tobytes() for window in np.lib.stride_tricks.sliding_window_view(part, 2, axis=0)}
        for part in series.load_data(n_features)
    )
    assert len(train) + len(test) == series.STEPS - 2  # no two pairs are alike by chance
    assert not train & test


def day_windows(values, hours=48):
    """Give all windows of 48 hours, and the 24 hours that follow each."""
    pieces = np.lib.stride_tricks.sliding_window_view(values[:, 0], hours + 24)
    return pieces[:, :hours], pieces[:, hours:]


def test_the_days_are_cut_at_midnight_and_have_the_rhythm_of_a_day():
    train, test = series.load_days()
    assert (train.shape, test.shape) == ((240 * 24, 1), (60 * 24, 1))
    assert train.dtype == test.dtype == np.float32
    for part in (train, test):
        hours = part.reshape(-1, 24)
        assert 12 <= hours.mean(axis=0).argmax() <= 15
        assert hours[:, 13].std() > 3 * hours[:, 4].std()  # in the afternoon no forecast can be as sure as at night


def test_the_seasonal_forecast_of_a_day_is_good_and_not_the_best():
    train, test = series.load_days()
    x, y = day_windows(train)
    x_test, y_test = day_windows(test)
    rows, rows_test = (np.c_[part, np.ones(len(part))] for part in (x, x_test))
    formulas = np.linalg.lstsq(rows, y)[0]
    errors = [np.abs(forecast - y_test).mean() for forecast in (x_test[:, -1:], x_test[:, -24:], rows_test @ formulas)]
    assert errors[2] < errors[1] < errors[0] / 1.5


def test_a_linear_formula_is_better_than_repeating_and_leaves_something_to_learn():
    train, test = series.load_data()
    repeat = np.mean((test[STEPS:] - test[STEPS - 1 : -1]) ** 2)
    noise = 0.2**2
    assert 10 * noise < linear_error(train, test) < repeat / 2


def test_the_helping_features_help():
    train, test = series.load_data(3)
    assert linear_error(train, test) < linear_error(train[:, :1], test[:, :1]) / 2


@pytest.mark.parametrize("n_features", [0, 2, "1", None])
def test_no_other_number_of_features(n_features):
    with pytest.raises(ValueError, match="there is a series with 1 feature and one with 3"):
        series.load_data(n_features)

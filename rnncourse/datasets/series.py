"""Invented time series to forecast: temperatures of greenhouses, alone or with what drives them.

All are drawn from fixed seeds, so everyone has the same values. One time step is ten minutes in ``load_data`` and one
hour in ``load_days``.
"""

import numpy as np

STEPS = 5_000
TRAIN_SHARE = 0.8
DELAY = 3  # steps that the heat of the heater takes to reach the thermometer
DAYS = 300


def load_data(n_features: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Give one long series, cut in time: the first four fifths to train on, the rest, right after it, to test on.

    The values are raw, in degrees Celsius and so on: learn their scale on the training part alone. The small budget of
    grading gives the same.

    Parameters
    ----------
    n_features : 1 for a temperature alone: two waves, one of which keeps changing its frequency, with a small trend and
        noise. 3 for another temperature, to be forecast, with two features that help to: the power of a heater in
        kilowatts, whose heat takes some steps to arrive, and how far the vents are open, from 0 to 1.

    Returns
    -------
    train, test : float32, shapes (4000, n_features) and (1000, n_features), which is (time, features).

    Raises
    ------
    ValueError : ``n_features`` is neither 1 nor 3.
    """
    if n_features not in (1, 3):
        raise ValueError(f"n_features is {n_features!r}; there is a series with 1 feature and one with 3.")
    return _cut(_temperature() if n_features == 1 else _greenhouse(), int(TRAIN_SHARE * STEPS))


def load_days() -> tuple[np.ndarray, np.ndarray]:
    """Give 300 days of hourly temperatures in a greenhouse without a heater, cut in time like ``load_data``'s series.

    The first value is that of midnight. The rhythm of the day is there in every window of 24 hours, but how high the
    afternoon climbs depends on whether the day is clear or cloudy: it usually is what the day before was. So at night a
    forecast can be sure of itself, and for the next afternoon it cannot. The small budget of grading gives the same.

    Returns
    -------
    train, test : float32, shapes (5760, 1) and (1440, 1), which is (time, features): 240 days and 60 days.
    """
    return _cut(_hours(), 24 * int(TRAIN_SHARE * DAYS))


def _cut(values: np.ndarray, place: int) -> tuple[np.ndarray, np.ndarray]:
    values = values.astype("float32")
    return values[:place].copy(), values[place:].copy()


def _temperature() -> np.ndarray:
    """Add up a switching wave of changing frequency, a steady wave, a trend and noise; shape (STEPS, 1).

    The switching wave is what a linear formula of twenty values cannot follow well: when it turns next depends on how
    fast it goes at the moment.
    """
    random = np.random.default_rng(4)
    t = np.arange(STEPS)
    frequency = _between(1 / 21, 1 / 9, np.sin(2 * np.pi * t / 317))
    switching = np.tanh(3 * np.sin(2 * np.pi * np.cumsum(frequency)))
    steady = np.sin(2 * np.pi * t / 37)
    noise = random.normal(size=STEPS)
    return (20 + 4 * switching + 1.6 * steady + 1.2 * t / STEPS + 0.2 * noise)[:, np.newaxis]


def _greenhouse() -> np.ndarray:
    """Simulate temperature, heater and vents; shape (STEPS, 3).

    The heater switches at times that the temperature does not foretell. Its heat takes DELAY steps to arrive, and
    the wider the vents are open the less of it stays: a product of two features, which no linear formula has.
    """
    random = np.random.default_rng(4)
    t = np.arange(STEPS)
    lengths = random.integers(6, 18, STEPS)  # of the times between two switches; more of them than needed
    heater = 8 * (np.repeat(np.arange(STEPS), lengths)[:STEPS] % 2)
    vents = _between(0, 1, np.sin(2 * np.pi * t / 61 + 2 * np.sin(2 * np.pi * t / 230)))
    outside = 8 + 3 * np.sin(2 * np.pi * t / 144) + t / STEPS
    temperature = np.empty(STEPS)
    level = 12.0
    for step in range(STEPS):
        heat = heater[max(step - DELAY, 0)] * (1 - 0.8 * vents[max(step - DELAY, 0)])
        level += 0.3 * (outside[step] + 2 * heat - level)
        temperature[step] = level
    noise = random.normal(size=(STEPS, 3)) * (0.2, 0.05, 0.01)
    return np.stack([temperature, heater, vents], axis=1) + noise


def _hours() -> np.ndarray:
    """Simulate a greenhouse that the sun heats on clear days, and less on cloudy ones; shape (24 * DAYS, 1)."""
    random = np.random.default_rng(4)
    changes = random.random(DAYS) < 0.3  # of the weather, at midnight
    clear = np.cumsum(changes) % 2 == 0
    strength = np.where(clear, 12, 3) + random.normal(size=DAYS)
    t = np.arange(24 * DAYS)
    sun = np.repeat(strength, 24) * np.maximum(np.sin(2 * np.pi * (t - 6) / 24), 0)
    drift, noise = random.normal(size=len(t)), random.normal(size=len(t))
    temperature = np.empty(len(t))
    level, air = 14.0, 0.0
    for step in t:
        air = 0.97 * air + 0.2 * drift[step]
        level += 0.4 * (14 + air + sun[step] - level)
        temperature[step] = level
    return (temperature + 0.15 * noise)[:, np.newaxis]


def _between(low: float, high: float, wave: np.ndarray) -> np.ndarray:
    """Move a wave from -1..1 to ``low``..``high``."""
    return low + (high - low) * (wave + 1) / 2

"""Two invented time series to forecast: the temperature of a greenhouse, alone or with what drives it.

Both are drawn from fixed seeds, so everyone has the same values. One time step is ten minutes.
"""

import numpy as np

STEPS = 5_000
TRAIN_SHARE = 0.8
DELAY = 3  # steps that the heat of the heater takes to reach the thermometer


def load_data(n_features: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Give one long series, cut in time: the first four fifths to train on, the rest, right after it, to test on.

    The values are raw, in degrees Celsius and so on: scale them with what the training part alone tells. The small
    budget of grading gives the same.

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
    values = _temperature() if n_features == 1 else _greenhouse()
    values = values.astype("float32")
    cut = int(TRAIN_SHARE * STEPS)
    return values[:cut].copy(), values[cut:].copy()


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


def _between(low: float, high: float, wave: np.ndarray) -> np.ndarray:
    """Move a wave from -1..1 to ``low``..``high``."""
    return low + (high - low) * (wave + 1) / 2

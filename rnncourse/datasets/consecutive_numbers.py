"""The numbers of the normalization demo of the RNN slides: five in a row, and the one that comes next."""

import numpy as np

Split = tuple[np.ndarray, np.ndarray]

VECTORS, STEPS = 100, 5
RANDOM_STATE = 4  # the demo's; it decides which vectors are for testing


def load_data() -> tuple[Split, Split]:
    """Give 100 vectors of five consecutive numbers, i to i + 4, each with its target i + 5, for i from 0 to 99.

    The values are raw, 0 to 104. As in the demo, scikit-learn shuffles the vectors and takes a fifth for testing.
    The small budget of grading gives the same.

    Returns
    -------
    (x_train, y_train), (x_test, y_test) : inputs of shape (80, 5, 1) and (20, 5, 1), which is (vectors, time,
        features), and targets of shape (80,) and (20,), all float32.
    """
    from sklearn.model_selection import train_test_split

    first = np.arange(VECTORS, dtype="float32")
    x = (first[:, np.newaxis] + np.arange(STEPS, dtype="float32"))[..., np.newaxis]
    y = first + STEPS
    x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2, random_state=RANDOM_STATE)
    return (x_train, y_train), (x_test, y_test)

"""The figures that more than one notebook draws, in one style.

Colours are those of M. Okabe and K. Ito, *Color Universal Design*, 2008, which readers with any colour vision can tell
apart; every curve has a second cue, its marker or line style.
"""

from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from IPython.display import display
from matplotlib.axes import Axes
from matplotlib.figure import Figure

BLUE, ORANGE, GREEN, RED, PURPLE, SKY, YELLOW, BLACK = COLOURS = (
    "#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#F0E442", "#000000",
)  # fmt: skip
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*")

plt.rcParams.update(
    {
        "axes.prop_cycle": plt.cycler(color=COLOURS, marker=MARKERS),
        "axes.spines.right": False,
        "axes.spines.top": False,
        "axes.grid": True,
        "grid.alpha": 0.3,
        "figure.dpi": 100,
        "figure.constrained_layout.use": True,
        "lines.markersize": 4,
        "legend.frameon": False,
    }
)


def show(figure: Figure, alt: str) -> None:
    """Display a figure with ``alt``, the text that says what it shows to a reader who cannot see it."""
    display(figure, metadata={"image/png": {"alt": alt}})
    plt.close(figure)


def plot_history(history: Mapping[str, Sequence[float]], metrics: Sequence[str], title: str = "") -> Figure:
    """Draw each metric of a training history by epoch, with its validation twin where there is one.

    Parameters
    ----------
    history : the ``history`` dictionary of what ``model.fit`` returns.
    metrics : the names to draw, such as ``["loss", "accuracy"]``; each gets axes of its own.
    """
    figure, axes = plt.subplots(1, len(metrics), figsize=(4.5 * len(metrics), 3.2), squeeze=False)
    for axis, metric in zip(axes[0], metrics, strict=True):
        curves = {"training": metric, "validation": f"val_{metric}"}
        for label, key in curves.items():
            if key in history:
                axis.plot(np.arange(1, len(history[key]) + 1), history[key], label=label)
        axis.set(xlabel="epoch", ylabel=metric)
        axis.legend()
    figure.suptitle(title)
    return figure


def plot_images(images: np.ndarray, titles: Sequence[str], columns: int = 10) -> Figure:
    """Draw grey images of shape (images, rows, columns) in a grid, each under its title."""
    rows = -(-len(images) // columns)
    figure, axes = plt.subplots(rows, columns, figsize=(columns * 0.95, rows * 1.15), squeeze=False)
    for axis in axes.flat:
        axis.axis("off")
    for axis, image, title in zip(axes.flat, images, titles, strict=False):
        axis.imshow(image, cmap="gray_r")
        axis.set_title(title, fontsize=9)
    return figure


def plot_matrix(axis: Axes, matrix: np.ndarray, xlabel: str, ylabel: str) -> None:
    """Draw a matrix of counts as a heat map with the numbers written in; zeros are left blank."""
    axis.imshow(np.sqrt(matrix), cmap="Blues")  # the root lets small counts be seen beside the large ones
    for (row, column), count in np.ndenumerate(matrix):
        if count:
            dark = np.sqrt(count) > np.sqrt(matrix.max()) / 2
            axis.text(column, row, count, ha="center", va="center", fontsize=8, color="white" if dark else "black")
    axis.set(xlabel=xlabel, ylabel=ylabel, xticks=range(matrix.shape[1]), yticks=range(matrix.shape[0]))
    axis.grid(False)

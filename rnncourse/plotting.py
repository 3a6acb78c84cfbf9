"""The figures that more than one notebook draws, in one style.

The colors are those of M. Okabe and K. Ito, *Color Universal Design*, 2008, darkened: each has a contrast of at least
3:1 on white, which WCAG 2.2 (1.4.11) asks of graphics, and readers with any color vision can tell them apart at least
as well as the originals. Yellow cannot have that contrast; it is for filled areas with an outline. Every curve has a
second cue, its marker or line style.
"""

import base64
import io
from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
import PIL.Image
from IPython.display import Image, display
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text

from rnncourse.pictures import html_of

BLUE, ORANGE, GREEN, RED, PURPLE, SKY, BLACK = COLORS = (
    "#00518A", "#D08000", "#007F5C", "#A83C00", "#C873A8", "#2B97EA", "#000000",
)  # fmt: skip
YELLOW = "#F0E442"
COLOURS = COLORS  # in notebooks of the first edition
MARKERS = ("o", "s", "^", "D", "v", "P", "X")

DPI = 100  # of the page; the picture has twice as many, for dense screens
WIDEST = 934  # pixels of the page: JupyterLab's output area, beside its file browser, at 1366 × 768
SMALLEST = 10  # points
NOTE = "Hard to read in a notebook:"

plt.rcParams.update(
    {
        "axes.prop_cycle": plt.cycler(color=COLORS, marker=MARKERS),
        "axes.spines.right": False,
        "axes.spines.top": False,
        "axes.grid": True,
        "grid.alpha": 0.3,
        "figure.dpi": DPI,
        "figure.constrained_layout.use": True,
        "font.size": SMALLEST,
        "figure.labelsize": SMALLEST,
        "figure.titlesize": 12,
        "axes.titlesize": 11,
        "lines.markersize": 4,
        "legend.frameon": False,
    }
)


def show(figure: Figure, alt: str) -> None:
    """Display a figure, sharp also on a dense screen, and close it.

    A note below says so if it is too wide for a notebook, which shrinks it, or if text in it is too small.

    Parameters
    ----------
    figure : at most 9.3 inches wide, with no text under 10 points.
    alt : the text that says what the figure shows, for a reader who cannot see it.
    """
    image = Image(_png(figure), retina=True)  # knows the size on the page
    plt.close(figure)
    small = {text.get_text(): text.get_fontsize() for text in figure.findobj(Text) if _is_small(text)}
    faults = []
    if image.width > WIDEST:
        inches = f"figsize is {figure.get_figwidth():g} inches wide, or text sticks out of its side"
        faults.append(f"This figure is {image.width} pixels wide, and a notebook has room for {WIDEST}: {inches}.")
    if small:
        words = ", ".join(f"{text!r} ({size:.3g})" for text, size in list(small.items())[:5])
        faults.append(f"Text in this figure is smaller than {SMALLEST} points: {words}.")
    size = {"width": image.width, "height": image.height}
    data = base64.b64encode(image.data).decode()
    shown = {"image/png": data, "text/html": html_of(data, alt, image.width), "text/plain": alt}
    display(shown, metadata={"image/png": size | {"alt": alt}}, raw=True)
    if faults:
        print(NOTE, " ".join(faults))


def _png(figure: Figure) -> bytes:
    file = io.BytesIO()
    figure.savefig(file, dpi=2 * DPI, bbox_inches="tight", pad_inches=0.04)  # the padding of constrained layout
    return _smaller(file)


def _smaller(file: io.BytesIO) -> bytes:
    """Give a picture with a palette of 256 colors: a third of the size, and no color is off by more than one sees."""
    image, smaller = PIL.Image.open(file).convert("RGB"), io.BytesIO()
    palette = image.quantize(256, PIL.Image.Quantize.MAXCOVERAGE, dither=PIL.Image.Dither.NONE)
    palette.save(smaller, "png", optimize=True)
    return smaller.getvalue()


def _is_small(text: Text) -> bool:
    return text.get_visible() and bool(text.get_text().strip()) and text.get_fontsize() < SMALLEST - 0.01


def plot_history(history: Mapping[str, Sequence[float]], metrics: Sequence[str], title: str = "") -> Figure:
    """Draw each metric of a training history by epoch, with its validation twin where there is one.

    Parameters
    ----------
    history : the ``history`` dictionary of what ``model.fit`` returns.
    metrics : the names to draw, such as ``["loss", "accuracy"]``; each gets axes of its own.
    """
    width = min(4.5 * len(metrics), 9.3)
    figure, axes = plt.subplots(1, len(metrics), figsize=(width, 3.2), squeeze=False)
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
    """Draw gray images of shape (images, rows, columns) in a grid, each under its title."""
    rows = -(-len(images) // columns)
    figure, axes = plt.subplots(rows, columns, figsize=(columns * 0.93, rows * 1.15), squeeze=False)
    for axis in axes.flat:
        axis.axis("off")
    for axis, image, title in zip(axes.flat, images, titles, strict=False):
        axis.imshow(image, cmap="gray_r")
        axis.set_title(title, fontsize=SMALLEST)
    return figure


def plot_matrix(axis: Axes, matrix: np.ndarray, xlabel: str, ylabel: str) -> None:
    """Draw a matrix of counts as a heat map with the numbers written in; zeros are left blank."""
    axis.imshow(np.sqrt(matrix), cmap="Blues")  # the root lets small counts be seen beside the large ones
    for (row, column), count in np.ndenumerate(matrix):
        if count:
            dark = np.sqrt(count) > np.sqrt(matrix.max()) / 2
            axis.text(column, row, count, ha="center", va="center", fontsize=10, color="white" if dark else "black")
    axis.set(xlabel=xlabel, ylabel=ylabel, xticks=range(matrix.shape[1]), yticks=range(matrix.shape[0]))
    axis.grid(False)

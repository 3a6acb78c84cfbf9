"""Figures: sharp on a dense screen, readable at the width they are shown at, in colors that all can tell apart."""

import base64
import io
from itertools import combinations

import matplotlib.pyplot as plt
import numpy as np
import pytest
from PIL import Image

from rnncourse import pictures, plotting

# Okabe and Ito, Color Universal Design, 2008, without the yellow.
ORIGINALS = ("#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#000000")
# Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency, 2009:
# protanopia, deuteranopia and tritanopia, for linear RGB.
VISIONS = {
    "normal": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])  # of sRGB, IEC 61966


@pytest.fixture
def shown(monkeypatch):
    images = []
    monkeypatch.setattr(plotting, "display", lambda data, metadata, raw: images.append((data, metadata)))
    return images


def linear(color):
    value = np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def contrast_on_white(color):
    """Give the contrast ratio of WCAG 2.2: (L1 + 0.05) / (L2 + 0.05), with the relative luminances."""
    return 1.05 / (linear(color) @ TO_XYZ[1] + 0.05)


def lab(rgb):
    relative = TO_XYZ @ np.clip(rgb, 0, 1) / (0.9505, 1, 1.089)
    x, y, z = np.where(relative > 0.008856, np.cbrt(relative), 7.787 * relative + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def closest(colors, vision):
    """Give the distance (CIE 1976) of the two colors that are hardest to tell apart."""
    seen = [lab(np.array(vision) @ linear(color)) for color in colors]
    return min(np.linalg.norm(one - other) for one, other in combinations(seen, 2))


@pytest.mark.parametrize("color", plotting.COLORS)
def test_every_color_of_the_cycle_stands_out_from_white(color):
    assert contrast_on_white(color) >= 3
    assert color in plt.rcParams["axes.prop_cycle"].by_key()["color"]


def test_the_colors_are_told_apart_at_least_as_well_as_those_of_okabe_and_ito():
    limit = min(closest(ORIGINALS, vision) for vision in VISIONS.values())
    assert {name: closest(plotting.COLORS, vision) >= limit for name, vision in VISIONS.items()} == dict.fromkeys(
        VISIONS, True
    )


def test_a_figure_has_twice_the_pixels_of_its_size_on_the_page_and_alt_text(shown):
    figure, axis = plt.subplots(figsize=(9.3, 3))
    axis.plot([1, 2, 3], label="a curve")
    axis.set(xlabel="x", ylabel="y", title="A title")
    axis.legend()
    plotting.show(figure, alt="A straight line.")
    data, metadata = shown[0]
    assert data["text/plain"] == "A straight line."
    assert f'alt="A straight line." width="{metadata["image/png"]["width"]}" src="data:image/png;' in data["text/html"]
    width, height = Image.open(io.BytesIO(base64.b64decode(data["image/png"]))).size
    page = metadata["image/png"]
    assert page == {"width": width // 2, "height": height // 2, "alt": "A straight line."}
    assert 900 <= page["width"] <= 934
    assert not plt.fignum_exists(figure.number)


def test_no_color_is_off_by_more_than_the_eye_sees():
    rng = np.random.default_rng(0)
    figure, axes = plt.subplots(1, 2, figsize=(9, 3.2))
    axes[0].plot(np.cumsum(rng.normal(size=(60, 6)), axis=0))
    axes[1].imshow(rng.normal(size=(28, 28)))
    whole = io.BytesIO()
    figure.savefig(whole, dpi=200)
    smaller = plotting._smaller(whole)
    wanted, got = (np.asarray(Image.open(file).convert("RGB")) for file in (whole, io.BytesIO(smaller)))
    assert np.abs(wanted.astype(int) - got).max() <= 24
    assert len(smaller) < len(whole.getvalue()) / 2


def test_a_figure_wider_than_the_page_is_shown_with_a_note(shown, capsys):
    figure, _ = plt.subplots(figsize=(11, 3))
    plotting.show(figure, alt="Nothing.")
    note = f"{plotting.NOTE} This figure is 1099 pixels wide, and a notebook has room for 934: figsize is 11 inches"
    assert capsys.readouterr().out.startswith(note)
    assert len(shown) == 1


def test_text_too_small_to_read_is_named_only_if_it_is_visible(shown, capsys):
    figure, axis = plt.subplots(figsize=(4, 3))
    axis.text(0, 0, "hidden", fontsize=6, visible=False)
    axis.text(0, 0, " ", fontsize=6)
    plotting.show(figure, alt="Empty axes.")
    assert capsys.readouterr().out == ""
    figure, axis = plt.subplots(figsize=(4, 3))
    axis.text(0, 0, "tiny", fontsize=8)
    plotting.show(figure, alt="A word.")
    assert "smaller than 10 points: 'tiny' (8)" in capsys.readouterr().out


def test_small_tick_labels_are_named(shown, capsys):
    figure, axis = plt.subplots(figsize=(4, 3))
    axis.tick_params(labelsize=7)
    plotting.show(figure, alt="Empty axes.")
    assert "smaller than 10 points" in capsys.readouterr().out


def test_the_figures_of_the_course_can_be_shown(shown):
    images = np.random.default_rng(0).random((20, 28, 28))
    plotting.show(plotting.plot_images(images, ["4 as 9"] * 20), alt="Twenty digits.")
    history = {name: [1, 2] for name in ("loss", "val_loss", "accuracy", "recall")}
    plotting.show(plotting.plot_history(history, ["loss", "accuracy", "recall"], "A run"), alt="Three metrics.")
    figure, axis = plt.subplots(figsize=(5.2, 4.8))
    plotting.plot_matrix(axis, np.eye(10, dtype=int) * 980, "predicted", "true")
    plotting.show(figure, alt="A diagonal.")
    assert len(shown) == 3


def test_an_alt_text_is_no_html():
    assert pictures.html_of("AAAA", '"<b>&', 5) == (
        '<img alt="&quot;&lt;b&gt;&amp;" width="5" src="data:image/png;base64,AAAA">'
    )

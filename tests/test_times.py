"""The time of a lesson's cells: measured at each build, stored so that it settles, and true in the text."""

import copy

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from rnnstaff import course
from rnnstaff.authoring import build, outputs, times

SOURCES = {"a": "fit()", "b": "plot()"}


def lesson(seconds=None, whole=None, said=None, intro="", sources=SOURCES):
    """Make a lesson as stored: with the seconds of its cells and of the whole, and with what its text says."""
    notebook = new_notebook(cells=[new_markdown_cell(f"# A lesson\n\n**Time**: {intro}")])
    for name, source in sources.items():
        cell = new_code_cell(source, id=name)
        if name in (seconds or {}):
            cell.metadata.rnncourse = {"seconds": seconds[name]}
        notebook.cells += [new_markdown_cell(f"Now we fit.\n{(said or {}).get(name, '')}"), cell]
    if whole is not None:
        notebook.metadata.rnncourse = {"outputs_of": "", "seconds": whole}
    return notebook


def noted(before, **measured):
    now = copy.deepcopy(before)
    outputs.clear(now)
    times.note(now, before, measured)
    stored = {cell.id: cell.metadata["rnncourse"]["seconds"] for cell in course.code_cells(now) if cell.metadata}
    return stored, now.metadata["rnncourse"]["seconds"]


def test_long_cells_and_the_whole_are_stored_in_round_numbers():
    assert noted(lesson(), a=33.4, b=3) == ({"a": 35}, 35)
    assert noted(lesson(), a=128, b=10.4) == ({"a": 130, "b": 10}, 140)
    assert noted(lesson(), a=9.9, b=0.1) == ({}, 10)


@pytest.mark.parametrize(
    ("measured", "stored"),
    [
        ({"a": 21, "b": 1}, ({"a": 40}, 40)),  # within a factor of 2: as it was
        ({"a": 79, "b": 19}, ({"a": 40}, 100)),  # what was short stays short as well
        ({"a": 81, "b": 21}, ({"a": 80, "b": 20}, 100)),
        ({"a": 19, "b": 1}, ({"a": 20}, 40)),
        ({"a": 8, "b": 1}, ({}, 10)),
    ],
)
def test_a_stored_time_stays_within_a_factor_of_2(measured, stored):
    assert noted(lesson({"a": 40}, 40), **measured) == stored


def test_a_stored_time_of_other_code_counts_for_nothing():
    before = lesson({"a": 40}, 40)
    now = lesson(sources=SOURCES | {"a": "fit(2)"})
    times.note(now, before, {"a": 25, "b": 0})
    assert (now.cells[2].metadata["rnncourse"]["seconds"], now.metadata["rnncourse"]["seconds"]) == (25, 25)


def test_a_build_measures_and_a_second_one_gives_the_same_bytes(tmp_path, monkeypatch):
    monkeypatch.setattr(times, "LONG", 0.4)
    path = tmp_path / "a.ipynb"
    busy = "import time\nwhile time.process_time() < 7:\n    pass"
    cells = [new_code_cell(busy, id="long"), new_code_cell("1", id="short")]
    notebook = new_notebook(cells=cells)
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    course.write(notebook, path)
    build._run_lesson(path, lambda *_: None)
    first = path.read_bytes()
    notebook = course.read(path)
    assert (notebook.metadata.rnncourse.seconds, notebook.cells[0].metadata.rnncourse.seconds) == (5, 5)
    assert list(notebook.cells[1].metadata) == []
    build._run_lesson(path, lambda *_: None)
    assert path.read_bytes() == first


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("*About 40 seconds.*", True),
        ("*About 25 seconds.*", True),
        ("*About 1 minute.*", True),
        ("*About 15 seconds.*", False),
        ("*About 1.5 minutes.*", False),
        ("About 40 seconds.", False),
        ("", False),
    ],
)
def test_what_the_text_says_of_a_long_cell_is_true_within_a_factor_of_2(said, right):
    problems = list(times.problems(lesson({"a": 40}, 40, {"a": said})))
    assert (problems == []) is right
    if not right:
        assert problems[0].startswith("cell a takes 40 seconds; ")
        assert problems[0].endswith("*About 40 seconds.*")


def test_the_time_is_said_directly_above():
    notebook = lesson({"a": 40}, 40, {"a": "*About 40 seconds.*"})
    notebook.cells.insert(2, new_markdown_cell("Another cell."))
    assert list(times.problems(notebook)) == [
        "cell a takes 40 seconds; the text above does not say so: *About 40 seconds.*"
    ]


@pytest.mark.parametrize(
    ("whole", "intro", "words"),
    [
        (130, "one hour; the cells alone run in about 2 minutes", None),
        (50, "one hour", None),
        (130, "one hour; the cells alone run\nin about 1 minute", "its text says 60"),
        (130, "one hour", "its first cell does not say so: the cells alone run in about 2 minutes."),
        (430, "the cells alone run in about 7 minutes", "its cells take 430 seconds, more than 300."),
        (None, "", "was not measured"),
    ],
)
def test_what_the_text_says_of_the_whole_is_true_and_no_more_than_five_minutes(whole, intro, words):
    problems = list(times.problems(lesson(whole=whole, intro=intro)))
    assert len(problems) == (words is not None)
    if words:
        assert words in problems[0]

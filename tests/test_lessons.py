"""Every lesson runs from top to bottom, on the small budget, with nothing on stderr, and so do its answers."""

import pytest

from rnnstaff import course
from rnnstaff.authoring import build, turns

ROOT = course.find_root()


@pytest.mark.slow
@pytest.mark.parametrize("path", course.lessons(ROOT), ids=lambda path: path.stem)
def test_a_lesson_runs_with_the_answers_of_your_turn(path, tmp_path):
    notebook = course.read(path)
    turns.insert(notebook)
    build.execute(notebook, tmp_path)
    noise = [
        output.text for cell in course.code_cells(notebook) for output in cell.outputs if output.get("name") == "stderr"
    ]
    assert noise == []
    turns.collect(notebook, course.read(path), str, kept_tag="")  # each answer prints something


@pytest.mark.parametrize("path", course.lessons(ROOT), ids=lambda path: path.stem)
def test_a_lesson_lets_the_reader_do_something_eight_times_or_more(path):
    cells = list(turns.cells(course.read(path)))
    assert len(cells) >= 8
    assert None not in [turns.code_of(cell) for cell in cells]

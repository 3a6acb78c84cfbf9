"""Every lesson runs from top to bottom, on the small budget, with nothing on stderr."""

import pytest

from rnnstaff import course
from rnnstaff.authoring import build

ROOT = course.find_root()


@pytest.mark.slow
@pytest.mark.parametrize("path", course.lessons(ROOT), ids=lambda path: path.stem)
def test_a_lesson_runs(path, tmp_path):
    notebook = course.read(path)
    build.execute(notebook, tmp_path)
    noise = [
        output.text for cell in course.code_cells(notebook) for output in cell.outputs if output.get("name") == "stderr"
    ]
    assert noise == []

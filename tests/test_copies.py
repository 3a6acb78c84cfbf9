"""A student's own copies: nothing of theirs is overwritten, and what they have not touched follows its original."""

import subprocess
import sys
from pathlib import Path

import pytest

from rnncourse import copies, lab
from rnnstaff import course

ROOT = Path(__file__).parent.parent


@pytest.fixture
def edition(tmp_path):
    for name in ("notebooks/00_start.ipynb", "notebooks/a.ipynb", "release/one/one.ipynb"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"first {path.stem}")
    return tmp_path


def texts(edition):
    work = edition / "work"
    return {path.name: path.read_text() for path in work.rglob("*.ipynb")}


def test_everything_is_copied_once(edition):
    assert copies.update(edition) == []
    assert texts(edition) == {"00_start.ipynb": "first 00_start", "a.ipynb": "first a", "one.ipynb": "first one"}
    (edition / "work" / "notebooks" / "a.ipynb").write_text("mine")
    assert copies.update(edition) == []
    assert texts(edition)["a.ipynb"] == "mine"


def test_a_new_edition_reaches_what_was_not_touched_and_names_what_was(edition):
    copies.update(edition)
    (edition / "work" / "notebooks" / "a.ipynb").write_text("mine")
    for name in ("notebooks/a.ipynb", "release/one/one.ipynb"):
        (edition / name).write_text("second")
    (edition / "notebooks" / "new.ipynb").write_text("new")
    assert copies.update(edition) == ["notebooks/a.ipynb"]
    assert texts(edition) == {
        "00_start.ipynb": "first 00_start", "a.ipynb": "mine", "one.ipynb": "second", "new.ipynb": "new"
    }  # fmt: skip


def test_a_copy_that_was_deleted_comes_back(edition):
    copies.update(edition)
    (edition / "work" / "release" / "one" / "one.ipynb").unlink()
    copies.update(edition)
    assert texts(edition)["one.ipynb"] == "first one"


def test_a_file_that_was_there_before_is_kept(edition):
    fetched = edition / "work" / "release" / "one" / "one.ipynb"
    fetched.parent.mkdir(parents=True)
    fetched.write_text("fetched and written in")
    assert copies.update(edition) == []
    assert fetched.read_text() == "fetched and written in"


def test_a_damaged_record_costs_nothing(edition):
    copies.update(edition)
    (edition / "work" / "notebooks" / "a.ipynb").write_text("mine")
    (edition / "work" / copies.RECORD).write_text("{")
    assert copies.update(edition) == []
    assert texts(edition)["a.ipynb"] == "mine"


def test_lab_elsewhere_says_where_to_start_it(tmp_path):
    command = [sys.executable, "-P", "-m", "rnncourse.cli", "lab"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert result.stderr == (
        "rnncourse: notebooks/00_start.ipynb is not here. Start this in the folder of the course.\n"
    )


def test_the_assignment_list_is_shown_where_there_is_an_exchange(tmp_path, monkeypatch):
    exchange = tmp_path / "exchange"
    (tmp_path / "nbgrader_config.py").write_text(f"c = get_config()\nc.Exchange.root = {str(exchange)!r}\n")
    monkeypatch.chdir(tmp_path)
    assert not lab._has_exchange()
    exchange.mkdir()
    assert lab._has_exchange()


@pytest.mark.parametrize("path", [*course.lessons(ROOT), *sorted(ROOT.glob("source/*/*.ipynb"))], ids=lambda p: p.stem)
def test_the_first_cell_of_every_notebook_installs_the_package_where_it_is_missing(path):
    first = (ROOT / "rnnstaff" / "authoring" / "first_cell.py").read_text().strip()
    assert next(iter(course.code_cells(course.read(path)))).source.startswith(first + "\n")


def test_the_kernel_of_the_course_says_of_its_language_what_the_notebooks_hold():
    from ipykernel.ipkernel import IPythonKernel

    from rnncourse.kernel.plain import PlainKernel

    said = dict(IPythonKernel.language_info)
    del said["version"]
    assert PlainKernel.language_info == said

"""Whatever happens to a file, what is graded has the assignment's cells, and the flags say what was repaired."""

import copy
import json
import os
import random
import subprocess
from functools import cache
from pathlib import Path

import nbformat
import pytest
from nbgrader.preprocessors import CheckCellMetadata
from tiny_course import cell_of, hand_in, make

from rnnstaff import course
from rnnstaff.intake import reading, tidying
from rnnstaff.intake.restore import RestoreCells

NAMES = ["double", "test-double", "three", "test-three"]
JUNK = [
    None,
    True,
    -1,
    2.5,
    "",
    "x" * 1000,
    "\ud83d\x00\x1b[2J",
    [],
    ["a", 1],
    {},
    {"grade_id": []},
    {"a": {"b": None}},
]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    root = make(tmp_path_factory.mktemp("tiny"))
    hand_in(root, "student")
    return root


@cache
def settings(root):
    config = course.nbgrader_config(root)
    config.CourseDirectory.root = str(root)
    return config


def restore(root, path):
    """Do what nbgrader does before it runs a submission, and give the notebook and the flags."""
    notebook, problem = reading.read(path)
    resources = {
        "nbgrader": {
            "notebook": "tiny", "assignment": "tiny", "student": "s", "db_url": f"sqlite:///{root}/gradebook.db"
        },
        "metadata": {"path": str(path.parent)},
        "rnncourse_flags": [problem] if problem else [],
    }  # fmt: skip
    for preprocessor in (RestoreCells(config=settings(root)), CheckCellMetadata()):
        notebook, resources = preprocessor.preprocess(notebook, resources)
    return notebook, json.loads(resources["outputs"]["flags.json"])


def damage(notebook, rng):
    """Damage a notebook, as a dictionary, in one of many ways; give it, or the bytes of a file."""
    cells = notebook["cells"]
    cell = rng.choice(cells)
    match rng.randrange(14):
        case 0:
            cells.remove(cell)
        case 1:
            cells.insert(rng.randrange(len(cells)), copy.deepcopy(cell))
        case 2:
            rng.shuffle(cells)
        case 3:
            key = rng.choice(list(cell))  # a text as the source would be an answer like any other
            cell[key] = rng.choice([junk for junk in JUNK if key != "source" or not isinstance(junk, str | list)])
        case 4:
            cell.pop(rng.choice(list(cell)))
        case 5:
            cell["metadata"]["nbgrader"] = rng.choice(JUNK)
        case 6 if "nbgrader" in cell["metadata"]:
            data = cell["metadata"]["nbgrader"]
            data[rng.choice(list(data))] = rng.choice(JUNK)
        case 7:
            notebook[rng.choice(list(notebook))] = rng.choice(JUNK)
        case 8:
            notebook.pop(rng.choice(list(notebook)))
        case 9:
            cells[rng.randrange(len(cells))] = rng.choice(JUNK)
        case 10:
            cell["cell_type"] = rng.choice(["raw", "markdown", "code", "heading", 3])
        case 11:
            text = json.dumps(notebook).encode()
            return text[: rng.randrange(len(text))]
        case 12:
            text = bytearray(json.dumps(notebook).encode())
            for _ in range(rng.randrange(1, 20)):
                text[rng.randrange(len(text))] = rng.randrange(256)
            return bytes(text)
        case 13:
            return rng.choice(["utf-16", "utf-8-sig", "latin-1"]), json.dumps(notebook)
    return notebook


@pytest.mark.parametrize("seed", range(200))
def test_a_damaged_submission_is_restored_and_what_was_repaired_is_said(tiny, tmp_path, seed):
    rng = random.Random(seed)
    path = tmp_path / "tiny.ipynb"
    notebook = json.loads((tiny / "submitted" / "student" / "tiny" / "tiny.ipynb").read_text())
    for _ in range(rng.randrange(1, 4)):
        damaged = damage(notebook, rng)
        if damaged is not notebook or not isinstance(notebook.get("cells"), list) or not notebook["cells"]:
            break
        if not all(
            isinstance(cell, dict) and isinstance(cell.get("metadata"), dict) and cell for cell in notebook["cells"]
        ):
            break
    if isinstance(damaged, tuple):
        content = damaged[1].encode(damaged[0])
    else:
        content = damaged if isinstance(damaged, bytes) else json.dumps(damaged).encode()
    path.write_bytes(content)
    restored, flags = restore(tiny, path)
    nbformat.validate(restored)
    master = course.read(course.assignment(tiny, "source", "tiny"))
    marked = [cell for cell in restored.cells if "nbgrader" in cell.metadata]
    assert [cell.metadata.nbgrader.grade_id for cell in marked] == NAMES
    for name in ("test-double", "test-three"):
        assert cell_of(restored, name).source == cell_of(master, name).source
        assert cell_of(restored, name).metadata.nbgrader.points == cell_of(master, name).metadata.nbgrader.points
    original = course.read(tiny / "submitted" / "student" / "tiny" / "tiny.ipynb")
    if any(cell_of(restored, name).source != cell_of(original, name).source for name in ("double", "three")):
        assert flags or isinstance(damaged, bytes)  # a changed byte inside an answer is the student's answer
    assert all(flag[0].isupper() or flag.startswith("tiny") for flag in flags)
    assert path.read_bytes() == content


def test_an_untouched_submission_keeps_its_own_cells_and_has_no_flags(tiny, tmp_path):
    notebook = course.read(tiny / "submitted" / "student" / "tiny" / "tiny.ipynb")
    notebook.cells.insert(2, nbformat.v4.new_code_cell("mine = 1", metadata={"tags": ["skip-execution"]}))
    notebook.cells.append(nbformat.v4.new_markdown_cell("Done."))
    path = tmp_path / "tiny.ipynb"
    course.write(notebook, path)
    restored, flags = restore(tiny, path)
    assert flags == []
    assert [restored.cells[2].source, restored.cells[-1].source] == ["mine = 1", "Done."]
    assert restored.cells[2].metadata == {}


@pytest.mark.parametrize("key", [None, "cell_type", "source", "metadata", "id", "attachments"])
@pytest.mark.parametrize("junk", JUNK)
def test_a_damaged_cell_takes_no_answer_with_it(tiny, tmp_path, junk, key):
    path = tiny / "submitted" / "student" / "tiny" / "tiny.ipynb"
    notebook, original = json.loads(path.read_text()), course.read(path)
    if key:
        notebook["cells"][0][key] = junk
    else:
        notebook["cells"][0] = junk
    (tmp_path / "tiny.ipynb").write_text(json.dumps(notebook))
    restored, flags = restore(tiny, tmp_path / "tiny.ipynb")
    for name in NAMES[::2]:
        assert cell_of(restored, name).source == cell_of(original, name).source, flags


def test_what_is_too_much_or_too_deep_is_set_aside(tmp_path, monkeypatch):
    folder = tmp_path / "submitted" / "ada" / "tiny"
    (folder / "0-few").mkdir(parents=True)
    for name in ("tiny.ipynb", "timestamp.txt", "0-few/plot.png", *(f"{number}.txt" for number in range(3000))):
        (folder / name).touch()
    (folder / "timestamp.txt").write_text("2026-11-21 10:00:00 UTC")
    (folder / "deep").mkdir()
    monkeypatch.chdir(folder / "deep")
    for _ in range(1500):  # by small steps: the whole path is longer than Linux takes
        Path("ddddd").mkdir()
        os.chdir("ddddd")
    os.chdir(tmp_path)
    try:
        tidying.prepare("tiny", [str(folder / "tiny.ipynb")])
        kept = {path.name for path in folder.iterdir()}
        assert {"tiny.ipynb", "timestamp.txt", "0-few", "the rest.taken-away"} <= kept
        assert len(kept) < 2010
        assert "deep" not in kept
        (aside,) = folder.parent.glob("tiny.taken-away-*")
        assert {path.name for path in aside.iterdir()} | kept >= {"deep", *(f"{number}.txt" for number in range(3000))}
    finally:
        subprocess.run(["rm", "-rf", folder.parent], check=True)  # Python's own functions call themselves


def test_a_notebook_with_another_name_is_read_anew_when_it_is_handed_in_again(tmp_path):
    folder = tmp_path / "submitted" / "ada" / "tiny"
    wanted = folder / "tiny.ipynb"
    folder.mkdir(parents=True)
    tidying.prepare("tiny", [str(wanted)])
    assert wanted.read_text() == ""
    for content in ("first", "second"):
        (folder / "mine.IPYNB.txt").write_text(content)
        tidying.prepare("tiny", [str(wanted)])
        assert wanted.read_text() == content
    wanted.write_text("under its own name")
    tidying.prepare("tiny", [str(wanted)])
    assert wanted.read_text() == "under its own name"


def test_what_cannot_be_put_in_order_is_set_aside_and_the_notebook_graded(tmp_path, monkeypatch):
    folder = tmp_path / "submitted" / "ada" / "tiny"
    folder.mkdir(parents=True)
    for name in ("tiny.ipynb", "a.ipynb", "data.txt"):
        (folder / name).write_text(name)
    real, failed = tidying._tidy, []

    def tidy(*arguments):
        if not failed:
            failed.append(True)
            raise OSError("what this file system refuses")
        real(*arguments)

    monkeypatch.setattr(tidying, "_tidy", tidy)
    tidying.prepare("tiny", [str(folder / "tiny.ipynb")])
    assert {path.name for path in folder.iterdir()} == {"tiny.ipynb", "the rest.taken-away"}
    (aside,) = folder.parent.glob("tiny.taken-away-*")
    assert {path.name for path in aside.iterdir()} == {"a.ipynb", "data.txt"}


def test_the_note_about_a_hard_link_follows_no_link(tmp_path):
    root = make(tmp_path)
    ann, bob = hand_in(root, "ann"), hand_in(root, "bob")
    (ann / "x.txt").write_text("x")
    os.link(ann / "x.txt", bob / "x.txt")
    (ann / "x.txt.taken-away").symlink_to(root / "gradebook.db")
    before = (root / "gradebook.db").read_bytes()
    tidying.prepare("tiny", [str(bob / "tiny.ipynb")])
    assert (root / "gradebook.db").read_bytes() == before
    assert (bob / "x.txt.taken-away").read_text().startswith("it was a hard link to a file in submitted/ann/tiny")
    assert (bob / "x.txt").stat().st_nlink == 1

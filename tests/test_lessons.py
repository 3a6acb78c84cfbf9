"""Every lesson runs from top to bottom, on the small budget, with nothing on stderr, and so do its answers."""

import ast
import importlib

import pytest
from IPython.core.inputtransformer2 import TransformerManager

from rnnstaff import course
from rnnstaff.authoring import build, turns

ROOT = course.find_root()
# These train on data of their own, which no budget makes smaller: CI has no time for them.
LONG = ("03_stacked_lstm", "03b_character_model", "05_embeddings_translation", "05b_attention_and_beyond")


@pytest.mark.slow
@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=path.stem, marks=[pytest.mark.nightly] if path.stem in LONG else [])
        for path in course.lessons(ROOT)
    ],
)
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
def test_what_a_lesson_takes_from_the_package_is_there(path):
    notebook = course.read(path)
    turns.insert(notebook)
    plain = TransformerManager().transform_cell
    nodes = [node for cell in course.code_cells(notebook) for node in ast.walk(ast.parse(plain(cell.source)))]
    taken = set()
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "rnncourse":
            module = importlib.import_module(node.module)
            for name in node.names:
                thing = getattr(module, name.name, None) or importlib.import_module(f"{node.module}.{name.name}")
                taken.add(name.name)
                used = {
                    other.attr
                    for other in nodes
                    if isinstance(other, ast.Attribute) and ast.unparse(other.value) == (name.asname or name.name)
                }
                assert [attribute for attribute in used if not hasattr(thing, attribute)] == []
    assert taken


@pytest.mark.parametrize("path", course.lessons(ROOT)[1:], ids=lambda path: path.stem)  # the first is the start page
def test_a_lesson_lets_the_reader_do_something_eight_times_or_more(path):
    cells = list(turns.cells(course.read(path)))
    assert len(cells) >= 8
    assert None not in [turns.code_of(cell) for cell in cells]

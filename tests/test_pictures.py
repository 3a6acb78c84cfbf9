"""Alt texts arrive: in nbconvert's pages and in feedback, where nothing else of a student's HTML does."""

import re

import pytest
from bs4 import BeautifulSoup
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook, new_output

from rnnstaff import course
from rnnstaff.intake.harmless import Harmless

ROOT = course.find_root()
PNG = "iVBORw0KGgo="


def cleaned(data, page):
    output = new_output("display_data", data, metadata={"image/png": page})
    notebook, _ = Harmless(enabled=True).preprocess(new_notebook(cells=[new_code_cell("x", outputs=[output])]), {})
    return notebook.cells[0].outputs[0]


def test_a_students_figure_keeps_its_alt_text():
    output = cleaned({"image/png": PNG, "text/html": "<img src=x onerror=steal()>"}, {"alt": 'a "<b>"', "width": 5})
    (picture,) = BeautifulSoup(output.data["text/html"], "html.parser").find_all()
    assert picture.attrs == {"alt": 'a "<b>"', "width": "5", "src": f"data:image/png;base64,{PNG}"}
    assert output.metadata == {}


@pytest.mark.parametrize(
    ("png", "page"),
    [
        ('A" onerror="steal()', {"alt": "a", "width": 5}),
        (PNG, {"alt": "a", "width": "5 onerror=steal()"}),
        (PNG, {"alt": ["a"], "width": 5}),
        (PNG, {"alt": "a", "width": True}),
    ],
)
def test_what_is_no_figure_of_the_course_becomes_no_html(png, page):
    assert "text/html" not in cleaned({"image/png": png}, page).data


@pytest.mark.parametrize("path", course.lessons(ROOT), ids=lambda path: path.stem)
@pytest.mark.filterwarnings("ignore:Alternative text is missing")  # counted below
def test_nbconverts_page_has_the_alt_text_of_every_figure(path):
    notebook = course.read(path)
    page, _ = HTMLExporter().from_notebook_node(notebook)
    outputs = [output for cell in course.code_cells(notebook) for output in cell.outputs]
    wanted = [output.metadata["image/png"]["alt"] for output in outputs if "image/png" in output.get("data", {})]
    found = [picture["alt"] for picture in BeautifulSoup(page, "html.parser").select(".jp-OutputArea-output img")]
    assert [re.sub(r"\s+", " ", text) for text in found] == [re.sub(r"\s+", " ", text) for text in wanted]

"""What a student gets back: each exercise by its name, readable anywhere, and nothing that is for others."""

import base64
from itertools import takewhile

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import browse
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.api import Gradebook
from tiny_course import TEST_CELL, answer, cell_of, graded_cell, grades, hand_in, make

from rnnstaff import course, states
from rnnstaff.classroom import formulas, pool

ROOT = course.find_root()
THREE = "## 2 · Three (1 point)\n\nIt is $\\sqrt{9}$.\n\n$$\\sum_{t=1}^{3} 1$$\n\n[Start](../../start.ipynb)"
TASK = """\
## 3 · Explain (4 points, graded by your instructor)

Why is it twice as large?

=== BEGIN MARK SCHEME ===
- 4 points: **all** of it.
=== END MARK SCHEME ==="""
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
WIDE = f"""\
from IPython.display import HTML, Image, Latex, display
import base64
print("x" * 900)
display(HTML("<table><tr>" + "<td>number</td>" * 60 + "</tr></table>"), Latex(r"It is $\\frac{{1}}{{2}}$ <b>"))
display(Image(base64.b64decode("{PNG}"), width=2000))
1 / 0"""
PASTED = f"data:image/png;base64,{PNG * 60}"  # as some editors keep a picture
OWN = f"""\
Stop if a<b or c>d, that is for $0<i<n$. ![pasted]({PASTED}) ![{"n" * 9}]({"n" * 300}.png)

It is *added* to itself: $2x = x + x$, and $$\\begin{{pmatrix}}{"a & " * 60}b\\end{{pmatrix}}$$

As code: `a<b`, and

    while a<b:

- [ ] a task
- {"long" * 200}

![a picture](https://example.org/x.png), ![mine](mine.png), ![large](large.png), ![none](none.png) and `{"code" * 200}`

| a | {"b" * 300} |
|---|---|
| c | d |"""


def edit(notebook):
    """Make the exercises as those of the course are: named in the test cell, or above it; and one by hand."""
    cell_of(notebook, "test-double").source = f"# Checks for exercise 1 · Twice (double)\n{TEST_CELL}"
    task = graded_cell("explain", TASK)
    task.cell_type = "markdown"
    del task["outputs"], task["execution_count"]
    task.metadata.nbgrader |= {"task": True, "solution": False, "locked": True, "points": 4}
    place = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells].index("three")
    notebook.cells.insert(place, new_markdown_cell(THREE))
    notebook.cells += [task, new_markdown_cell("## Hand in\n\nSave it.")]


def explained(notebook):
    """Answer by hand, in cells below the task."""
    place = notebook.cells.index(cell_of(notebook, "explain"))
    notebook.cells[place + 1 : place + 1] = [new_markdown_cell(OWN), new_code_cell(WIDE)]


def without_three(notebook):
    answer("double", "def double(x):\n    return 2")(notebook)
    notebook.cells.remove(cell_of(notebook, "three"))


@pytest.fixture(scope="module")
def graded(tmp_path_factory, sandboxed):
    """A course whose class was graded, with its feedback, and an assignment without exercises."""
    root = make(tmp_path_factory.mktemp("course"), 'c.LateSubmissionPlugin.penalty_method = "zero"\n')
    path = course.assignment(root, "source", "tiny")
    notebook = course.read(path)
    edit(notebook)
    course.write(notebook, path)
    notebook.cells = notebook.cells[:1]
    course.write(notebook, course.assignment(root, "source", "plain"))
    for unit in ("tiny", "plain"):
        course.nbgrader(root, "generate_assignment", unit)
    course.nbgrader(root, "db", "assignment", "add", "tiny", "--duedate=2026-01-01 12:00:00 UTC")
    folder = hand_in(root, "ada", explained)
    (folder / "mine.png").write_bytes(base64.b64decode(PNG))
    (folder / "large.png").write_bytes(bytes(30 * 2**20))
    hand_in(root, "ben", without_three)
    (hand_in(root, "late") / "timestamp.txt").write_text("2026-01-02 12:00:00 UTC")
    (hand_in(root, "linked") / "data.txt").symlink_to(root / "gradebook.db")
    hand_in(root, "again")
    grades(root)
    course.write(notebook, root / "submitted" / "ada" / "plain" / "plain.ipynb")
    assert pool.autograde(root, "plain") == {}
    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        gradebook.update_or_create_student("ada", first_name="Ada", last_name="<b>Lovelace")
        grade = gradebook.find_grade("explain", "tiny", "tiny", "ada")
        grade.manual_score, grade.needs_manual_grade = 3, False
        for cell, words in (("explain", "Well put: $x^2$."), ("double", "A **short** answer.")):
            gradebook.find_comment(cell, "tiny", "tiny", "ada").manual_comment = words
        gradebook.db.commit()
    states.begin(root, "tiny", "again")
    for unit in ("tiny", "plain"):
        course.nbgrader(root, "generate_feedback", unit)
    return root


def place_of(root, student, unit="tiny"):
    return root / "feedback" / student / unit / f"{unit}.html"


def page_of(root, student, unit="tiny"):
    return BeautifulSoup(place_of(root, student, unit).read_text(), "html.parser")


def words(element):
    return " ".join(element.get_text(" ").split())


def exercise(page, number):
    """The text of an exercise by heading, and what can be folded out by its name."""
    section = page.select_one(f"#exercise-{number}")
    folded = {words(one.summary): words(one) for one in section.find_all("details")}
    for one in section.find_all("details"):
        one.decompose()
    shown = {}
    for heading in section.find_all(["h2", "h3"]):
        rest = takewhile(lambda one: one.name not in ("h2", "h3"), heading.find_next_siblings())
        shown[words(heading)] = " ".join(map(words, rest))
    return shown, folded


def test_it_begins_with_the_names_and_points_of_all_exercises(graded):
    page = page_of(graded, "ada")
    rows = [[words(cell) for cell in row.find_all(["th", "td"])] for row in page.nav.find_all("tr")[1:]]
    assert rows == [
        ["1 · Twice (double)", "all points", "2 / 2"],
        ["2 · Three", "all points", "1 / 1"],
        ["3 · Explain", "some points", "3 / 4"],
        ["Total", "", "6 / 7"],
    ]
    assert words(page.header) == "Feedback for Ada <b>Lovelace (ada) Tiny 6 of 7 points"
    assert all(page.select_one(link["href"]) for link in page.nav.find_all("a"))
    assert not page.nav.find_previous("section")


def test_what_failed_comes_first_with_its_hint_and_then_the_answer(graded):
    shown, folded = exercise(page_of(graded, "ben"), 1)
    assert list(shown) == ["1 · Twice (double)", "What failed", "Your answer"]
    assert shown["1 · Twice (double)"] == "some points 1 of 2 points"
    assert shown["What failed"] == (
        "the secret number is doubled Your code gives a wrong result for inputs that are not shown. Hint: 2 * x"
    )
    assert "return 2" in shown["Your answer"]
    assert "1 check passed" in folded
    assert "✗ the secret number is doubled" in folded["The test cell and all that it printed"]


def test_comments_stand_beside_what_they_speak_of(graded):
    page = page_of(graded, "ada")
    shown, _ = exercise(page, 1)
    assert "Comment A short answer." in shown["Your answer"]
    shown, folded = exercise(page, 3)
    assert shown["Your answer"].startswith("Comment Well put:")
    assert "It is added to itself" in shown["Your answer"]
    assert folded["How the points are given"] == "How the points are given 4 points: all of it."
    assert "Why is it twice as large?" in folded["The exercise"]
    assert len(page.select(".comment")) == 2


def test_points_that_are_still_missing_and_a_penalty_are_named(graded):
    page = page_of(graded, "ben")
    assert "Your instructor has still to grade one exercise by hand. Until then it counts 0 points." in words(page)
    assert words(page.nav.find_all("tr")[3]) == "3 · Explain not graded yet – / 4"
    rows = [words(row) for row in page_of(graded, "late").tfoot.find_all("tr")]
    assert rows == ["Handed in late −3", "Total 0 / 7"]


def test_flags_have_names_that_students_know_and_those_for_the_instructor_are_not_told(graded):
    assert states.of(graded, "tiny", "ben").flags == ["The cell three was missing; it was restored."]
    assert [words(one) for one in page_of(graded, "ben").select(".notes li")] == [
        "The answer cell of “2 · Three” was missing; it was restored."
    ]
    assert [words(one) for one in page_of(graded, "linked").select(".notes li")] == [
        "There was something else, of which your instructor knows."
    ]
    assert not page_of(graded, "ada").select(".notes")


def test_what_was_not_graded_says_why_and_shows_no_points(graded):
    page = page_of(graded, "again")
    assert "This was not graded, because: It is being graded. Ask your instructor" in words(page.header)
    assert not page.nav
    assert not page.select(".points")


def test_a_notebook_without_exercises_says_so(graded):
    page = page_of(graded, "ada", "plain")
    assert "This notebook has no exercises that are graded." in words(page.header)
    assert "Tiny" in words(page.main)


@pytest.mark.parametrize("student", ["ada", "ben", "late"])
def test_marks_and_ids_for_programs_are_not_shown(graded, student):
    text = words(page_of(graded, student).body)
    for mark in ("BEGIN", "END", "test-double", "test-three", "Grade cell", "Student's answer"):
        assert mark not in text


@pytest.fixture(scope="module")
def reader(graded):
    """A browser, and all requests that its pages made."""
    requests = []
    with browse("about:blank") as tab:
        tab.on("request", lambda request: requests.append(request.url))
        yield tab, requests


PAGES = [("ada", "tiny"), ("ben", "tiny"), ("again", "tiny"), ("ada", "plain")]


@pytest.mark.parametrize("width", [400, 1200])
@pytest.mark.parametrize(("student", "unit"), PAGES)
def test_it_reads_on_any_screen_without_a_network_and_axe_finds_nothing(reader, graded, student, unit, width):
    tab, requests = reader
    requests.clear()
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(place_of(graded, student, unit).as_uri())
    tab.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    assert tab.evaluate("document.documentElement.scrollWidth") == width
    assert [url for url in requests if not url.startswith("data:")] == [place_of(graded, student, unit).as_uri()]
    violations = Axe().run(tab).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in violations] == []


def test_formulas_and_pictures_are_in_the_page_itself(reader, graded):
    tab, _ = reader
    tab.goto(place_of(graded, "ada").as_uri())
    tab.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    sizes = tab.evaluate("[...document.querySelectorAll('math')].map(math => math.getBoundingClientRect().height)")
    assert len(sizes) == 7  # two of the course, three of the answer, one that was shown, one of the comment
    assert min(sizes) > 5
    page = page_of(graded, "ada")
    assert not page.find_all("script")
    assert [picture["alt"] for picture in page.find_all("img")] == [
        "pasted",
        "mine",
        "A picture that this code drew, without a description",
    ]
    assert all(picture["src"].startswith("data:image/png;base64,iVBOR") for picture in page.find_all("img"))
    assert "[large], [none] and" in words(page.select_one("#exercise-3"))
    for code in page.find_all("pre"):
        code.decompose()
    assert "$" not in words(page.main)


def test_what_an_honest_student_writes_arrives_as_it_was_meant(graded):
    page = page_of(graded, "ada")
    text = words(page)
    assert "Stop if a<b or c>d, that is for" in text
    assert {"a<b", "while a<b:"} <= {code.text.strip() for code in page.find_all(["code", "pre"])}
    assert "[nnnnnnnnn]" in text  # a name that is too long for a file
    assert page.find("img", alt="pasted")["src"] == PASTED
    signs = [sign.text for sign in page.find_all("mo")]
    assert "<" in signs
    assert "&" not in signs


def test_it_is_read_by_keyboard(reader, graded):
    tab, _ = reader
    tab.set_viewport_size({"width": 1200, "height": 800})
    tab.goto(place_of(graded, "ben").as_uri())
    for _ in range(2):
        tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert tab.evaluate("location.hash") == "#exercise-2"
    tab.locator("#exercise-2 summary").last.press("Enter")
    assert tab.locator("#exercise-2 details[open]").count() == 1
    tab.locator("#exercise-2 .back a").press("Enter")
    assert tab.evaluate("location.hash") == "#contents"


@pytest.mark.parametrize("path", [*course.lessons(ROOT), *ROOT.glob("source/*/*.ipynb")], ids=lambda path: path.stem)
def test_every_formula_of_the_course_is_typeset(path):
    for cell in course.read(path).cells:
        if cell.cell_type == "markdown" and "`$" not in cell.source:
            page = formulas.typeset(cell.source)
            assert "<code>" not in page
            assert not [math for math in BeautifulSoup(page, "html.parser").find_all("math") if "\\" in math.get_text()]


@pytest.mark.parametrize(
    "latex", [r"\text{<img src=x>}", r"\text{&lt;img src=x&gt;}", r"\href{x}{y}", r"\style{a}{b}", "{" * 100_000]
)
def test_no_formula_becomes_a_tag_or_a_link(latex):
    page = BeautifulSoup(formulas.mathml(latex), "html.parser")
    assert {one.name for one in page.find_all()} <= {"math", "mrow", "mtext", "code"}
    assert not [name for one in page.find_all() for name in one.attrs if name not in ("xmlns", "display")]

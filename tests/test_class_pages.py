"""What an instructor sees of a class that was graded: the report, in a browser too."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import browse
from bs4 import BeautifulSoup
from nbgrader.api import Gradebook
from tiny_course import TEST_CELL, answer, cell_of, graded_cell, grades, hand_in, make

from rnnstaff import course
from rnnstaff.classroom import report, statistics
from rnnstaff.classroom.outcomes import Outcome

QUESTION = "## 3 · Explain (4 points, graded by your instructor)\n\nWhy is it twice as large?"
WRONG = answer("double", "def double(x):\n    return 7")


def pretends(notebook):
    """Answer one of two, and say in the notebook what it took."""
    answer("double", "def double(x):\n    return 2")(notebook)
    notebook.metadata["rnncourse_used"] = {"seconds": 12345.6, "MiB": 5}


CLASS = {  # by student: a change to the reference answers
    "ada": lambda notebook: None,
    "ben": pretends,
    "chen": WRONG,
    "dora": WRONG,
    "eve": answer("three", "three = 4"),
    "finn": answer("double", "def double(x):\n    raise RuntimeError('<b>not today')"),
}


def edit(notebook):
    """Make exercises of the tiny assignment as those of the course are, and one that is graded by hand."""
    cell_of(notebook, "test-double").source = f"# Checks for exercise 1 · Twice (double)\n{TEST_CELL}"
    three = cell_of(notebook, "test-three")
    three.source = f"# Checks for exercise 2 · Three\n{three.source}"
    question = graded_cell("explain", QUESTION)
    question.cell_type = "markdown"
    del question["outputs"], question["execution_count"]
    question.metadata.nbgrader |= {"grade": True, "points": 4}
    notebook.cells.append(question)


def explained(change):
    """The change, and an answer to the question."""

    def both(notebook):
        change(notebook)
        cell_of(notebook, "explain").source = "It is *added* to itself: $2x = x + x$."

    return both


@pytest.fixture(scope="module")
def graded(tmp_path_factory, sandboxed):
    """A course with a class that was graded, and somebody who has handed in since."""
    root = make(tmp_path_factory.mktemp("course"))
    path = course.assignment(root, "source", "tiny")
    notebook = course.read(path)
    edit(notebook)
    course.write(notebook, path)
    course.nbgrader(root, "generate_assignment", "tiny")
    for student, change in CLASS.items():
        hand_in(root, student, explained(change) if student != "eve" else change)
    grades(root)
    hand_in(root, "late")
    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        gradebook.update_or_create_student("ada", first_name="Ada", last_name="Lovelace")
        grade = gradebook.find_grade("explain", "tiny", "tiny", "ada")
        grade.manual_score, grade.needs_manual_grade = 3, False
        gradebook.db.commit()
    course.nbgrader(root, "generate_feedback", "tiny", "--student=ada")
    return root


@pytest.fixture(scope="module")
def page(graded):
    """The report, as a file."""
    return report.write_page(graded, "tiny")


def table_of(page, name):
    """The rows of a table of the report: the text of each cell, by that of the first."""
    rows = BeautifulSoup(page.read_text(), "html.parser").select(f"#table-{name} tbody tr")
    return {row.th.text: [" ".join(cell.text.split()) for cell in row.find_all("td")] for row in rows}


def test_exercises_have_their_mean_difficulty_and_discrimination_with_the_number_it_rests_on(page):
    table = table_of(page, "exercises")
    assert list(table) == ["1 · Twice (double)", "2 · Three", "3 · Explain, by hand"]
    # 2, 1, 0, 0, 2, 0 of 2 points; 1, 1, 1, 1, 0, 1 of 1 point: their correlation is worked out by hand.
    assert table["1 · Twice (double)"] == ["2", "0.83", "0.42", "-0.58", "6", "6"]
    assert table["2 · Three"] == ["1", "0.83", "0.83", "-0.58", "6", "6"]
    # Ada has points by hand, and Eve left it as it was.
    assert table["3 · Explain, by hand"] == ["4", "1.5", "0.38", "–", "2", "2"]


def test_checks_that_fail_come_with_their_messages_and_students(page):
    table = table_of(page, "checks")
    assert list(table) == [
        "1 · Twice (double): the secret number is doubled",
        "1 · Twice (double): one is doubled",
        "2 · Three: three is 3",
    ]
    failed, of, messages, students = table["1 · Twice (double): one is doubled"]
    assert (failed, of) == ("3", "6")
    assert "2 ×: the value: got 7, wanted 2." in messages
    assert "1 ×: Your code raised RuntimeError: <b>not today" in messages
    assert students == "3 students chendorafinn"
    assert "Hint: 2 * x" in table["1 · Twice (double): the secret number is doubled"][2]
    assert table["2 · Three: three is 3"][3] == "1 student eve"


def test_scores_those_who_are_not_graded_and_links_to_feedback(page):
    soup = BeautifulSoup(page.read_text(), "html.parser")
    assert [row.td.text for row in soup.select("#scores ~ details tbody tr")] == list("0320000010")
    assert "mean 2.17, median 1.5, standard deviation" in " ".join(soup.select_one("#scores ~ p").text.split())
    assert [item.text for item in soup.select("#not-graded ~ ul li")] == ["late: handed in"]
    links = soup.select("#table-students a")
    assert [link["aria-label"] for link in links] == ["Feedback of ada, tiny"]
    assert (page.parent / links[0]["href"]).is_file()
    assert soup.select("#table-students tbody tr")[0].th.text == "ada, Ada Lovelace"
    assert not soup.find_all(["i", "b"])


def test_what_each_submission_took_is_measured_by_us(graded, page):
    columns = [
        heading.text
        for heading in BeautifulSoup(page.read_text(), "html.parser").select("#table-students th[scope=col]")
    ]
    table = table_of(page, "students")
    seconds, memory = (
        {name.partition(",")[0]: row[columns.index(heading) - 1] for name, row in table.items()}
        for heading in ("Seconds", "Memory, MiB")
    )
    assert seconds.pop("late") == memory.pop("late") == "–"
    assert all(0 < float(one) < 600 for one in seconds.values())
    assert all(10 < float(one) < 4096 for one in memory.values()), memory
    assert seconds["ben"] != "12345.6"  # he wrote that into his notebook himself
    words = " ".join(BeautifulSoup(page.read_text(), "html.parser").select_one("#students ~ p ~ p").text.split())
    slowest = max(seconds, key=lambda name: float(seconds[name]))
    assert f"took longest, {seconds[slowest]} seconds" in words


@pytest.fixture(scope="module")
def reader(page):
    """A browser that shows the report, and the requests that it made to other places."""
    requests = []
    with browse("about:blank") as tab:
        tab.on("request", lambda request: requests.append(request.url))
        tab.goto(page.as_uri())
        yield tab, requests


def first_cells(tab, name):
    return tab.locator(f"#table-{name} tbody th").all_text_contents()


def test_a_table_is_sorted_by_keyboard(reader):
    tab, requests = reader
    assert len(requests) == 1
    heading = tab.locator("#table-exercises th", has_text="Mean")
    heading.get_by_role("button").focus()
    tab.keyboard.press("Enter")
    assert heading.get_attribute("aria-sort") == "ascending"
    assert first_cells(tab, "exercises")[-1] == "3 · Explain, by hand"
    tab.keyboard.press("Space")
    assert heading.get_attribute("aria-sort") == "descending"
    assert first_cells(tab, "exercises")[0] == "3 · Explain, by hand"
    tab.locator("#table-exercises th", has_text="Discrimination").get_by_role("button").press("Enter")
    assert tab.locator("#table-exercises th[aria-sort]").all_text_contents() == ["Discrimination"]
    assert first_cells(tab, "exercises")[-1] == "3 · Explain, by hand"  # has none
    button = tab.locator("#table-students th", has_text="Score").get_by_role("button")
    button.press("Enter")
    button.press("Enter")
    assert first_cells(tab, "students")[0] == "ada, Ada Lovelace"
    assert first_cells(tab, "students")[-1] == "late"


def test_links_are_followed_by_keyboard(reader, page):
    tab, _ = reader
    tab.goto(page.as_uri())
    for _ in range(2):
        tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert tab.evaluate("location.hash") == "#exercises"
    tab.get_by_role("link", name="Feedback of ada, tiny").focus()
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    assert tab.url.endswith("/feedback/ada/tiny/tiny.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_report_reads_on_a_phone_and_axe_finds_nothing(reader, page, scheme):
    tab, _ = reader
    tab.set_viewport_size({"width": 400, "height": 800})
    tab.emulate_media(color_scheme=scheme)
    tab.goto(page.as_uri())
    tab.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    assert tab.evaluate("document.documentElement.scrollWidth") == 400
    assert (
        tab.evaluate(
            "Math.min(...[...document.querySelectorAll('svg text')].map(t => t.getBoundingClientRect().height))"
        )
        > 11
    )
    violations = Axe().run(tab).response["violations"]
    assert [(v["id"], [node["html"] + node["failureSummary"] for node in v["nodes"]]) for v in violations] == []


def ran_by(student, outcome, notebook="n"):
    return statistics.Ran(student, notebook, "1", "t", outcome)


def test_checks_of_the_same_name_in_two_notebooks_are_two():
    passed, failed = (Outcome("c", passed=value) for value in (True, False))
    found = statistics.of_checks([ran_by("ada", passed), ran_by("ada", failed, "other"), ran_by("ben", failed)])
    assert [(check.students, check.failed) for check in found] == [(2, ["ben"]), (1, ["ada"])]


def test_a_check_in_a_loop_fails_for_a_student_if_it_failed_once():
    ran = [Outcome("c", passed=True), Outcome("c", passed=False, message="no"), Outcome("c", passed=True)]
    (check,) = statistics.of_checks([ran_by("ada", one) for one in ran] + [ran_by("ben", ran[0])])
    assert (check.students, check.failed, check.messages) == (2, ["ada"], [("no", 1)])


def test_a_score_at_a_border_is_in_the_higher_bin():
    assert [n for *_, n in statistics.of_scores([0, 0.3, 1, 1.2], 1).bins] == [1, 0, 0, 1, 0, 0, 0, 0, 0, 2]

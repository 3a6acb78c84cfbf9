"""A new user's first hour, in a real browser: a student's lesson and Validate, an instructor's Formgrader."""

import os
import shutil
import signal
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
from browser import browse
from playwright.sync_api import Page
from tiny_course import answer, hand_in, make
from waiting import PATIENCE, lab_address, until

from rnnstaff import course
from rnnstaff.authoring import outputs
from rnnstaff.classroom import submissions
from rnnstaff.demo import sample_class

ROOT = Path(__file__).parent.parent
UNIT = "02_simple_rnn_mnist"

pytestmark = pytest.mark.slow


@contextmanager
def lab(root, command=("jupyter", "lab")):
    """Run JupyterLab in a course's folder and give its address."""
    command = [sys.executable, "-P", "-m", *command, "--no-browser", "--port=0", "--allow-root"]
    command += ["--IdentityProvider.token=", "--ServerApp.disable_check_xsrf=True", "--ServerApp.open_browser=False"]
    environment = os.environ | {"JUPYTER_CONFIG_DIR": str(root / "jupyter"), "HOME": str(root)}
    log = root / "lab.log"
    with log.open("w") as stream, subprocess.Popen(command, cwd=root, env=environment, stderr=stream) as server:
        try:
            yield lab_address(server, log)[0]
        finally:
            server.terminate()


def test_make_lab_starts_also_for_root_and_on_the_loopback_address(tmp_path):
    if subprocess.run(["make", "--question", "ready"], cwd=ROOT, capture_output=True, check=False).returncode:
        pytest.skip("this checkout was not set up by make")
    command = ["make", "lab", "LAB=--no-browser --port=0 --IdentityProvider.token="]
    environment = os.environ | {"JUPYTER_CONFIG_DIR": str(tmp_path), "HOME": str(tmp_path)}
    log = tmp_path / "log"
    with (
        log.open("w") as stream,
        subprocess.Popen(command, cwd=ROOT, env=environment, stderr=stream, start_new_session=True) as server,
    ):
        try:
            with urllib.request.urlopen(f"{lab_address(server, log)[0]}/lab/tree/notebooks", timeout=PATIENCE) as page:
                assert "JupyterLab" in page.read().decode()
        finally:
            if server.poll() is None:
                os.killpg(server.pid, signal.SIGTERM)


@pytest.fixture
def page(course_root):
    """JupyterLab, in a copy of the course."""
    for folder in ("notebooks", "release"):
        shutil.copytree(ROOT / folder, course_root / folder)
    with lab(course_root) as address, browse(address) as page:
        yield page


def open_notebook(page: Page, path: str):
    page.goto(page.url.split("/lab")[0] + f"/lab/tree/{path}")
    page.get_by_role("button", name="Validate").wait_for()
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()


def shoot(page: Page, name: str):
    """Keep a picture where RNNCOURSE_SCREENSHOTS names a folder, for a person to look at."""
    if folder := os.environ.get("RNNCOURSE_SCREENSHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png")


def validate(page: Page) -> str:
    page.get_by_role("button", name="Validate").click()
    dialog = page.locator(".jp-Dialog-content").filter(has_text="Validation Results")
    dialog.wait_for()
    return dialog.inner_text()


def test_the_lesson_runs_from_top_to_bottom(page, course_root):
    path = course_root / "notebooks" / f"{UNIT}.ipynb"
    notebook = course.read(path)
    outputs.clear(notebook)
    course.write(notebook, path)

    open_notebook(page, f"notebooks/{UNIT}.ipynb")
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.locator(".lm-Menu-item").filter(has_text="Restart Kernel and Run All Cells").first.click()
    page.locator(".jp-Dialog .jp-mod-accept").click()

    def cells_that_ran():
        page.wait_for_timeout(5000)  # it is no limit: the browser goes on meanwhile
        page.keyboard.press("Control+s")
        try:
            cells = list(course.code_cells(course.read(path)))
        except course.CourseError:  # JupyterLab is writing it
            return None
        failed = any(output.output_type == "error" for cell in cells for output in cell.outputs)
        return cells if cells[-1].execution_count or failed else None

    cells = until(cells_that_ran, "the last cell has run, or one has failed")
    shoot(page, "lesson")
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    kinds = [(output.output_type, output.get("name")) for cell in cells for output in cell.outputs]
    assert ("error", None) not in kinds
    assert ("stream", "stderr") not in kinds


def test_validate_says_what_fails_and_why_and_passes_when_it_is_mended(page, course_root):
    open_notebook(page, f"release/{UNIT}/{UNIT}.ipynb")
    text = validate(page)
    shoot(page, "validate-blank")
    assert (
        "Not written yet: exercises 1 images_train, 1 count_labels, 2, 3, 4, 5, 6, 7, 8, 9 model, 9 history, 10, 11"
        in " ".join(text.split())
    )
    assert "Replace `raise NotImplementedError()` with your code" in text
    assert len(text.splitlines()) < 25
    page.locator(".jp-Dialog-content").get_by_text("Not written yet").first.scroll_into_view_if_needed()
    shoot(page, "validate-blank-why")
    page.get_by_role("button", name="Ok", exact=True).click()

    path = course_root / "release" / UNIT / f"{UNIT}.ipynb"
    course.write(sample_class.answered(course_root, UNIT), path)
    open_notebook(page, f"release/{UNIT}/{UNIT}.ipynb")
    assert "Success" in validate(page)
    shoot(page, "validate-right")


@pytest.fixture
def started(course_root):
    """JupyterLab as `make lab` starts it, in a copy of the course with its lessons and assignments."""
    for folder in ("notebooks", "release"):
        shutil.copytree(ROOT / folder, course_root / folder)
    with lab(course_root, ("rnncourse.cli", "lab")) as address, browse(address) as page:
        yield page


def notebooks(root):
    return sorted(
        path.relative_to(root) for name in ("notebooks", "release") for path in root.glob(f"{name}/**/*.ipynb")
    )


def test_looking_at_a_notebook_and_saving_it_changes_nothing(started, course_root):
    for path in notebooks(course_root):
        before = (course_root / path).read_bytes()
        open_notebook(started, str(path))
        tab = started.locator(f'.lm-DockPanel-tabBar .lm-mod-current[title*="{path}"]')
        tab.wait_for()
        started.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
        assert "jp-mod-dirty" not in tab.get_attribute("class"), path
        with started.expect_response(lambda answer: answer.request.method == "PUT"):
            started.keyboard.press("Control+s")
        assert (course_root / path).read_bytes() == before, path


def test_make_lab_opens_the_start_page_and_each_of_its_links_opens_a_notebook(started, course_root):
    started.get_by_role("heading", name="Recurrent neural networks: start here").wait_for()
    shoot(started, "start")
    links = started.locator(".jp-MarkdownCell a[href*='.ipynb'], .jp-MarkdownCell a[data-commandlinker-args]")
    until(lambda: links.count() >= 15, "the start page shows its links")  # they come after the heading
    names = [link.inner_text() for link in links.all()]
    for number, name in enumerate(names):
        links.nth(number).click()
        current = started.locator(".lm-DockPanel-tabBar .lm-mod-current .lm-TabBar-tabLabel")
        until(lambda current=current: current.inner_text() not in ("00_start.ipynb", ""), f"{name} opens")
        started.get_by_role("button", name="Validate").first.wait_for()
        started.locator(".lm-DockPanel-tabBar .lm-TabBar-tab").filter(has_text="00_start.ipynb").click()


@pytest.mark.parametrize("reader", ["lab/tree", "notebooks"], ids=["JupyterLab", "Notebook 7"])
def test_figures_have_their_alt_text_in_the_page(started, course_root, reader):
    path = f"notebooks/{UNIT}.ipynb"
    cells = course.code_cells(course.read(course_root / path))
    shown = [cell for cell in cells if not cell.metadata.get("jupyter", {}).get("outputs_hidden")]
    alts = [
        output.metadata["image/png"]["alt"]
        for cell in shown
        for output in cell.outputs
        if "image/png" in output.get("data", {})
    ]
    assert alts
    started.goto(started.url.split("/lab")[0] + f"/{reader}/{path}")
    found = {}

    def all_are_seen():  # cells out of sight are not in the page
        for picture in started.locator(".jp-OutputArea-output img").all():
            found[picture.get_attribute("alt")] = picture.evaluate("image => image.naturalWidth")
        started.locator(".jp-Notebook .jp-WindowedPanel-outer").first.evaluate("area => area.scrollBy(0, 500)")
        return len(found) >= len(set(alts))

    until(all_are_seen, "the page was scrolled past all figures")
    assert set(found) == set(alts)
    assert all(found.values())


def test_formgraders_button_grades_in_the_sandbox_and_its_pages_run_nothing_of_a_student(tmp_path, sandboxed):
    root = make(tmp_path / "course")
    reads = f"open({str(root / course.CONFIG_FILE)!r})"  # an error in the sandbox, where this file is not
    hand_in(root, "spy", answer("double", f"{reads}\ndef double(x):\n    return 2 * x"))
    hand_in(root, "half", answer("double", "def double(x):\n    return 2"))
    evil = "<img src=x onerror=window.stolen=1>"
    shown = f"from IPython.display import HTML, display\nthree = 3\ndisplay(HTML({evil!r}))\nprint({evil!r})"
    hand_in(root, evil, answer("three", shown))
    with lab(root) as address, browse(f"{address}/formgrader/manage_submissions/tiny") as page:
        for student in ("spy", "half", evil):
            page.locator("tr").filter(has_text=student).locator(".autograde a").click()
            page.locator(".modal").get_by_text(f"Successfully autograded 'tiny' for student '{student}'").wait_for()
            shoot(page, f"formgrader-{student[:4]}")
            page.locator(".modal").get_by_role("button", name="Close").last.click()
            page.locator(".modal-backdrop").wait_for(state="detached")
        assert page.evaluate("window.stolen") is None
        page.goto(f"{address}/formgrader/gradebook/tiny/tiny")
        links = page.locator("td a").filter(has_text="Submission")
        until(lambda: links.count() == 3, "the gradebook's page shows all three")
        for address in [address.split("/formgrader")[0] + link.get_attribute("href") for link in links.all()]:
            page.goto(address)
            page.locator(".nbgrader_cell").first.wait_for()
            shoot(page, f"formgrader-{address[-4:]}")
            assert page.evaluate("window.stolen") is None
    assert submissions.scores(root, "tiny") == {"half": 2, "spy": 1, evil: 3}

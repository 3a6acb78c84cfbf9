"""The reading site: what it holds, where its links lead, and what a reader sees without a network."""

import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import browse
from bs4 import BeautifulSoup

from rnnstaff import course

ROOT = Path(__file__).parent.parent
LESSONS = [path.relative_to(ROOT).with_suffix("").as_posix() for path in course.lessons(ROOT)]
ASSIGNMENTS = [f"release/{unit}/{unit}" for unit in course.units(ROOT)]
GUIDES = [f"docs/{path.stem}" for path in sorted(ROOT.glob("docs/*.md")) if path.stem != "graders"]  # of mistakes
GUIDES += ["CONTRIBUTING", "CHANGELOG"]
FIRST = "notebooks/00_start" if "notebooks/00_start" in LESSONS else "README"
LOOKED_AT = [FIRST, "notebooks/02_simple_rnn_mnist", "release/01_concepts/01_concepts"]
ADDRESS = "http://site.test/"


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The site as `make site` builds it: a warning would fail the build."""
    if not shutil.which("make") or subprocess.run(["make", "-q", "ready"], cwd=ROOT, check=False).returncode:
        pytest.skip("this checkout was not set up by make")
    folder = tmp_path_factory.mktemp("site") / "site"
    command = ["make", "site", f"SITE={folder}"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert [path.name for path in folder.parent.iterdir()] == ["site"]
    return folder


@pytest.fixture(scope="session")
def soups(site):
    """Each page, parsed, by its path in the site."""
    pages = (path for path in sorted(site.rglob("*.html")) if path.parent != site / "_static")  # the theme's macros
    return {path: BeautifulSoup(path.read_bytes(), "html.parser") for path in pages}


def test_the_site_holds_the_lessons_the_released_assignments_the_guides_and_nothing_else(site, soups):
    def names(folder):
        files = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix() for path in files}

    pages = {"README", *GUIDES, *LESSONS, *ASSIGNMENTS}
    made = {path.relative_to(site).with_suffix("").as_posix() for path in soups}
    assert made == {*pages, "index", "search"}
    sources = names(site / "_sources")
    assert {name.rpartition(".")[0] for name in sources} == pages
    assert all((site / "_sources" / name).read_bytes() == (ROOT / name).read_bytes() for name in sources)
    others = {name.partition("/")[0] for name in names(site) if not name.endswith(".html")}
    assert others == {"_images", "_sources", "_static", "objects.inv", "searchindex.js"}
    assert {Path(name).suffix for name in names(site / "_images")} == {".png"}
    assert not {name for name in names(site / "_static") if name.endswith((".py", ".ipynb", ".md"))}


def test_every_link_within_the_site_leads_somewhere(site, soups):
    targets = {path: {tag["id"] for tag in soup.find_all(id=True)} for path, soup in soups.items()}
    broken, followed = [], 0
    for path, soup in soups.items():
        for tag in soup.find_all(lambda tag: tag.has_attr("href") or tag.has_attr("src")):
            address = urlsplit(tag.get("href") or tag.get("src"))
            if address.scheme or address.netloc:
                continue
            target = (path.parent / unquote(address.path)).resolve() if address.path else path
            inside = target.is_relative_to(site) and target.is_file()
            if not inside or (address.fragment and address.fragment not in targets[target]):
                broken.append(f"{path.relative_to(site)}: {address.geturl()}")
            followed += 1
    assert broken == []
    assert followed > 1000


def test_links_between_notebooks_and_guides_lead_to_their_pages(site, soups):
    links = {link["href"] for link in soups[site / "notebooks/01_concepts.html"].article.find_all("a")}
    assert {"01b_training_through_time.html", "../docs/sources.html"} <= links
    links = {link["href"] for link in soups[site / "notebooks/05_embeddings_translation.html"].article.find_all("a")}
    assert "../release/05_embeddings_translation/05_embeddings_translation.html" in links


def test_no_page_loads_anything_from_elsewhere(site, soups):
    loads = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "object": "data"}
    found = [tag.get(loads[tag.name], "") for soup in soups.values() for tag in soup.find_all(list(loads))]
    assert any(address.endswith("tex-chtml.js") for address in found)
    assert [address for address in found if re.match(r"(?!data:)(\w+:)?//", address)] == []
    sheets = [path.read_text() for path in (site / "_static").rglob("*.css")]
    addresses = [address for sheet in sheets for address in re.findall(r"(?:url\(|@import)\s*[\"']?([^\"')]+)", sheet)]
    assert any(address.endswith(".woff2") for address in addresses)
    assert [address for address in addresses if re.match(r"(\w+:)?//", address)] == []


def test_pages_are_in_reading_order_and_the_start_leads_to_the_first(site, soups):
    menu = soups[site / f"{FIRST}.html"].find("nav", class_="bd-links")
    links = [link["href"] for link in menu.find_all("a")]
    here = (site / f"{FIRST}.html").parent
    order = [(here / link).resolve().relative_to(site).with_suffix("").as_posix() for link in links[1:]]
    assert links[0] == "#"  # the first page itself
    units = [page for page in order if page.startswith(("notebooks/", "release/"))]
    assert order == [*units, *(["README"] if FIRST != "README" else []), *GUIDES]
    assert [page for page in units if page in LESSONS] == [page for page in LESSONS if page != FIRST]
    assert [page for page in units if page in ASSIGNMENTS] == ASSIGNMENTS
    for page in ASSIGNMENTS:
        assert units[units.index(page) - 1] == f"notebooks/{Path(page).name}"
    refresh = soups[site / "index.html"].find("meta", attrs={"http-equiv": "refresh"})
    assert refresh["content"] == f"0; url={FIRST}.html"


@pytest.mark.parametrize("page", [*LESSONS, *ASSIGNMENTS])
def test_a_page_offers_its_notebook_for_download(site, soups, page):
    path = site / f"{page}.html"
    (link,) = [a["href"] for a in soups[path].find_all("a", class_="btn-download-source-button")]
    assert (path.parent / link).read_bytes() == (ROOT / f"{page}.ipynb").read_bytes()


@pytest.mark.parametrize("page", LESSONS)
def test_every_figure_has_its_alt_text_and_every_answer_folds(site, soups, page):
    notebook = course.read(ROOT / f"{page}.ipynb")
    cells = list(course.code_cells(notebook))
    outputs = [output for cell in cells for output in cell.outputs if "image/png" in output.get("data", {})]
    article = soups[site / f"{page}.html"].article
    images = article.find_all("img")
    assert [image["alt"] for image in images] == [output.metadata["image/png"]["alt"] for output in outputs]
    assert all(image["src"].endswith(".png") for image in images)

    guesses = [cell for cell in cells if "hide-output" in cell.metadata.get("tags", []) and cell.outputs]
    folded = article.find_all("details", class_="hide")
    assert len(folded) == len(guesses)
    assert all(details.select(".cell_output") for details in folded)
    texts = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    written = re.findall(r"^<details>$.*?^</details>$", texts, re.DOTALL | re.MULTILINE)
    answers = [details for details in article.find_all("details") if details not in folded]
    assert len(answers) == len(written)
    assert [len(answer.select(".highlight-python")) for answer in answers] == [
        text.count("```python\n") for text in written
    ]
    assert not article.select("details[open]")


@pytest.fixture(scope="module")
def reader(site):
    """A reader's browser, which reaches the site and nothing else, and the requests that it made in vain."""
    missing = []

    def answer(route):
        path = site / urlsplit(route.request.url).path.lstrip("/")
        if route.request.url.startswith(ADDRESS) and path.is_file():
            route.fulfill(path=path)
        else:
            missing.append(route.request.url)
            route.abort()

    with browse("about:blank") as page:
        page.route("**", answer)
        yield page, missing


def visit(reader, name, width=1300):
    """Open a page and wait until its formulas are set."""
    page, missing = reader
    missing.clear()
    page.set_viewport_size({"width": width, "height": 1000})
    page.goto(f"{ADDRESS}{name}.html")
    assert missing == []
    if page.locator(".math").count():
        page.wait_for_function("window.MathJax?.startup?.promise")
        page.evaluate("MathJax.startup.promise")
    return page


@pytest.mark.slow
@pytest.mark.parametrize("name", [*LESSONS, *ASSIGNMENTS])
def test_formulas_are_set_without_a_network(site, soups, reader, name):
    page = visit(reader, name)
    formulas = len(soups[site / f"{name}.html"].select(".math"))
    assert page.locator(".math mjx-container").count() == formulas
    assert page.locator("mjx-merror").count() == 0
    assert reader[1] == []  # nor did MathJax ask for anything, such as fonts, that is not there


@pytest.mark.slow
@pytest.mark.parametrize("name", ["README", *GUIDES, *LESSONS, *ASSIGNMENTS])
def test_a_page_fits_a_narrow_screen(reader, name):
    page = visit(reader, name, width=400)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") == 400
    images = "Array.from(document.querySelectorAll('article img'), {})"
    sizes = page.evaluate(images.format("i => [i.width, i.height, i.naturalWidth, i.naturalHeight]"))
    assert all(width / height == pytest.approx(wide / high, rel=0.05) for width, height, wide, high in sizes)


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", LOOKED_AT)
def test_axe_finds_nothing_serious(reader, name, scheme):
    reader[0].emulate_media(color_scheme=scheme)
    page = visit(reader, name)
    # Else axe may measure a color halfway through its change.
    page.add_style_tag(content="*, ::before, ::after { animation: none !important; transition: none !important }")
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    page.evaluate("window.scrollTo(0, 3000); window.scrollBy(0, -500)")  # shows the button that leads back to the top
    violations = Axe().run(page).response["violations"]
    serious = [v for v in violations if v["impact"] in {"serious", "critical"}]
    assert [(v["id"], [node["html"] + node["failureSummary"] for node in v["nodes"]]) for v in serious] == []

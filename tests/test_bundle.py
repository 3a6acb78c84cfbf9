"""The student edition: nothing in it gives anything away, and from it alone a student gets to work."""

import html
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest
from nbformat.v4 import new_markdown_cell, new_notebook, new_output
from waiting import PATIENCE, lab_address

from rnncourse.datasets import mnist
from rnnstaff import course
from rnnstaff.authoring import bundle, leaks
from rnnstaff.authoring.metadata import plain
from rnnstaff.course import CourseError

ROOT = Path(__file__).parent.parent
LESSON = "notebooks/02_simple_rnn_mnist.ipynb"
UNIT = "01_concepts"
RELEASE = f"release/{UNIT}/{UNIT}.ipynb"
FIRST_CELL = ROOT / "rnnstaff" / "authoring" / "first_cell.py"
DATE = bundle._released(ROOT)


@pytest.fixture(scope="module")
def files():
    """What the student edition of this course holds."""
    return bundle.contents(ROOT)


@pytest.fixture(scope="module")
def hidden():
    """What must not be found in it."""
    secret = leaks.secrets(ROOT)
    shown = leaks.shown(ROOT, secret.lines)
    return secret._replace(lines={line: unit for line, unit in secret.lines.items() if line not in shown})


@pytest.fixture
def copy(tmp_path):
    """A course of its own, to be bundled."""
    root = tmp_path / "course"
    for name in ("source", "notebooks", "release", "docs", "rnncourse"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("LICENSE", "LICENSE-text", "CITATION.cff", "pyproject.toml", "uv.lock", course.CONFIG_FILE):
        shutil.copy(ROOT / name, root)
    return root


@pytest.fixture
def unpacked(tmp_path):
    """Unpack a student edition in a folder where nothing else is, and give its folder."""

    def unpack(files):
        home = tmp_path / "home"
        home.mkdir()
        with zipfile.ZipFile(io.BytesIO(bundle.zipped("edition", files, DATE))) as archive:
            archive.extractall(home)
        return home / "edition"

    return unpack


def found(files, hidden, comment=b""):
    archive = io.BytesIO(bundle.zipped("edition", files, DATE))
    with zipfile.ZipFile(archive, "a") as opened:
        opened.comment = comment
    return list(leaks.search("edition.zip", archive.getvalue(), hidden))


def test_the_student_edition_gives_nothing_away(files, hidden):
    assert len(hidden.lines) > 2000
    assert set(hidden.keys.values()) == set(course.units(ROOT))
    assert found(files, hidden) == []


def test_every_line_of_every_answer_and_hidden_test_is_searched():
    lines = leaks.secrets(ROOT).lines
    for unit in course.units(ROOT):
        text = "\n".join(cell.source for cell in course.read(course.assignment(ROOT, "source", unit)).cells)
        for region in re.findall(r"BEGIN (?:SOLUTION|HIDDEN TESTS|MARK SCHEME)\n(.*?)### END", text, re.DOTALL):
            assert {" ".join(line.split()) for line in region.splitlines()} - {""} <= set(lines)


def edit(name, change):
    """Plant something in a notebook."""

    def plant(files, line):
        notebook = json.loads(files[name])
        change(notebook, line)
        return files | {name: json.dumps(notebook).encode()}

    return plant


def output(data):
    return {"output_type": "display_data", "metadata": {}, "data": data}


def in_the_wheel(files, line):
    (name,) = (name for name in files if name.endswith(".whl"))
    wheel = io.BytesIO(files[name])
    with zipfile.ZipFile(wheel, "a") as opened:
        opened.writestr(f"rnncourse/more_{len(opened.namelist())}.py", f"def f():\n    {line}\n")
    return files | {name: wheel.getvalue()}


def show(kind, form):
    return edit(
        LESSON,
        lambda notebook, line: notebook["cells"][1]["outputs"].append(output({kind: form(line)})),
    )


PLACES = {
    "a cell of a lesson": edit(LESSON, lambda notebook, line: notebook["cells"][0]["source"].append(f"\n  {line}  ")),
    "a cell of a release": edit(RELEASE, lambda notebook, line: notebook["cells"][3]["source"].append(f"\n{line}\n")),
    "an output": show("text/plain", lambda line: ["result:\n", line]),
    "HTML of an output": show("text/html", lambda line: f"<b>\n{html.escape(line)}"),
    "the metadata of a notebook": edit(
        LESSON, lambda notebook, line: notebook["metadata"].setdefault("note", []).append([line])
    ),
    "the metadata of a cell": edit(LESSON, lambda notebook, line: notebook["cells"][0]["metadata"].update({line: 1})),
    "an attachment": edit(
        LESSON, lambda notebook, line: notebook["cells"][0].setdefault("attachments", {}).update({line: {}})
    ),
    "the README": lambda files, line: files | {"README.md": files["README.md"] + f"\n    {line}\n".encode()},
    "another file": lambda files, line: files | {f"release/{UNIT}/{len(files)}.csv": line.encode()},
    "the wheel": in_the_wheel,
}


@pytest.fixture(scope="module")
def planted(hidden):
    """Secrets, each with the words by which it is found."""
    text = "\n".join(cell.source for cell in course.read(course.assignment(ROOT, "source", UNIT)).cells)
    lines = {}
    for kind in ("SOLUTION", "HIDDEN TESTS"):
        regions = re.findall(rf"BEGIN {kind}\n(.*?)### END", text, re.DOTALL)
        inside = [" ".join(line.split()) for region in regions for line in region.splitlines()]
        line = next(line for line in inside if line in hidden.lines and len(line) >= leaks.LONG and '"' in line)
        lines[line] = f"hidden line of {UNIT}: {line!r}"
    short = next(line for line in hidden.lines if len(line) < leaks.LONG)
    one, other, *_ = hidden.keys
    return lines | {
        short: f": {short!r}",
        f"Do not say it: {one}": f"key of a quiz of {hidden.keys[one]}",
        str(dict(enumerate(other, 1))): f"key of a quiz of {hidden.keys[other]}",
        "### BEGIN SOLUTION": "'BEGIN SOLUTION'",
        "import rnnstaff": "'rnnstaff'",
    }


@pytest.mark.parametrize("place", PLACES)
def test_what_is_planted_is_found(place, files, hidden, planted):
    changed = files
    for line in planted:
        changed = PLACES[place](changed, line)
    said = "\n".join(found({name: data for name, data in changed.items() if data != files.get(name)}, hidden))
    assert [words for words in planted.values() if words not in said] == []


def test_what_is_planted_in_the_comment_of_the_archive_is_found(files, hidden, planted):
    said = "\n".join(found(files, hidden, "\n".join(planted).encode()))
    assert [words for words in planted.values() if words not in said] == []


def test_an_archive_that_would_give_something_away_is_not_written(copy, planted):
    notebook = course.read(copy / LESSON)
    next(course.code_cells(notebook)).outputs = [new_output("stream", text="\n".join(planted))]
    course.write(notebook, copy / LESSON)
    with pytest.raises(
        CourseError, match=r"Not written(.|\n)*02_simple_rnn_mnist\.ipynb shows a hidden line of 01_concepts"
    ):
        bundle.bundle(copy)
    assert not (copy / "dist").exists()


def test_the_archive_is_the_same_twice_and_the_command_lists_what_is_exempt(copy):
    command = [Path(sysconfig.get_path("scripts")) / "rnncourse", "bundle"]
    said = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=True).stdout
    (path,) = (copy / "dist").glob("*.zip")
    (wheel,) = (copy / "dist").glob("*.whl")
    once = path.read_bytes(), wheel.read_bytes()
    path.unlink()
    for file in copy.rglob("*.ipynb"):
        os.utime(file, (1, 1_000_000_000))
    written = bundle.bundle(copy)
    assert (written.path.read_bytes(), written.wheel.read_bytes()) == once
    assert f"students see elsewhere: {len(written.shown)}" in said
    assert len(re.findall(r"^    \S.*: ", said, re.MULTILINE)) == len(written.shown)
    assert any(place == f"release of {UNIT}" for place in written.shown.values())


def test_it_holds_what_a_student_needs_and_nothing_else(files):
    names = set(files)
    assert {path.relative_to(ROOT).as_posix() for path in course.lessons(ROOT)} <= names
    assert {f"release/{unit}/{unit}.ipynb" for unit in course.units(ROOT)} <= names
    assert {"README.md", "LICENSE", "LICENSE-text", "Makefile", "pyproject.toml", "uv.lock", "environment.yml"} <= names
    folders = {name.partition("/")[0] for name in names if "/" in name}
    assert folders == {"notebooks", "release", "docs", "wheels"}
    assert not [name for name in names if name.endswith(".j2") or "pycache" in name]


def test_a_new_page_in_notebooks_is_taken_and_one_that_links_to_nowhere_is_refused(copy):
    page = copy / "notebooks" / "00_start.ipynb"
    notebook = new_notebook(cells=[new_markdown_cell(f"[One](../{RELEASE})", id="a")])
    notebook.metadata.update(plain(notebook))
    course.write(notebook, page)
    files = bundle.contents(copy)
    assert files["notebooks/00_start.ipynb"] == page.read_bytes()
    assert bundle.broken_links(files) == []
    page.write_text(page.read_text().replace("../release", "../source"))
    with pytest.raises(CourseError, match=r"notebooks/00_start\.ipynb: \.\./source/01_concepts"):
        bundle.bundle(copy)


def test_without_a_release_it_says_what_builds_it(copy):
    (copy / RELEASE).unlink()
    with pytest.raises(CourseError, match="rnncourse build"):
        bundle.bundle(copy)


def test_a_file_that_is_not_mnist_is_refused(tmp_path):
    (tmp_path / "mnist.npz").write_bytes(b"no")
    with pytest.raises(CourseError, match="is damaged, incomplete, or not"):
        bundle.contents(ROOT, tmp_path / "mnist.npz")
    with pytest.raises(CourseError, match="name an mnist"):
        bundle.contents(ROOT, tmp_path)


def test_mnist_that_is_put_in_is_found_from_each_notebook_without_a_setting(mnist_file, unpacked, monkeypatch):
    edition = unpacked(bundle.contents(ROOT, mnist_file))
    monkeypatch.delenv("RNNCOURSE_DATA", raising=False)
    monkeypatch.setenv("KERAS_HOME", str(edition / "no-keras"))
    for folder in ("notebooks", f"release/{UNIT}", "."):
        monkeypatch.chdir(edition / folder)
        path, arrays, _ = mnist.find()
        assert path == edition / "data" / "mnist.npz"
        assert len(arrays["x_train"]) == 60_000
    monkeypatch.chdir(edition.parent)
    assert mnist.find() == (None, None, "")
    monkeypatch.chdir(edition / "notebooks")
    (edition / "data" / "mnist.npz").write_bytes(b"no")
    assert "is damaged" in mnist.find()[2]


@pytest.fixture(scope="session")
def uv():
    """The path of uv."""
    path = shutil.which("uv") or shutil.which("uv", path=ROOT / ".uv" / "bin")
    if path is None:
        pytest.skip("uv is not installed (https://docs.astral.sh/uv)")
    return path


def test_the_lock_is_the_one_that_uv_would_write(files, unpacked, uv):
    edition = unpacked(files)
    command = [uv, "lock", "--check", "--offline"]
    result = subprocess.run(command, cwd=edition, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    packages = files["uv.lock"].decode().split("\n[[package]]\n")[1:]
    ours = (ROOT / "uv.lock").read_text(encoding="utf-8").split("\n[[package]]\n")[1:]
    taken = {package.strip() for package in packages if not package.startswith('name = "rnncourse')}
    assert len(taken) > 100
    assert taken <= {package.strip() for package in ours}
    assert 'name = "pytest"' not in files["uv.lock"].decode()


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """The scripts of an environment with pip and all that is installed here, but nothing of the course."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True, symlinks=os.name != "nt")
    place = {"base": str(folder), "platbase": str(folder)}
    site = Path(sysconfig.get_path("purelib", "venv", vars=place))
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        ours = re.search("rnncourse|rnnstaff", path.name) or path.suffix == ".pth"
        if not ours and not (site / path.name).exists():
            (site / path.name).symlink_to(path)
    return Path(sysconfig.get_path("scripts", "venv", vars=place))


def installed(scripts):
    code = "import importlib.metadata as m\nfor d in m.distributions(): print(d.name, d.version)"
    result = subprocess.run([scripts / "python", "-c", code], capture_output=True, text=True, check=True)
    return set(result.stdout.splitlines())


def run(scripts, code, **options):
    return subprocess.run([scripts / "python", "-c", code], capture_output=True, text=True, check=False, **options)


@pytest.mark.skipif(os.name == "nt", reason="Windows lets an ordinary user make no symbolic links")
def test_the_wheel_installs_beside_what_is_there_and_the_first_cell_of_a_notebook_installs_it(
    environment, files, unpacked, monkeypatch
):
    edition = unpacked(files)
    (wheel,) = (edition / "wheels").glob("*.whl")
    cell = FIRST_CELL.read_text() + "\nimport rnncourse.errors"
    before = installed(environment)
    version = bundle._version(ROOT)
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)

    # pip itself: the bounds are met, so nothing is fetched.
    subprocess.run([environment / "python", "-m", "pip", "install", "--quiet", "--no-index", wheel], check=True)
    assert installed(environment) - before == {f"rnncourse {version}"}
    assert before <= installed(environment)
    assert run(environment, "import rnncourse.checks, rnncourse.plotting").stderr == ""

    # The first cell: silent where the package is installed, also without pip and without the wheel.
    result = run(environment, cell, cwd=edition.parent, env={"PATH": ""})
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")

    # Where it is missing: from the edition's folder, from a wheel beside the notebook, from an address; or an error.
    remove = [environment / "python", "-m", "pip", "uninstall", "--quiet", "--yes", "rnncourse"]
    beside = edition.parent / "beside"
    beside.mkdir()
    shutil.copy(wheel, beside)
    for folder, setting in (
        (edition / "notebooks", {}),
        (edition / "release" / UNIT, {}),
        (beside, {}),
        (edition.parent, {"RNNCOURSE_WHEEL": wheel.as_uri()}),
    ):
        subprocess.run(remove, check=True)
        assert installed(environment) == before
        result = run(environment, cell, cwd=folder, env=os.environ | setting)
        assert (result.returncode, result.stdout) == (0, ""), result.stderr
        assert installed(environment) - before == {f"rnncourse {version}"}
    subprocess.run(remove, check=True)
    assert "CalledProcessError" in run(environment, cell, cwd=edition.parent).stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows lets an ordinary user make no symbolic links")
def test_the_command_says_what_it_lacks(environment, files, unpacked):
    edition = unpacked(files)
    (wheel,) = (edition / "wheels").glob("*.whl")
    subprocess.run([environment / "python", "-m", "pip", "install", "--quiet", "--no-index", wheel], check=True)
    result = run(environment, "import sys\nsys.modules['typer'] = None\nimport rnncourse.cli")
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "pip install 'rnncourse[lab]'" in result.stderr


def test_the_citation_is_of_this_version_and_is_what_the_format_asks():
    citation = ROOT / "CITATION.cff"
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.citation-file-format", citation]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
    assert f"\nversion: {bundle._version(ROOT)}\n" in citation.read_text()


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no make")
def test_from_the_archive_alone_a_student_gets_to_work(files, unpacked, uv):
    edition = unpacked(files)
    home = edition.parent
    kept = {
        name: value for name, value in os.environ.items() if not re.match("RNNCOURSE|VIRTUAL_ENV|PYTHON|JUPYTER", name)
    }
    cache = subprocess.run([uv, "cache", "dir"], capture_output=True, text=True, check=True).stdout.strip()
    path = os.pathsep.join([str(Path(uv).parent), kept["PATH"]])
    alone = kept | {"HOME": str(home), "UV_CACHE_DIR": cache, "PATH": path, "UV_PYTHON": sys.base_prefix}
    subprocess.run(["make", "ready"], cwd=edition, env=alone, check=True)
    (edition / "nbgrader_config.py").write_text(f"c = get_config()\nc.Exchange.root = '{home / 'exchange'}'\n")

    log = home / "lab.log"
    command = ["make", "lab", "LAB=--no-browser --port=0 --IdentityProvider.token="]
    with (
        log.open("w") as stream,
        subprocess.Popen(command, cwd=edition, env=alone, stderr=stream, start_new_session=True) as server,
    ):
        try:
            address, page = lab_address(server, log)
            assert page == "/lab/tree/work/notebooks/00_start.ipynb"
            assert (edition / "work" / RELEASE).read_bytes() == files[RELEASE]
            text = ask(address + page)
            off = re.search(r'"disabledExtensions": \[([^]]*)\]', text)[1]
            assert set(re.findall("@jupyter/nbgrader:([a-z-]+)", off)) == {
                "course-list",
                "create-assignment",
                "formgrader",
                "assignment-list",  # there is no exchange
            }
            assert json.loads(ask(f"{address}/api/contents/{page.removeprefix('/lab/tree/')}"))["type"]
            off = {"formgrader", "course_list"}
            said = log.read_text()
            assert {name for name in (*off, "validate_assignment") if f"{name} | extension was success" in said} == {
                "validate_assignment"
            }
        finally:
            if server.poll() is None:
                os.killpg(server.pid, signal.SIGTERM)

    lesson = course.read(edition / LESSON)
    lesson.cells = lesson.cells[:8]
    course.write(lesson, edition / "notebooks" / "first.ipynb")
    outputs = [
        cell.get("outputs", [])
        for name in ("notebooks/first.ipynb", RELEASE)
        for cell in executed(edition, alone, name)
    ]
    errors = {output.ename for cell in outputs for output in cell if output.output_type == "error"}
    assert errors == {"NotImplementedError"}  # of the release
    code = "import rnncourse, importlib.util as u\nprint(rnncourse.__file__, u.find_spec('rnnstaff'))"
    result = subprocess.run(
        [edition / ".venv/bin/python", "-c", code], cwd=edition, env=alone, capture_output=True, text=True, check=True
    )
    assert re.fullmatch(rf"{edition}/\.venv/.*/rnncourse/__init__\.py None\n", result.stdout)


def ask(address):
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        return answer.read().decode()


def executed(edition, environment, name):
    """Run a notebook with what the archive brought, and give its cells."""
    command = [edition / ".venv/bin/jupyter", "nbconvert", "--to=notebook", "--execute", "--allow-errors", name]
    subprocess.run([*command, "--output=executed"], cwd=edition, env=environment, check=True)
    return course.read((edition / name).with_name("executed.ipynb")).cells

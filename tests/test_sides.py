"""The two sides of the course: a student's code finds nothing of the staff's, however both are installed."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from tiny_course import answer, hand_in, make

from rnnstaff import course
from rnnstaff.classroom import submissions
from rnnstaff.running import sandbox

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no sandbox, and other folders")
ROOT = Path(__file__).parent.parent
LOOK = """
import json, os, sys
import rnncourse.checks, rnncourse.kernel.student

found = {"imported": [], "read": []}
for name in ("rnnstaff", "rnnstaff.course", "rnnstaff.demo.sample_class", "rnnstaff.running.judge"):
    try:
        __import__(name)
        found["imported"].append(name)
    except ModuleNotFoundError:
        pass
for folder, _, files in os.walk("/"):
    if folder.startswith(("/proc", "/sys")):
        continue
    if "site-packages" in folder and "rnnstaff" not in folder:
        files = [file for file in files if "rnnstaff" in file]
    for file in files:
        path = os.path.join(folder, file)
        if "rnnstaff" in path or file in sys.argv[1:]:
            try:
                with open(path, errors="replace") as stream:
                    text = stream.read()
            except OSError:
                continue
            if text and "No module named 'rnnstaff'" not in text:
                found["read"].append(path)
print(json.dumps(found))
"""
SHUT_IN = """
import subprocess, sys
from rnnstaff.running import sandbox
sandbox.check()
with sandbox.shut_in([sys.executable, "-I", "-c", *sys.argv[1:]]) as arguments:
    sys.exit(subprocess.run(**arguments).returncode)
"""


# By these names it would be found, wherever it was put.
SECRETS = [path.name for folder in ("source", "solutions") for path in (ROOT / folder).rglob("*.ipynb")]
SECRETS += ["nbgrader_config.py", "answer_bank.py", "sample_class.py", "judge.py"]


def look(python, *before):
    """Say what can be imported and read of the staff's side, by default from inside the sandbox."""
    command = [python, "-P", "-c", *(before or (SHUT_IN, LOOK)), *SECRETS]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


LARGE = ("tensorflow*", "keras*", "scipy*", "sklearn", "jupyterlab", "matplotlib")  # grading itself needs none of them


def link(source, target):
    try:
        os.link(source, target)
    except OSError:  # on another disk
        shutil.copyfile(source, target)


@pytest.fixture(scope="module")
def wheels(tmp_path_factory):
    """The wheels of both distributions, by name."""
    folder = tmp_path_factory.mktemp("dist")
    for name in ("rnncourse", "rnnstaff"):
        command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
        subprocess.run(command, cwd=ROOT / name, check=True, capture_output=True)
    return {path.name.split("-")[0]: path for path in folder.glob("*.whl")}


@pytest.fixture(scope="module")
def one_place(tmp_path_factory, wheels):
    """The Python of an environment in which both wheels are in one site-packages, beside all that they need."""
    here = tmp_path_factory.mktemp("environment")
    here.chmod(0o755)  # a sandbox of root runs as another user
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(here)], check=True)
    site = next(here.glob("lib/python*/site-packages"))
    ours = shutil.ignore_patterns("*rnncourse*", "*rnnstaff*", "__pycache__", *LARGE)
    shutil.copytree(sysconfig.get_path("purelib"), site, copy_function=link, ignore=ours, dirs_exist_ok=True)
    for wheel in wheels.values():
        with zipfile.ZipFile(wheel) as file:
            file.extractall(site)  # as a wheel of Python files alone is installed
    yield str(here / "bin" / "python")
    shutil.rmtree(here)


@pytest.mark.parametrize("side", ["rnncourse", "rnnstaff"])
def test_a_wheel_holds_its_own_side_and_nothing_else(wheels, side):
    with zipfile.ZipFile(wheels[side]) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
        licences = [wheel.read(name) for name in wheel.namelist() if name.endswith("/LICENSE")]
    assert licences == [(ROOT / "LICENSE").read_bytes()]
    ours = set((ROOT / side).rglob("*.py"))
    for folder in ("authoring/edition", "authoring/pages", "classroom/pages"):
        ours |= set(filter(Path.is_file, (ROOT / side / folder).rglob("*")))
    ours |= set((ROOT / side / "jupyter").rglob("*.json"))  # settings of JupyterLab
    ours = {path for path in ours if path.suffix != ".pyc"}
    assert names == {path.relative_to(ROOT).as_posix() for path in ours}


def test_the_staffs_side_is_found_outside_of_the_sandbox(one_place):
    found = look(one_place, LOOK.replace('os.walk("/")', "os.walk(sys.prefix)"))
    assert "rnnstaff.running.judge" in found["imported"]
    site = str(Path(one_place).parent.parent)
    assert [path for path in found["read"] if path.startswith(site) and path.endswith("rnnstaff/demo/sample_class.py")]


def test_nothing_of_the_staffs_side_is_seen_from_inside_where_both_are_folders(sandboxed):
    assert look(sys.executable) == {"imported": [], "read": []}


def test_nothing_of_the_staffs_side_is_seen_from_inside_where_both_are_wheels(sandboxed, one_place):
    assert look(one_place) == {"imported": [], "read": []}


def test_nothing_of_the_staffs_side_is_seen_where_a_link_leads_to_the_environment(sandboxed, one_place, tmp_path):
    (tmp_path / "link").symlink_to(Path(one_place).parent.parent)
    assert look(str(tmp_path / "link" / "bin" / "python")) == {"imported": [], "read": []}


def test_a_course_that_would_be_seen_from_inside_is_not_graded(sandboxed, one_place):
    sandbox.refuse_to_show(ROOT)
    environment = Path(one_place).parent.parent
    for code in ("refuse_to_show(Path('/usr/src/course'))", f"refuse_to_show(Path({str(environment / 'course')!r}))"):
        code = f"from pathlib import Path\nfrom rnnstaff.running.sandbox import refuse_to_show\n{code}"
        result = subprocess.run([one_place, "-P", "-c", code], capture_output=True, text=True, check=False)
        assert "Every submission could read" in result.stderr


@pytest.mark.slow
def test_a_class_is_graded_where_both_are_wheels_and_no_student_sees_the_staffs_side(tmp_path, sandboxed, one_place):
    root = make(tmp_path)
    hand_in(root, "ada")
    hand_in(root, "spy", answer("three", "import rnnstaff.demo.sample_class\nthree = 3"))
    subprocess.run([one_place, "-P", "-m", "rnncourse.cli", "grade", "tiny"], cwd=root, check=True)
    assert submissions.scores(root, "tiny") == {"ada": 3, "spy": 2}
    notebook = course.read(root / "autograded" / "spy" / "tiny" / "tiny.ipynb")
    assert "No module named 'rnnstaff'" in str(notebook.cells)


def test_the_students_side_imports_nothing_of_the_staffs():
    for path in (ROOT / "rnncourse").rglob("*.py"):
        assert "rnnstaff" not in path.read_text(), path

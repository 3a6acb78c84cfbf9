"""What is installed is pinned in one place, starts without what it does not need, and is the same on every system."""

import json
import re
import subprocess
import sys
import sysconfig
import tomllib
from itertools import chain
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
SIDES = ("rnncourse", "rnnstaff")


def read_toml(name):
    return tomllib.loads((ROOT / name).read_text())


def requirements():
    """The names of all that the three projects ask for, but one another."""
    for name in ("pyproject.toml", *(f"{side}/pyproject.toml" for side in SIDES)):
        project = read_toml(name)
        groups = (project["project"].get("optional-dependencies", {}), project.get("dependency-groups", {}))
        for requirement in chain(project["project"]["dependencies"], *(group for g in groups for group in g.values())):
            if isinstance(requirement, dict):  # another group, which is listed itself
                continue
            name = re.match(r"[\w-]+", requirement)[0]
            if name not in SIDES:
                yield name


def test_environment_yml_has_the_versions_of_the_lock():
    versions = {package["name"]: package.get("version") for package in read_toml("uv.lock")["package"]}
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    (pip,) = [entry["pip"] for entry in environment["dependencies"] if isinstance(entry, dict)]
    assert set(pip) == {f"{name}=={versions[name]}" for name in requirements()} | {f"--editable ./{s}" for s in SIDES}


def test_the_hub_that_the_guide_installs_is_that_of_the_lock():
    versions = {package["name"]: package.get("version") for package in read_toml("uv.lock")["package"]}
    guide = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
    assert re.findall(r"jupyterhub==([\d.]+)", guide) == [versions["jupyterhub"]]


def test_the_hubs_proxy_is_pinned_and_comes_from_npm():
    asked = json.loads((ROOT / "deploy" / "package.json").read_text())["dependencies"]
    packages = json.loads((ROOT / "deploy" / "package-lock.json").read_text())["packages"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in asked} == asked
    for name, package in packages.items():
        assert not name or package["integrity"]
        assert package.get("resolved", "https://registry.npmjs.org/").startswith("https://registry.npmjs.org/")


def test_environment_yml_has_a_python_that_the_course_runs_on():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    (python,) = [entry for entry in environment["dependencies"] if str(entry).startswith("python=")]
    assert python in {"python=3.11", "python=3.12", "python=3.13"}


@pytest.mark.parametrize(
    ("start", "unwanted"),
    [
        ("import nbgrader.api", {"rfc3987_syntax", "lark"}),
        (
            "sys.argv = ['rnncourse', '--help']\nimport rnncourse.cli\nrnncourse.cli.main()",
            {"nbgrader", "jupyter_client", "sqlalchemy", "keras", "tensorflow", "numpy"},
        ),
        ("import rnncourse.datasets.mnist", {"keras", "tensorflow", "sklearn", "rnnstaff"}),
    ],
)
def test_a_start_loads_nothing_that_it_does_not_need(start, unwanted):
    code = f"import atexit, sys\natexit.register(lambda: print(*sys.modules, file=sys.stderr))\n{start}"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(result.stderr.split())
    assert loaded & {"nbgrader", "rnncourse"}
    assert not unwanted & loaded


def test_the_student_and_the_staff_share_one_command():
    result = subprocess.run(
        [Path(sysconfig.get_path("scripts")) / "rnncourse", "--help"], capture_output=True, text=True
    )
    words = {line.split()[0] for line in result.stdout.partition("Commands:")[2].splitlines() if line.strip()}
    assert {"data", "build", "grade", "report", "demo"} <= words


@pytest.mark.parametrize("workflow", sorted((ROOT / ".github" / "workflows").glob("*.yml")), ids=lambda path: path.name)
def test_a_workflow_is_what_github_takes(workflow):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(workflow)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_a_clone_has_the_same_bytes_where_git_changes_line_ends(tmp_path):
    if not (ROOT / ".git").exists():
        pytest.skip("this is no clone")
    clone = ["git", "-c", "core.autocrlf=true", "clone", "--quiet", "--depth=1", ROOT.as_uri(), str(tmp_path / "c")]
    subprocess.run(clone, check=True)
    files = [path for path in (tmp_path / "c").rglob("*") if path.is_file() and ".git" not in path.parts]
    assert [path for path in files if path.suffix not in {".npz", ".png"} and b"\r\n" in path.read_bytes()] == []
    assert any(path.suffix == ".ipynb" for path in files)

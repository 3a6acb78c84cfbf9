"""What is installed is pinned in one place."""

import re
import tomllib
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent


def test_environment_yml_has_the_versions_of_the_lock():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    lock = tomllib.loads((ROOT / "uv.lock").read_text())
    versions = {package["name"]: package["version"] for package in lock["package"] if "version" in package}
    named = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    wanted = {f"{name}=={versions[name]}" for name in (re.match(r"[\w-]+", requirement)[0] for requirement in named)}

    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    (pip,) = [entry["pip"] for entry in environment["dependencies"] if isinstance(entry, dict)]
    assert set(pip) == wanted | {"--editable ."}


def test_environment_yml_has_a_python_that_the_course_runs_on():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    (python,) = [entry for entry in environment["dependencies"] if str(entry).startswith("python=")]
    assert python in {"python=3.11", "python=3.12", "python=3.13"}

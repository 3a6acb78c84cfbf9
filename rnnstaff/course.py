"""The ground for all else: where the notebooks of the course are, how they are read, how nbgrader is called on them."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from rnncourse.errors import CourseError

CONFIG_FILE = "nbgrader_config.py"


def find_root(start: Path | None = None) -> Path:
    """Give the course's folder: ``start``, by default the current one, or the nearest above with an nbgrader config.

    Raises
    ------
    CourseError : there is none.
    """
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / CONFIG_FILE).is_file():
            return folder
    raise CourseError(f"No {CONFIG_FILE} in {start} or above it: run this in the course's folder.")


def units(root: Path) -> list[str]:
    """Give the names of the units that have an assignment, in order."""
    return sorted(path.parent.name for path in root.glob("source/*/*.ipynb") if path.stem == path.parent.name)


def notebook_names(root: Path, unit: str) -> list[str]:
    """Give the names of the notebooks of an assignment, as they stand in ``source/``."""
    return sorted(path.stem for path in (root / "source" / unit).glob("*.ipynb"))


def find_unit(root: Path, word: str) -> str:
    """Give the name of the unit that a word means: its name, or the start of its name and of no other's.

    Raises
    ------
    CourseError : it means none, or several; the message names them.
    """
    known = units(root)
    meant = [word] if word in known else [unit for unit in known if word and unit.startswith(word)]
    if len(meant) > 1:
        raise CourseError(f"{word!r} could be {' or '.join(meant)}: write more of the name.")
    require(root, meant[0] if meant else word)
    return meant[0]


def require(root: Path, unit: str) -> None:
    """Raise CourseError unless there is such an assignment; the message names those that there are."""
    assignments = sorted({path.parent.name for path in root.glob("source/*/*.ipynb")})
    if unit not in assignments:
        there_is = ", ".join(assignments) or "none"
        raise CourseError(f"There is no assignment {unit!r} in source/. The assignments are: {there_is}.")


def lessons(root: Path) -> list[Path]:
    """Give the lesson notebooks, in reading order."""
    return sorted(root.glob("notebooks/*.ipynb"))


def assignment(root: Path, folder: str, unit: str) -> Path:
    """Give the path of a unit's notebook in ``folder``, which is ``source``, ``release`` or ``solutions``."""
    return root / folder / unit / f"{unit}.ipynb"


def reading_order(root: Path) -> list[str]:
    """Give what students read, as paths in the course's folder: each lesson, then its assignment as it is released."""
    pages = [*lessons(root), *(path for path in root.glob("release/*/*.ipynb") if path.stem == path.parent.name)]
    return [path.relative_to(root).as_posix() for path in sorted(pages, key=lambda path: (path.stem, path.parts))]


def nbgrader_config(root: Path) -> Config:
    """Load the course's nbgrader settings."""
    return PyFileConfigLoader(CONFIG_FILE, path=str(root)).load_config()


def nbgrader(root: Path, *arguments: str, before: Sequence[str] = ()) -> str:
    """Run an nbgrader command in the course's folder and give what it wrote.

    Parameters
    ----------
    before : a command that nbgrader is run by, such as one that takes the network away.

    Raises
    ------
    CourseError : the command failed; its last lines are in the message.
    """
    command = [*before, sys.executable, "-P", "-m", "nbgrader", *arguments]
    result = subprocess.run(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if result.returncode:
        tail = "\n".join(result.stdout.splitlines()[-15:])
        raise CourseError(f"`nbgrader {' '.join(arguments)}` failed:\n{tail}")
    return result.stdout


def read(path: Path) -> NotebookNode:
    """Read a notebook.

    Raises
    ------
    CourseError : it is not a notebook.
    """
    try:
        return nbformat.read(path, as_version=4)
    except FileNotFoundError:
        raise CourseError(f"{path} is missing. `rnncourse build` builds whatever can be built.") from None
    except Exception as error:  # nbformat raises many kinds
        raise CourseError(f"{path} cannot be read as a notebook: {error}. Put back a copy of it.") from error


def write(notebook: NotebookNode, path: Path) -> None:
    """Write a notebook whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            nbformat.write(notebook, file)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def code_cells(notebook: NotebookNode) -> Iterator[NotebookNode]:
    """Give the code cells, in order."""
    return (cell for cell in notebook.cells if cell.cell_type == "code")


def points(notebook: NotebookNode) -> tuple[float, float]:
    """Give the points of an assignment that tests give, and those that an instructor gives by hand."""
    from nbgrader.utils import is_grade, is_solution, is_task  # all of nbgrader, which some words do not need

    graded = [cell for cell in notebook.cells if is_grade(cell) or is_task(cell)]
    by_tests = sum(cell.metadata.nbgrader.points for cell in graded if is_grade(cell) and not is_solution(cell))
    return by_tests, sum(cell.metadata.nbgrader.points for cell in graded) - by_tests

"""Which file of a submission is which notebook of the assignment, whatever its name and however many there are."""

import filecmp
import hashlib
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from nbgrader.api import Gradebook, MissingEntry

from rnnstaff import course
from rnnstaff.intake import flags
from rnnstaff.intake.reading import read

NOTEBOOK = (".ipynb", ".ipynb.json", ".ipynb.txt")  # the last ones as browsers and drives save it
COPIED = ".copied"  # the end of the name of the note that is left beside a copy
_MOST = 50  # files that are looked into
_NUMBER = re.compile(r"[ _-]*\(?(\d{1,9})\)?")  # what browsers and LMSs put behind a name that is taken


class Rank(NamedTuple):
    """How well a file fits as a notebook of the assignment; the greatest is taken.

    Parameters
    ----------
    matched : how many cells of the notebook it has.
    written : in how many of them the student wrote something.
    number : the number behind its name, as later versions have it.
    is_named : whether it has the notebook's own name.
    """

    matched: int
    written: int
    number: int
    is_named: bool


def names(root: Path, unit: str) -> list[str]:
    """Give the names of an assignment's notebooks; by default there is one, of the assignment's own name."""
    return course.notebook_names(root, unit) or [unit]


def files(folder: Path) -> list[Path]:
    """Give the notebook files in a submission's folder and below, without links and JupyterLab's checkpoints."""
    found = [path for path in sorted(folder.rglob("*")) if path.name.lower().endswith(NOTEBOOK)]
    found = [path for path in found if path.is_file() and not path.is_symlink()]
    return [path for path in found if ".ipynb_checkpoints" not in path.parts]


def see_that_it_is_there(folder: Path, name: str, others: list[str]) -> None:
    """See that a submission's folder has a file under a notebook's name, where nbgrader looks.

    One with another name, or in a folder below, is copied there: the one with most cells of an assignment. Where there
    is none, an empty file takes its place, which is flagged and graded with 0. When the submission is graded again, and
    the student has handed in again, such a file is made anew.

    Parameters
    ----------
    others : the names of the assignment's other notebooks.
    """
    wanted, note = folder / f"{name}.ipynb", folder / f"{name}.ipynb{COPIED}"
    if wanted.is_file():
        is_ours = note.is_file() and note.stat().st_size == 64 and note.read_bytes() == _digest(wanted).encode()
        if wanted.stat().st_size and not is_ours:
            return
        wanted.unlink()
    found = [path for path in files(folder) if path.stem not in others]
    if others:  # of several notebooks, only one that is named like it can be told apart before the gradebook is open
        found = [path for path in found if _number(path, name) >= 0]
    if found:
        shutil.copyfile(max(found, key=lambda path: (_marks(path), _number(path, name))), wanted)
        if not note.is_dir():
            note.write_text(_digest(wanted))
    else:
        wanted.touch()


def choose(path: Path, resources: dict[str, Any]) -> Path:
    """Give the file that is graded as the notebook ``path``, and flag those that are left over.

    Parameters
    ----------
    resources : nbconvert's, with nbgrader's facts.
    """
    facts, folder = resources["nbgrader"], path.parent
    expected = _released(facts)
    cells = expected.pop(facts["notebook"], {})
    others = [other for other in files(folder) if other.stem not in expected and other != path][:_MOST]
    same = [other for other in others if path.stat().st_size and filecmp.cmp(other, path, shallow=False)]
    if same and (folder / f"{path.name}{COPIED}").is_file():
        flags.add(resources, f"The notebook was handed in as {same[0].relative_to(folder)}.")
    ranks = {other: _rank(other, path, cells) for other in [path, *others] if other not in same}
    ranks[path] = ranks[path]._replace(number=max(_number(other, path.stem) for other in [path, *same]))
    chosen = max(ranks, key=lambda other: (ranks[other], str(other)))
    if chosen != path:
        flags.add(resources, f"{chosen.relative_to(folder)} was graded: it is newer, or holds more, than {path.name}.")
    for other, rank in ranks.items():
        if rank.matched > len(cells) / 2 and other != chosen and not filecmp.cmp(other, chosen, shallow=False):
            flags.add(resources, f"Another notebook of the assignment was not graded: {other.relative_to(folder)}.")
    return chosen


def _rank(path: Path, wanted: Path, cells: Mapping[str, str]) -> Rank:
    notebook, _ = read(path)
    sources = dict(_named(notebook.cells))
    there = sources.keys() & cells.keys()
    written = sum(bool(sources[name].strip()) and sources[name].strip() != cells[name].strip() for name in there)
    return Rank(len(there), written, _number(path, wanted.stem), path == wanted)


def _number(path: Path, name: str) -> int:
    """Give the number behind a notebook's name: 2 for ``name (2).ipynb``, 0 for none, and -1 for another name.

    A copy that JupyterLab made, ``name-Copy1``, is as good as another name: its student went on in the original.
    """
    stem = path.name.lower().split(".ipynb")[0]
    if not stem.startswith(name.lower()):
        return -1
    rest = stem.removeprefix(name.lower())
    match = _NUMBER.fullmatch(rest)
    return int(match[1]) if match else 0 if not rest else -1


def _named(cells: list[Any]) -> Iterator[tuple[str, str]]:
    for cell in cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id") or cell.get("id")
        if isinstance(name, str):
            yield name, cell.source


def _released(facts: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Give the cells of each notebook of the assignment as they were released, by name; of none that is not known."""
    with Gradebook(facts["db_url"]) as gradebook:
        try:
            notebooks = gradebook.find_assignment(facts["assignment"]).notebooks
        except MissingEntry:
            return {}
        return {book.name: {cell.name: cell.source or "" for cell in book.source_cells} for book in notebooks}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _marks(path: Path) -> int:
    notebook, _ = read(path)
    return sum("grade_id" in cell.metadata.get("nbgrader", {}) for cell in notebook.cells)

"""Read what a student handed in, whatever it is: a file that is no notebook is graded as an empty one, and flagged."""

import filecmp
import hashlib
import itertools
import json
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbformat.validator import isvalid
from nbgrader.utils import parse_utc

from rnnstaff.intake import flags

TAKEN = ".taken-away"  # the end of the name of the note that is left where something was
_COPIED = ".copied"  # and of the one that is left beside a copy
NOTEBOOK = (".ipynb", ".ipynb.json", ".ipynb.txt")  # the last ones as browsers and drives save it
_LONGEST_TIME = 100  # characters
LARGEST, MOST_CELLS = 50 * 2**20, 5000  # bytes and cells of a notebook file
MOST_FILES, DEEPEST = 2000, 50  # files and folders of a submission, and folders in folders
LARGEST_FILES, LONGEST_PATH = 256 * 2**20, 1000  # bytes, of all files and of a path in the submission's folder
_MOST_NOTES = 20


class SubmissionExporter(NotebookExporter):
    """nbconvert's notebook exporter, which reads any file; nbgrader uses it as ``Autograde.exporter_class``."""

    def from_filename(
        self, filename: str, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Convert a notebook file; what cannot be read becomes an empty notebook and a flag."""
        path = Path(filename)
        resources = resources if resources is not None else {}
        resources["metadata"] = {"name": path.stem, "path": str(path.parent)}
        notebook, problem = read(path)
        if any(other.is_symlink() for other in path.parent.rglob("*")):  # nbgrader goes on where its hook has failed
            raise OSError(f"There is a link in {path.parent} that could not be removed.")
        if problem:
            flags.add(resources, problem)
        for other in notebooks(path.parent):
            is_copy = other.stem.startswith(f"{path.stem}-Copy")  # as JupyterLab names what it duplicates
            if other != path and not is_copy and path.stat().st_size and filecmp.cmp(other, path, shallow=False):
                flags.add(resources, f"The notebook was handed in as {other.relative_to(path.parent)}.")
        notes = (note for note in sorted(path.parent.rglob(f"*{TAKEN}")) if note.is_file())
        for note in itertools.islice(notes, _MOST_NOTES):
            with note.open(encoding="utf-8", errors="replace") as file:
                flags.add(resources, f"{note.name.removesuffix(TAKEN)} was removed: {file.read(150)}")
        return self.from_notebook_node(notebook, resources=resources, **kw)


def read(path: Path) -> tuple[NotebookNode, str]:
    """Read a notebook of any format and encoding.

    Returns
    -------
    notebook, problem : the notebook in format 4 and an empty text; or what could be read of it, and what is wrong.
    """
    try:
        if path.is_symlink() or not path.is_file():
            return new_notebook(), f"{path.name} is a link or not a file, so it was not read."
        if path.stat().st_size > LARGEST:
            return new_notebook(), f"{path.name} is larger than {LARGEST // 2**20} MiB, so it was not read."
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
        if not text.strip():
            return new_notebook(), f"{path.name} is empty, or no notebook was handed in."
        data = json.loads(text)
        if not (isinstance(data, dict) and isinstance(data.get("cells"), list)):
            data = nbformat.reads(text, as_version=4)  # an older format
        cells = [_normal(cell) for cell in data["cells"][:MOST_CELLS]]
        notebook = new_notebook()
        notebook.cells = [cell for cell in cells if cell is not None]
        if len(data["cells"]) > MOST_CELLS:
            return notebook, f"{path.name} has more than {MOST_CELLS:,} cells; the rest were left out."
        if left_out := cells.count(None):
            return notebook, f"{path.name} has {left_out} cells that cannot be read; these were left out."
        return notebook, ""
    except Exception as error:  # json and nbformat raise whatever a damaged file leads them to
        no_json = isinstance(error, json.JSONDecodeError | nbformat.reader.NotJSONError)
        reason = "it is not valid JSON" if no_json else str(error)[:200]
        return new_notebook(), f"{path.name} cannot be read as a notebook: {reason}."


def _normal(cell: Any) -> NotebookNode | None:
    """Give a cell as it must be, or None if it is no cell or is nested too deep."""
    try:
        return _cell(cell)
    except RecursionError:
        return None


def _cell(cell: Any) -> NotebookNode | None:
    if not isinstance(cell, dict) or cell.get("cell_type") not in ("code", "markdown", "raw"):
        return None
    source = cell.get("source")
    source = "".join(map(str, source)) if isinstance(source, list) else source
    if not isinstance(source, str):
        return None
    source = writable(source)
    new = new_code_cell(source) if cell["cell_type"] == "code" else new_markdown_cell(source)
    if isinstance(cell.get("metadata"), dict):
        new.metadata = nbformat.from_dict(cell["metadata"])
    if not isinstance(new.metadata.get("nbgrader", {}), dict):
        del new.metadata["nbgrader"]
    if isinstance(cell.get("id"), str):
        new.id = cell["id"]
    attachments = writable(nbformat.from_dict(cell.get("attachments")))
    is_valid = isinstance(attachments, dict) and isvalid(attachments, ref="misc/attachments", version=4)
    if is_valid and new.cell_type == "markdown":
        new.attachments = attachments
    return new


def writable(value: Any) -> Any:
    """Give a value of JSON without half characters, which can be read and not be written."""
    text = json.dumps(value, ensure_ascii=False).encode(errors="replace").decode()
    return nbformat.from_dict(json.loads(text))


def notebooks(folder: Path) -> list[Path]:
    """Give the notebook files in a submission's folder and below, without links and JupyterLab's checkpoints."""
    found = [path for path in sorted(folder.rglob("*")) if path.name.lower().endswith(NOTEBOOK)]
    found = [path for path in found if path.is_file() and not path.is_symlink()]
    return [path for path in found if ".ipynb_checkpoints" not in path.parts]


def find_notebook(folder: Path, unit: str) -> None:
    """See that a submission's folder has the notebook under the name of the assignment.

    One with another name, or in a folder below, is copied to where nbgrader looks: the one with most cells of an
    assignment. Where there is none, an empty file takes its place, which is flagged and graded with 0. When the
    submission is graded again, and the student has handed in again, such a file is made anew.
    """
    wanted, note = folder / f"{unit}.ipynb", folder / f"{unit}.ipynb{_COPIED}"
    if wanted.is_file():
        is_ours = note.is_file() and note.stat().st_size == 64 and note.read_bytes() == _digest(wanted).encode()
        if wanted.stat().st_size and not is_ours:
            return
        wanted.unlink()
    others = notebooks(folder)
    if others:
        shutil.copyfile(max(others, key=_marks), wanted)
        if not note.is_dir():
            note.write_text(_digest(wanted))
    else:
        wanted.touch()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def prepare(assignment: str, notebooks: list[str], **_: Any) -> None:
    """Be nbgrader's ``Autograde.pre_convert_hook``: find a notebook with another name, and take away what is harmful.

    nbgrader copies what a link points to, and later into the feedback: the gradebook, for example. It stops at a pipe,
    and at a time of handing in that is none.
    """
    folder = Path(notebooks[0]).parent
    # Notes are written when no link is left: one that has a note's name would lead them elsewhere.
    notes: list[tuple[Path, str]] = []
    for place in (folder.parent, folder):  # who links to the folder of the assignment would hand in its answers
        if place.is_symlink():
            place.unlink()
            place.mkdir()
            notes.append((folder / place.name, "it was a link."))
    folder.mkdir(exist_ok=True)
    try:
        _set_aside(folder, notes)
        _tidy(folder, assignment, notes)
    except OSError:  # of what a file system refuses, we do not know all
        _set_aside(folder, notes, most=1)
        _tidy(folder, assignment, notes)
    for path, reason in notes:
        free(folder / (flags.printable(path.name[:50], "_") + TAKEN)).write_text(reason)  # a name has at most 255 bytes
    find_notebook(folder, assignment)
    notebooks[:] = [str(folder / f"{assignment}.ipynb")]  # of the others nbgrader says only that it knows them not


def _tidy(folder: Path, assignment: str, notes: list[tuple[Path, str]]) -> None:
    """Take away what is neither a file nor a folder, and see that what nbgrader reads or prints can be."""
    linked = None  # to look for links takes a walk over the whole course
    for path in sorted(folder.rglob("*"), reverse=True):  # what is in a folder comes before it
        if not path.is_symlink() and path.is_file() and path.stat().st_nlink > 1:
            linked = _linked(folder.parents[2]) if linked is None else linked
            if words := _separate(path, folder, linked):
                notes.append((path, words))
            if not path.is_file():
                continue
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            notes.append((path, "it was a link." if path.is_symlink() else "it was neither a file nor a folder."))
            path.unlink()
        elif not path.name.isprintable():  # nbgrader writes it into your terminal
            path.rename(free(path.with_name(flags.printable(path.name, "_"))))
    for path in (folder / name for name in (f"{assignment}.ipynb", "timestamp.txt", flags.FILE)):
        if path.is_dir():
            path.rename(free(path.with_name(path.name + "-folder")))
            notes.append((path, "it was a folder."))
    handed_in = folder / "timestamp.txt"
    try:
        with handed_in.open(encoding="utf-8") as file:
            text = file.read(_LONGEST_TIME + 1)
        time = parse_utc(text[:_LONGEST_TIME].strip())
    except FileNotFoundError:
        pass
    except Exception:  # dateutil raises what an odd text leads it to
        handed_in.rename(free(folder / "timestamp-unread.txt"))
        notes.append((handed_in, "it contained no time."))
    else:
        if len(text) > _LONGEST_TIME or not text.strip().isprintable():  # nbgrader would read all of it, and print it
            handed_in.write_text(f"{time} UTC\n")


def _separate(path: Path, folder: Path, linked: dict[tuple[int, int], list[Path]]) -> str:
    """Make a file of its own of one that has more names, as some backups leave them; say what is odd about it.

    Where another of its names is in the course, and in no submission, it is taken away: the gradebook, for example.

    Parameters
    ----------
    linked : as :func:`_linked` gives it for the course.
    """
    status, root, submitted = path.stat(), folder.parents[2], folder.parents[1].name
    names = linked.get((status.st_dev, status.st_ino), [])
    others = [other.relative_to(root) for other in names if not other.is_relative_to(folder)]
    if any(submitted not in other.parts[:-1] for other in others):
        path.unlink()
        return "it was a hard link to a file of the course."
    copy = free(path.with_name("copy"))
    shutil.copyfile(path, copy)
    copy.replace(path)
    for other in others:  # whose file it was, nobody can see afterwards: both are told
        note = root.joinpath(*other.parts[:3], other.name[:50] + TAKEN)
        with suppress(OSError), note.open("x") as file:  # it may be there already: as a link to anything
            file.write(f"it was a hard link to a file in {folder.relative_to(root)}; a copy took its place.")
    return f"it was a hard link to a file in {others[0].parent}; a copy took its place." if others else ""


def _linked(root: Path) -> dict[tuple[int, int], list[Path]]:
    """Give all files below a folder that have more names than one, while other processes change what is there."""
    found: dict[tuple[int, int], list[Path]] = {}
    for place, _, names in os.walk(root):
        for path in (Path(place, name) for name in names):
            with suppress(OSError):
                status = path.lstat()
                if status.st_nlink > 1:
                    found.setdefault((status.st_dev, status.st_ino), []).append(path)
    return found


def _set_aside(folder: Path, notes: list[tuple[Path, str]], most: int = MOST_FILES) -> None:
    """Move what is too much out of a submission's folder, into one beside it: nbgrader would take hours, or fail."""
    count, size, aside = 0, 0, None
    first = (f"{folder.name}.ipynb", "timestamp.txt")
    for path in sorted(folder.iterdir(), key=lambda path: (path.name not in first, path.suffix != ".ipynb", path)):
        more = _entries(path, len(os.fsencode(folder)))
        if more and count + more[0] <= most and size + more[1] <= LARGEST_FILES:
            count, size = count + more[0], size + more[1]
            continue
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o700)  # or it cannot be moved
        aside = aside or Path(tempfile.mkdtemp(prefix=f"{folder.name}{TAKEN}-", dir=folder.parent))
        path.rename(aside / path.name)
    if aside:
        limits = f"{MOST_FILES:,} files or {LARGEST_FILES // 2**20} MiB"
        notes.append((folder / "the rest", f"more than {limits}, nested too deep, or unreadable."))


def _entries(path: Path, start: int) -> tuple[int, int] | None:
    """Count files and folders, and bytes; None where there are too many, nested too deep, or not to be read."""
    waiting, count, size = [(path, 1)], 1, 0
    while waiting:
        place, depth = waiting.pop()
        try:
            is_link = place.is_symlink()
            is_folder = not is_link and place.is_dir()
            inside = [(entry, depth + 1) for entry in place.iterdir()] if is_folder else []
            if not is_link and not os.access(place, os.R_OK):
                return None
            size += 0 if is_link or is_folder else place.stat().st_size
        except OSError:  # a path that is too long, for example
            return None
        waiting, count = waiting + inside, count + len(inside)
        is_deep = is_folder and depth > DEEPEST
        if is_deep or count > MOST_FILES or len(os.fsencode(place)) - start > LONGEST_PATH:
            return None
    return count, size


def free(path: Path) -> Path:
    """Give this path, or one like it if something is there."""
    numbered = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in itertools.count(2))
    return next(free for free in itertools.chain([path], numbered) if not os.path.lexists(free))


def _marks(path: Path) -> int:
    notebook, _ = read(path)
    return sum("grade_id" in cell.metadata.get("nbgrader", {}) for cell in notebook.cells)

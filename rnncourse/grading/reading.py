"""Read what a student handed in, whatever it is: a file that is no notebook is graded as an empty one, and flagged."""

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbformat.validator import isvalid
from nbgrader.utils import parse_utc

from rnncourse.grading import flags

_TAKEN = ".taken-away"  # the end of the name of the note that is left where something was
LARGEST, MOST_CELLS = 50 * 2**20, 5000  # bytes and cells of a notebook file
MOST_FILES, DEEPEST = 2000, 50  # files and folders of a submission, and folders in folders


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
            raise OSError(f"There is a link in {path.parent} that could not be taken away.")
        if problem:
            flags.add(resources, problem)
        for other in notebooks(path.parent):
            is_copy = other.stem.startswith(f"{path.stem}-Copy")  # as JupyterLab names what it duplicates
            if other != path and not is_copy and path.stat().st_size and other.read_bytes() == path.read_bytes():
                flags.add(resources, f"The notebook was handed in as {other.relative_to(path.parent)}.")
        for note in path.parent.rglob(f"*{_TAKEN}"):
            if note.is_file():
                reason = note.read_text(errors="replace")[:100]
                flags.add(resources, f"{note.name.removesuffix(_TAKEN)} was taken away: {reason}")
        return self.from_notebook_node(notebook, resources=resources, **kw)


def read(path: Path) -> tuple[NotebookNode, str]:
    """Read a notebook of any format and encoding.

    Returns
    -------
    notebook, problem : the notebook in format 4 and an empty text; or what could be read of it, and what is wrong.
    """
    try:
        if path.is_symlink() or not path.is_file():
            return new_notebook(), f"{path.name} is a link or no file; it was not read."
        if path.stat().st_size > LARGEST:
            return new_notebook(), f"{path.name} is larger than {LARGEST // 2**20} MiB; it was not read."
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
        if not text.strip():
            return new_notebook(), f"{path.name} is empty."
        data = json.loads(text)
        if not (isinstance(data, dict) and isinstance(data.get("cells"), list)):
            data = nbformat.reads(text, as_version=4)  # an older format
        cells = [_normal(cell) for cell in data["cells"][:MOST_CELLS]]
        notebook = new_notebook()
        notebook.cells = [cell for cell in cells if cell is not None]
        if len(data["cells"]) > MOST_CELLS:
            return notebook, f"{path.name} has more than {MOST_CELLS:,} cells; the rest was left out."
        if left_out := cells.count(None):
            return notebook, f"{path.name} has {left_out} cells that cannot be read; they were left out."
        return notebook, ""
    except Exception as error:  # json and nbformat raise whatever a damaged file leads them to
        no_json = isinstance(error, json.JSONDecodeError | nbformat.reader.NotJSONError)
        reason = "it is not valid JSON" if no_json else str(error)[:200]
        return new_notebook(), f"{path.name} is not a notebook that can be read: {reason}."


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
    found = [path for path in sorted(folder.rglob("*.ipynb")) if path.is_file() and not path.is_symlink()]
    return [path for path in found if ".ipynb_checkpoints" not in path.parts]


def find_notebook(folder: Path, unit: str) -> None:
    """See that a submission's folder has the notebook under the name of the assignment.

    One with another name, or in a folder below, is copied to where nbgrader looks: the one with most cells of an
    assignment. Where there is none, an empty file takes its place, which is flagged and graded with 0.
    """
    wanted = folder / f"{unit}.ipynb"
    if wanted.is_file():
        return
    others = notebooks(folder)
    if others:
        shutil.copyfile(max(others, key=_marks), wanted)
    else:
        wanted.touch()


def prepare(assignment: str, notebooks: list[str], **_: Any) -> None:
    """Be nbgrader's ``Autograde.pre_convert_hook``: find a notebook with another name, and take away what is harmful.

    nbgrader copies what a link points to, and later into the feedback: the gradebook, for example. It stops at a pipe,
    and at a time of handing in that is none.
    """
    folder = Path(notebooks[0]).parent
    for place in (folder.parent, folder):  # who links to the folder of the assignment would hand in its answers
        if place.is_symlink():
            place.unlink()
            place.mkdir()
            _note(folder / place.name, "it was a link.")
    _set_aside(folder)
    for path in list(folder.rglob("*")):
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            reason = "it was a link." if path.is_symlink() else "it was neither a file nor a folder."
            path.unlink()
            _note(path, reason)
    for path in (folder / name for name in (f"{assignment}.ipynb", "timestamp.txt", flags.FILE)):
        if path.is_dir():
            path.rename(path.with_name(path.name + "-folder"))
            _note(path, "it was a folder.")
    handed_in = folder / "timestamp.txt"
    try:
        parse_utc(handed_in.read_text().strip() or "2000-01-01")
    except FileNotFoundError:
        pass
    except Exception:  # dateutil raises what an odd text leads it to
        handed_in.rename(folder / "timestamp-unread.txt")
        _note(handed_in, "it held no time.")
    find_notebook(folder, assignment)
    wanted = str(folder / f"{assignment}.ipynb")
    if wanted not in notebooks:
        notebooks.append(wanted)


def _set_aside(folder: Path) -> None:
    """Move what is too much out of a submission's folder, into one beside it: nbgrader would take hours, or fail."""
    count, aside = 0, None
    for path in sorted(
        folder.iterdir(), key=lambda path: (path.suffix != ".ipynb", path.name != "timestamp.txt", path)
    ):
        size = _entries(path)
        if count + size <= MOST_FILES:
            count += size
            continue
        if aside is None:
            place = folder.with_name(f"{folder.name}{_TAKEN}")
            place.mkdir(exist_ok=True)
            aside = Path(tempfile.mkdtemp(dir=place))
        path.rename(aside / path.name)
    if aside:
        _note(folder / "the rest", f"more than {MOST_FILES:,} files, or folders nested too deep.")


def _entries(path: Path) -> int:
    """Count files and folders, to little more than is allowed; what is nested too deep counts as too many."""
    waiting, count = [(path, 1)], 1
    while waiting and count <= MOST_FILES:
        place, depth = waiting.pop()
        try:
            is_folder = not place.is_symlink() and place.is_dir()
            inside = [(entry, depth + 1) for entry in place.iterdir()] if is_folder else []
        except OSError:  # a path that is too long, for example
            return MOST_FILES + 1
        if is_folder and depth > DEEPEST:
            return MOST_FILES + 1
        waiting, count = waiting + inside, count + len(inside)
    return count


def _note(path: Path, reason: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.with_name(path.name[:50] + _TAKEN).write_text(reason)  # a name has at most 255 bytes


def _marks(path: Path) -> int:
    notebook, _ = read(path)
    return sum("grade_id" in cell.metadata.get("nbgrader", {}) for cell in notebook.cells)

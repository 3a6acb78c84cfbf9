"""Put a submission back into the shape of the assignment, from the gradebook's copy, whatever was done to it."""

import ast
import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from textwrap import shorten
from typing import Any

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, NbGraderPreprocessor
from nbgrader.utils import compute_checksum

from rnnstaff import course
from rnnstaff.intake import choosing, flags

_SKIP = {"skip-execution", "raises-exception"}
_LONGEST = 20_000  # characters: what to parse can take the square of it


class RestoreCells(NbGraderPreprocessor):
    """Build the notebook that is graded: locked cells and metadata from the gradebook, answers from the student.

    Other cells of the student's stay beside the cell that they followed. All outputs go.
    """

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Rebuild the notebook and flag what had to be restored."""
        facts = resources["nbgrader"]
        with Gradebook(facts["db_url"]) as gradebook:
            notebook = gradebook.find_notebook(facts["notebook"], facts["assignment"])
            points = {cell.name: cell.max_score for cell in [*notebook.grade_cells, *notebook.task_cells]}
            kinds = {
                kind: {cell.name for cell in getattr(notebook, f"{kind}_cells")}
                for kind in ("grade", "solution", "task")
            }
            masters = [_Master(cell, points, kinds) for cell in notebook.source_cells]
            kernelspec = json.loads(notebook.kernelspec) if notebook.kernelspec else {"name": "python3"}
        masters = self._in_order(masters, facts)
        found, notes = _match(masters, nb.cells)
        flags.add(resources, *notes)
        cells, taken = [], {id(cell) for cell in found.values()}
        followers = _followers(nb.cells, found)
        cells += [_plain(cell) for cell in followers.pop("", [])]
        if not found:
            flags.add(resources, "All cells of the assignment were missing; they were restored.")
        for master in masters:
            submitted = found.get(master.name)
            added = _added(master, submitted) if submitted is not None else ""
            if found:
                flags.add(resources, *self._edits(master, submitted, added))
            cells.append(master.restored(submitted))
            if added:
                cells.append(new_code_cell(added))
            cells += [_plain(cell) for cell in followers.get(master.name, []) if id(cell) not in taken]
        for number, cell in enumerate(cells):
            cell.id = cell.metadata.get("nbgrader", {}).get("grade_id") or f"other-{number}"
        nb.cells = cells
        nb.metadata = NotebookNode(kernelspec=kernelspec, language_info={"name": "python"})
        nb.nbformat, nb.nbformat_minor = 4, 5
        flags.write(resources, self._earlier(facts))
        return nb, resources

    def _earlier(self, facts: dict[str, Any]) -> list[str]:
        """Give the flags of the assignment's notebooks before this one; before the first, the file is the student's."""
        coursedir = CourseDirectory(parent=self)
        if facts["notebook"] == min(choosing.names(Path(coursedir.root), facts["assignment"])):
            return []
        place = coursedir.format_path(coursedir.autograded_directory, facts["student"], facts["assignment"])
        return flags.read(Path(place))

    def _in_order(self, masters: list["_Master"], facts: dict[str, Any]) -> list["_Master"]:
        """Sort as in ``source/``: the gradebook puts a cell that was added later at its end."""
        coursedir = CourseDirectory(parent=self)
        folder = coursedir.format_path(coursedir.source_directory, ".", facts["assignment"])
        path = Path(folder) / f"{facts['notebook']}.ipynb"
        if not path.is_file():
            return masters
        names = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in course.read(path).cells]
        places = {name: place for place, name in enumerate(names)}
        return sorted(masters, key=lambda master: places.get(master.name, len(places)))

    def _edits(self, master: "_Master", submitted: NotebookNode | None, added: str) -> Iterable[str]:
        """Say what was done to a cell of the assignment.

        A cell that is still as some release had it was not changed by the student, but by the instructor since.

        Parameters
        ----------
        added : the code that the student added to it.
        """
        if submitted is None:
            yield f"The cell {master.name} was missing; it was restored."
            return
        if _SKIP & set(_tags(submitted)) and (master.locked or master.is_test):
            yield f"The cell {master.name} had a tag that would skip the cell or hide its error."
        data = submitted.metadata.get("nbgrader", {})
        if _is_as_released(submitted):
            return
        for key, wanted in master.metadata().items():
            if key in ("points", "grade", "solution", "locked", "task") and data and data.get(key, wanted) != wanted:
                yield f"The cell {master.name} had other {key} than the assignment: {str(data.get(key))[:20]}."
        if not master.locked:
            return
        make = new_code_cell if master.cell_type == "code" else new_markdown_cell
        released = make(master.source, metadata={"nbgrader": master.metadata()})
        for clear in (ClearHiddenTests(parent=self), ClearMarkScheme(parent=self)):
            released, _ = clear.preprocess_cell(released, {}, 0)
        if not any(_same(submitted, cell) for cell in (released, master)):
            kept = f", and what was added to it follows it: {shorten(added, 80)}" if added else ""
            yield f"The text of the locked cell {master.name} was changed; the original was restored{kept}."


class _Master:
    """A cell of the assignment as the gradebook has it."""

    def __init__(self, cell: Any, points: dict[str, float], kinds: dict[str, set[str]]) -> None:
        self.name, self.source, self.locked = cell.name, cell.source, bool(cell.locked)
        self.cell_type, self.checksum, self.points = cell.cell_type, cell.checksum, points.get(cell.name)
        self.is_grade, self.is_solution, self.is_task = (cell.name in kinds[k] for k in ("grade", "solution", "task"))
        self.is_test = self.is_grade and not self.is_solution
        self.defines = _defined(cell.source) if self.is_solution and cell.cell_type == "code" else set()

    def metadata(self) -> dict[str, Any]:
        data = {
            "grade": self.is_grade, "grade_id": self.name, "locked": self.locked, "schema_version": 3,
            "solution": self.is_solution, "task": self.is_task, "checksum": self.checksum, "cell_type": self.cell_type,
        }  # fmt: skip
        return data | ({"points": self.points} if self.points is not None else {})

    def restored(self, submitted: NotebookNode | None) -> NotebookNode:
        """Give the cell as it is graded."""
        if self.locked or (self.is_task and submitted is None):
            source = self.source
        elif submitted is not None:
            source = submitted.source.replace("\r\n", "\n")
        else:  # not as released: its stub would undo an answer that was written into another cell
            source = "" if self.cell_type == "markdown" else f"# The cell {self.name} was missing."
        make = new_markdown_cell if self.cell_type == "markdown" else new_code_cell
        cell = make(source, metadata={"nbgrader": self.metadata()})
        if self.cell_type == "markdown" and submitted is not None and "attachments" in submitted:
            cell.attachments = submitted.attachments
        return cell


def _is_as_released(cell: NotebookNode) -> bool:
    """Say whether a cell has the checksum that nbgrader gave it when it was released, at whatever time."""
    try:
        return cell.metadata.nbgrader.checksum == compute_checksum(cell)
    except (AttributeError, KeyError, TypeError, ValueError):  # the marks are the student's to write
        return False


def _added(master: _Master, submitted: NotebookNode) -> str:
    """Give the statements that a student added to a locked cell, such as an import; none of a cell with tests."""
    if not master.locked or master.cell_type != "code" or master.is_test:
        return ""
    ours, theirs = _parsed(master.source), _parsed(submitted.source)
    if ours is None or theirs is None:
        return ""
    try:
        known = {ast.dump(statement) for statement in ours.body}
        added = [statement for statement in theirs.body if ast.dump(statement) not in known]
        return "\n".join(ast.unparse(statement) for statement in added)
    except RecursionError:  # it goes deeper than parsing
        return ""


def _match(masters: list[_Master], cells: list[NotebookNode]) -> tuple[dict[str, NotebookNode], list[str]]:
    """Find each cell of the assignment in a submission: by its grade id, its cell id, or what it holds."""
    found: dict[str, NotebookNode] = {}
    notes: list[str] = []
    names = {master.name for master in masters}
    locked = {master.name for master in masters if master.locked}
    before = None
    for cell in cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if isinstance(name, str) and name in names:
            # the two parts of a cell that JupyterLab split have its mark both
            is_part = name == before and name not in locked
            if name in found and not is_part:
                notes.append(f"There was more than one cell {name}; the last one counts.")
            found[name] = cell
        before = name
    used = {id(cell) for cell in found.values()}
    for master in masters:
        if master.name in found:
            continue
        rest = [cell for cell in cells if id(cell) not in used]
        candidates = [cell for cell in rest if cell.get("id") == master.name]
        if not candidates and master.defines:
            candidates = [cell for cell in rest if cell.cell_type == "code" and master.defines <= _defined(cell.source)]
        if not candidates and master.locked:
            start = _text(master.source)[:200]
            candidates = [cell for cell in rest if start and _text(cell.source).startswith(start)]
        if candidates:
            found[master.name] = candidates[-1]
            used.add(id(candidates[-1]))
            notes.append(f"The cell {master.name} had lost its mark; it was recognized by its content.")
    order = [master.name for master in masters if master.name in found]
    places = {id(cell): place for place, cell in enumerate(cells)}
    if order != sorted(order, key=lambda name: places[id(found[name])]):
        notes.append("The cells were in a different order from the assignment; the order was restored.")
    return found, notes


def _followers(cells: list[NotebookNode], found: dict[str, NotebookNode]) -> dict[str, list[NotebookNode]]:
    """Give the other cells, by the name of the cell of the assignment that they follow."""
    names = {id(cell): name for name, cell in found.items()}
    followers: dict[str, list[NotebookNode]] = {"": []}
    name = ""
    for cell in cells:
        if id(cell) in names:
            name = names[id(cell)]
        else:
            followers.setdefault(name, []).append(cell)
    return followers


def _plain(cell: NotebookNode) -> NotebookNode:
    """Give a cell of the student's own without metadata: tags and marks are the student's to forge."""
    make = new_code_cell if cell.cell_type == "code" else new_markdown_cell
    plain = make(cell.source.replace("\r\n", "\n"))
    if cell.cell_type == "markdown" and "attachments" in cell:
        plain.attachments = cell.attachments
    return plain


def _tags(cell: NotebookNode) -> list[str]:
    tags = cell.metadata.get("tags", [])
    return [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []


def _text(source: str) -> str:
    """Give a cell's text without what editors change by themselves: line ends, blanks at the end of lines."""
    return "\n".join(line.rstrip() for line in source.strip().splitlines())


def _same(submitted: NotebookNode, cell: Any) -> bool:
    """Say whether two cells hold the same text, or the same code in another form: formatters run over notebooks."""
    if _text(submitted.source) == _text(cell.source):
        return True
    ours, theirs = _parsed(cell.source), _parsed(submitted.source)
    if cell.cell_type != "code" or ours is None or theirs is None:
        return False
    try:
        return ast.dump(theirs) == ast.dump(ours)
    except RecursionError:  # it goes deeper than parsing
        return False


@lru_cache(maxsize=10_000)
def _defined(source: str) -> set[str]:
    """Give the functions that a cell defines."""
    tree = _parsed(source)
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)} if tree else set()


def _parsed(source: str) -> ast.Module | None:
    """Give a cell's code as a tree, or None; of a very long one too, as parsing takes 500 times its memory."""
    try:
        return ast.parse(source) if len(source) <= _LONGEST else None
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None

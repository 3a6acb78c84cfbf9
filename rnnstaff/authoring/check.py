"""The checks of ``rnncourse build --check``: nothing built is stale, nothing that is hidden is given away."""

import ast
import tempfile
from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode
from nbgrader.utils import is_grade, is_solution

from rnncourse.plotting import NOTE
from rnnstaff import course
from rnnstaff.authoring import build, leaks, metadata, outputs, times, turns
from rnnstaff.progress import Report


def problems(root: Path, progress: Report = lambda *_: None) -> Iterator[str]:
    """Give what is wrong in the course, a sentence each; nothing when all is well. The released notebooks are run.

    Raises
    ------
    CourseError : a notebook cannot be read or converted at all.
    """
    for path in course.lessons(root):
        notebook = course.read(path)
        yield from _format(notebook, path.name)
        yield from _kernel(notebook, path.name)
        yield from _outputs(notebook, path.name)
        yield from _texts(notebook, path.name)
    with build.workspace(root) as work:
        units = course.units(root)
        for done, unit in enumerate(units):
            progress("check", done, len(units))
            source = course.read(course.assignment(root, "source", unit))
            yield from _format(source, f"source {unit}")
            yield from _source(source, f"source {unit}")
            built = build.release(work, unit)
            path = course.assignment(root, "release", unit)
            if not path.is_file() or path.read_bytes() != built.read_bytes():
                yield f"release {unit} is stale: run `rnncourse build`."
            yield from _leaks(source, course.read(built), f"release {unit}")
            yield from _release_runs(course.read(built), f"release {unit}")
            path = course.assignment(root, "solutions", unit)
            if not build.solution_is_fresh(path, build.solution(work, unit)):
                yield f"solutions {unit} is stale, or its outputs were made by other code: run `rnncourse build`."
        progress("check", len(units), len(units))


def _format(notebook: NotebookNode, name: str) -> Iterator[str]:
    if (notebook.nbformat, notebook.nbformat_minor) != (4, 5):
        yield f"{name} is in format {notebook.nbformat}.{notebook.nbformat_minor}; the course's notebooks are in 4.5."
    ids = [cell.get("id") for cell in notebook.cells]
    for cell_id in sorted({str(cell_id) for cell_id in ids if ids.count(cell_id) > 1}):
        yield f"{name} has more than one cell with the id {cell_id}."


def _kernel(notebook: NotebookNode, name: str) -> Iterator[str]:
    if notebook.metadata != metadata.plain(notebook):
        yield f"{name} names a kernel or holds metadata of the editor that saved it: run `rnncourse build`."


def _outputs(notebook: NotebookNode, name: str) -> Iterator[str]:
    if not outputs.is_fresh(notebook):
        yield f"{name} has no outputs, or outputs that were made by other code: run `rnncourse build`."
    for cell in course.code_cells(notebook):
        for output in cell.outputs:
            if output.output_type == "error":
                yield f"{name}: cell {cell.id} holds an error."
            if output.output_type == "stream" and output.name == "stderr":
                yield f"{name}: cell {cell.id} wrote to stderr: {output.text[:80]!r}"
            if output.output_type == "stream" and NOTE in output.text:
                yield f"{name}: cell {cell.id} shows a figure that does not fit the page: {output.text.strip()}"
            if "image/png" in output.get("data", {}):
                figure, where = output.metadata.get("image/png", {}), f"{name}: cell {cell.id}"
                for key, lacks in {"alt": "alt text", "width": "its width on the page"}.items():
                    if not figure.get(key):
                        yield f"{where} shows a figure without {lacks}: use plotting.show(figure, alt=…)."


def _texts(notebook: NotebookNode, name: str) -> Iterator[str]:
    for problem in [*turns.problems(notebook), *times.problems(notebook)]:
        yield f"{name}: {problem}"


def _source(source: NotebookNode, name: str) -> Iterator[str]:
    for cell in course.code_cells(source):
        if cell.outputs or cell.execution_count is not None:
            yield f"{name}: cell {cell.id} holds outputs; `source/` holds none."
        if is_grade(cell) and not is_solution(cell):
            points, stated = cell.metadata.nbgrader.points, _points_of_checks(cell.source)
            if stated != points:
                yield f"{name}: cell {cell.id} has {points} points, but Checks(points={stated}) in its code."


def _points_of_checks(code: str) -> float | None:
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Checks":
            return next((ast.literal_eval(keyword.value) for keyword in node.keywords if keyword.arg == "points"), None)
    return None


def _leaks(source: NotebookNode, release: NotebookNode, name: str) -> Iterator[str]:
    """Look in the release for the marks of hidden regions, and for lines that stand in hidden regions only."""
    text = "\n".join(cell.source for cell in release.cells)
    for mark in leaks.MARKS:
        if mark in text:
            yield f"{name} holds the mark {mark}."
    shown = {line.strip() for line in text.splitlines()}
    for cell in source.cells:
        hidden, kept = leaks.split(cell.source)
        # A long line of a hidden region is given away if the release shows it in a place the source does not.
        for line in sorted(hidden - kept):
            if len(line) > 30 and line in shown and not any(line in leaks.split(c.source)[1] for c in source.cells):
                yield f"{name} shows a hidden line of {cell.id}: {line!r}."


def _release_runs(release: NotebookNode, name: str) -> Iterator[str]:
    """Run the release as a student gets it: each cell parses, and fails, if at all, with NotImplementedError."""
    with tempfile.TemporaryDirectory() as folder:
        build.execute(release, Path(folder), allow_errors=True)
    for cell in course.code_cells(release):
        for output in cell.outputs:
            if output.output_type == "error" and output.ename != "NotImplementedError":
                yield f"{name}: cell {cell.id} fails with {output.ename}: {output.evalue}"
            if output.output_type == "stream" and output.name == "stderr":
                yield f"{name}: cell {cell.id} writes to stderr: {output.text[:80]!r}"

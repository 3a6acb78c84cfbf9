"""Build what is built: lessons' outputs, ``release/`` and ``solutions/``, through nbgrader's own converters."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode, from_dict
from nbgrader.apps import NbGraderAPI
from nbgrader.converters import GenerateSolution
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import ClearMarkScheme, IncludeHeaderFooter, LockCells
from nbgrader.utils import determine_grade, is_grade, setenv

from rnnstaff import course
from rnnstaff.authoring import metadata, outputs, times, turns
from rnnstaff.course import CourseError
from rnnstaff.progress import Report


def build(root: Path, force: bool = False, progress: Report = lambda *_: None) -> list[Path]:
    """Build all that is stale, or with ``force`` everything, and give the paths that were written.

    Lessons run on all the data, assignments on the grading budget.

    Raises
    ------
    CourseError : a notebook cannot be converted, a cell of a lesson fails, or a reference answer misses points.
    """
    written = []
    with workspace(root) as work:
        for unit in course.units(root):
            release_path, solution_path = (course.assignment(root, name, unit) for name in ("release", "solutions"))
            if _update_folder(release(work, unit).parent, release_path.parent):
                written.append(release_path)
            if force or not solution_is_fresh(solution_path, solution(work, unit)):
                _build_solution(work, unit, solution_path, progress)
                written.append(solution_path)
    for path in course.lessons(root):
        lesson = course.read(path)
        if force or not outputs.is_fresh(lesson):
            _run_lesson(path, progress)
        elif lesson.metadata != metadata.plain(lesson):  # an editor saved it
            lesson.metadata = from_dict(metadata.plain(lesson))
            course.write(lesson, path)
        else:
            continue
        written.append(path)
    return written


@contextmanager
def workspace(root: Path) -> Iterator[Path]:
    """Give a throw-away course with the same sources and settings, so that a build touches no gradebook."""
    with tempfile.TemporaryDirectory(prefix="rnncourse-") as folder:
        work = Path(folder).resolve()
        shutil.copytree(root / "source", work / "source")
        shutil.copy(root / course.CONFIG_FILE, work)
        yield work


def release(work: Path, unit: str) -> Path:
    """Release an assignment inside a workspace and give the path of the notebook.

    Raises
    ------
    CourseError : nbgrader refuses the source; its words are in the message.
    """
    config = course.nbgrader_config(work)
    result = NbGraderAPI(CourseDirectory(root=str(work), config=config), config=config).generate_assignment(unit)
    if not result["success"]:
        raise CourseError(f"nbgrader cannot release {unit}:\n{result['log']}{result.get('error', '')}")
    path = course.assignment(work, "release", unit)
    path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n"))  # nbgrader writes the line ends of the system
    return path


def solution(work: Path, unit: str) -> NotebookNode:
    """Make the solution of an assignment that was released inside the workspace, not executed."""
    config = course.nbgrader_config(work)
    config.GenerateSolution.preprocessors = [IncludeHeaderFooter, LockCells, ClearMarkScheme]
    coursedir = CourseDirectory(root=str(work), config=config, assignment_id=unit)
    GenerateSolution(coursedir=coursedir, config=config, force=True).start()
    return course.read(course.assignment(work, "solutions", unit))


def solution_is_fresh(path: Path, unexecuted: NotebookNode) -> bool:
    """Say whether a stored solution is what its source gives, with outputs of its own."""
    if not path.is_file():
        return False
    stored = course.read(path)
    fresh = outputs.is_fresh(stored) and stored.metadata == metadata.plain(stored)
    outputs.clear(stored)
    cells = [[(cell.id, cell.source, cell.metadata) for cell in notebook.cells] for notebook in (stored, unexecuted)]
    return fresh and cells[0] == cells[1]


def execute(
    notebook: NotebookNode, folder: Path, allow_errors: bool = False, on_cell: Callable = lambda **_: None
) -> times.Clock:
    """Run a notebook in place, in a kernel of its own with ``folder`` as its working folder, and give its times.

    Raises
    ------
    nbclient.exceptions.CellExecutionError : a cell failed and ``allow_errors`` is off.
    """
    clock = times.Clock()
    client = NotebookClient(
        notebook,
        timeout=None,
        kernel_name="python3",
        allow_errors=allow_errors,
        record_timing=False,
        store_widget_state=False,
        extra_arguments=["--log-level=ERROR"],  # ipykernel warns of its unencrypted local connection at every start
        on_cell_start=on_cell,
        on_cell_execute=lambda **_: clock.start(client.km.provisioner.pid),
        on_cell_executed=lambda cell, **_: clock.stop(client.km.provisioner.pid, cell),
        resources={"metadata": {"path": str(folder)}},
    )
    client.execute()
    return clock


def _build_solution(work: Path, unit: str, path: Path, progress: Report) -> None:
    notebook = solution(work, unit)
    # All checks are there, so the points are true, and shown.
    with setenv(RNNCOURSE_BUDGET="grading", NBGRADER_EXECUTION="autograde"):
        _execute_with_progress(notebook, path, progress, allow_errors=True)
    for cell in filter(is_grade, course.code_cells(notebook)):
        score, points = determine_grade(cell)
        if score is not None and score < points:
            text = "\n".join(output.get("text", output.get("evalue", "")) for output in cell.outputs)
            raise CourseError(f"{unit}: the reference answer earns {score} of {points} in {cell.id}:\n{text}")
    outputs.seal(notebook, course.read(path) if path.is_file() else None)
    course.write(notebook, path)


def _run_lesson(path: Path, progress: Report) -> None:
    notebook, before = course.read(path), course.read(path)
    outputs.clear(notebook)
    try:
        turns.insert(notebook)
        clock = _execute_with_progress(notebook, path, progress)
        turns.collect(notebook, before, outputs.plain_text, outputs.TIMED_TAG)
    except CellExecutionError as error:
        raise CourseError(
            f"{path.name}: {turns.failed(notebook)}, so its stored outputs are left as they were.\n{error}"
        ) from error
    except CourseError as error:
        raise CourseError(f"{path.name}: {error}") from error
    outputs.seal(notebook, before)
    times.note(notebook, before, {cell.id: clock.seconds.get(cell.id, 0) for cell in course.code_cells(notebook)})
    course.write(notebook, path)


def _execute_with_progress(
    notebook: NotebookNode, path: Path, progress: Report, allow_errors: bool = False
) -> times.Clock:
    name, total = f"{path.parent.name}/{path.name}", len(notebook.cells)
    progress(name, 0, total)
    with tempfile.TemporaryDirectory() as folder:
        clock = execute(notebook, Path(folder), allow_errors, lambda **info: progress(name, info["cell_index"], total))
    progress(name, total, total)
    return clock


def _update_folder(built: Path, target: Path) -> bool:
    """Make ``target`` hold what ``built`` holds and nothing else; say whether that changed anything."""

    def contents(folder: Path) -> dict[Path, bytes]:
        return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    if contents(built) == contents(target):
        return False
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(built, target)
    return True

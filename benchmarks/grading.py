"""How long a class takes: stock nbgrader, ``rnncourse grade``, and the limit; then how the time grows with the class.

``python benchmarks/grading.py [--units 01_concepts 02_simple_rnn_mnist] [--size 24] [--tiny 1000]`` measures in one
run, one after the other, on reference answers:

- stock: ``nbgrader autograde`` with nbgrader's own settings: one submission after the other, in no sandbox;
- ours: ``rnncourse grade``, everything included, from its start to its end;
- the limit: the same notebooks, test cells and all, run by nbclient, one per processor and pinned to it, less the time
  that the start of a kernel and the imports take there. Nothing is kept, checked, or shut in.

Seconds of processor are those of the whole machine, from Linux' /proc/stat. So nothing else may run. ``--size 0`` and
``--tiny 0`` leave a part out.
"""

import argparse
import ast
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
import psutil
from nbclient import NotebookClient
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from rnnstaff import course
from rnnstaff.classroom import submissions
from rnnstaff.demo import sample_class

ROOT = Path(__file__).parent.parent
STOCK = 'c = get_config()\nc.CourseDirectory.course_id = "rnncourse"\n'
WINDOWS = ((100, 200), (900, 1000))  # of a tiny class, the submissions whose time is compared


def processor_seconds() -> float:
    """Give the seconds that all processors have worked since the machine started."""
    user, nice, system, _, _, *interrupts = map(int, Path("/proc/stat").read_text().split("\n")[0].split()[1:8])
    return (user + nice + system + sum(interrupts)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def measured(name: str, into: dict[str, float]) -> Iterator[None]:
    """Measure what is done, and print it."""
    started, worked = time.monotonic(), processor_seconds()
    yield
    into[name] = time.monotonic() - started
    print(f"  {name:22} {into[name]:8.1f} s, {processor_seconds() - worked:8.1f} s of processor", flush=True)


def make(root: Path, unit: str, size: int) -> Path:
    """Make a course in which ``size`` students handed in the reference answers."""
    root.mkdir()
    shutil.copytree(ROOT / "source" / unit, root / "source" / unit)
    shutil.copy(ROOT / course.CONFIG_FILE, root)
    course.nbgrader(root, "generate_assignment", unit)
    notebook = sample_class.answered(root, unit)
    for number in range(size):
        course.write(notebook, root / "submitted" / f"student{number:03}" / unit / f"{unit}.ipynb")
    return root


def rnncourse(root: Path, *words: str, seen: Callable[[str, int], Any] = lambda line, number: None) -> None:
    """Run the command in a course, and show each line to ``seen`` with the number of its process."""
    command = [sys.executable, "-P", "-m", "rnncourse.cli", *words]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            seen(line, process.pid)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")


def execute(notebook: NotebookNode, times: int) -> float:
    """Run a notebook so often, one after the other on each processor, all at a time; give the seconds it took."""
    with tempfile.NamedTemporaryFile("w", suffix=".ipynb") as file:
        nbformat.write(notebook, file)
        file.flush()
        processors = sorted(os.sched_getaffinity(0))
        shares = [times // len(processors) + (number < times % len(processors)) for number in range(len(processors))]
        started = time.monotonic()
        running = [
            subprocess.Popen([sys.executable, "-P", __file__, "--execute", file.name, str(processor), str(share)])
            for processor, share in zip(processors, shares, strict=True)
        ]
        statuses = [process.wait() for process in running]
        if any(statuses):
            sys.exit("a notebook could not be run")
        return time.monotonic() - started


def execute_here(path: str, processor: int, times: int) -> None:
    """Run a notebook so often on one processor."""
    os.sched_setaffinity(0, {processor})
    os.environ["NBGRADER_EXECUTION"] = "autograde"
    for _ in range(times):
        notebook = nbformat.read(path, as_version=4)
        with tempfile.TemporaryDirectory() as folder:
            resources = {"metadata": {"path": folder}}
            quiet = ["--log-level=ERROR"]
            NotebookClient(
                notebook, timeout=None, allow_errors=True, resources=resources, extra_arguments=quiet
            ).execute()


def imports_of(notebook: NotebookNode) -> NotebookNode:
    """Give a notebook of the imports alone."""
    lines = [
        ast.unparse(node)
        for cell in course.code_cells(notebook)
        for node in ast.walk(ast.parse(cell.source))
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    return new_notebook(cells=[new_code_cell("\n".join(dict.fromkeys(lines)))], metadata=notebook.metadata)


def compare(folder: Path, unit: str, size: int, options: list[str]) -> dict[str, float]:
    """Measure the three ways for one unit."""
    print(f"{unit}, {size} submissions, {len(os.sched_getaffinity(0))} processors:", flush=True)
    ours, stock = make(folder / f"ours-{unit}", unit, size), make(folder / f"stock-{unit}", unit, size)
    (stock / course.CONFIG_FILE).write_text(STOCK)
    seconds: dict[str, float] = {}
    with measured("stock nbgrader", seconds):
        course.nbgrader(stock, "autograde", unit)
    with measured("rnncourse grade", seconds):
        rnncourse(ours, "grade", unit, *options)
    graded = course.read(ours / "autograded" / "student000" / unit / f"{unit}.ipynb")
    with measured("plain notebooks", seconds):
        execute(graded, size)
    with measured("their imports", seconds):
        execute(imports_of(graded), size)
    seconds["limit"] = seconds["plain notebooks"] - seconds["their imports"]
    print(f"  scores: {sorted(set(submissions.scores(ours, unit).values()))}")
    limit, ours_took, stock_took = (seconds[name] for name in ("limit", "rnncourse grade", "stock nbgrader"))
    print(f"  the limit is {limit:.1f} s, and rnncourse grade is at {limit / ours_took:.0%} of it;")
    print(f"  times as fast as stock nbgrader: {stock_took / ours_took:.2f}, and the limit {stock_took / limit:.2f}")
    return seconds


def make_tiny(folder: Path, size: int) -> Path:
    """Make a course of the tests' tiny assignment, in which ``size`` students handed in."""
    sys.path.insert(0, str(ROOT / "tests"))
    import tiny_course

    (folder / "tiny").mkdir()
    root = tiny_course.make(folder / "tiny")
    for number in range(size):
        tiny_course.hand_in(root, f"student{number:04}")
    return root


def size_of(path: Path) -> int:
    """Give the bytes of a file, or of all files of a folder."""
    return sum(file.stat().st_size for file in [path, *path.rglob("*")] if file.is_file())


def growth(folder: Path, size: int) -> dict[str, Any]:
    """Measure a tiny class: early and late submissions, the memory of the command, and a second run."""
    root = make_tiny(folder, size)
    at: dict[int, tuple[float, float]] = {}

    def seen(line: str, process: int) -> None:
        if line.startswith("autograde tiny "):
            done = int(line.split()[2].partition("/")[0])
            at[done] = time.monotonic(), psutil.Process(process).memory_info().rss / 2**20

    print(f"tiny, {size} submissions:", flush=True)
    seconds: dict[str, Any] = {}
    with measured("rnncourse grade", seconds):
        rnncourse(root, "grade", "tiny", seen=seen)
    with measured("a second time", seconds):
        rnncourse(root, "grade", "tiny")
    with measured("feedback", seconds):
        course.nbgrader(root, "generate_feedback", "tiny")
    with measured("report", seconds):
        rnncourse(root, "report", "tiny")
    with measured("grades", seconds):
        rnncourse(root, "grades", "tiny")
    for name in ("autograded", "feedback", "gradebook.db"):
        seconds[f"KiB of {name}"] = size_of(root / name) / size / 2**10
        print(f"  {name} has {seconds[f'KiB of {name}']:.1f} KiB for each")
    for first, last in WINDOWS if size >= WINDOWS[-1][1] else ((size // 4, size // 2), (size // 2, size - 1)):
        took = (at[last][0] - at[first][0]) / (last - first)
        seconds[f"{first + 1} to {last}"] = took
        print(f"  submissions {first + 1} to {last}: {took:.3f} s each; then the command has {at[last][1]:.0f} MiB")
    return seconds


def main() -> None:
    """Measure and print; the figures are also written as JSON, if a file is named."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--units", nargs="*", default=["01_concepts", "02_simple_rnn_mnist"])
    parser.add_argument("--size", type=int, default=24, help="submissions of each unit")
    parser.add_argument("--tiny", type=int, default=1000, help="submissions of the tiny class")
    parser.add_argument("--workers", type=int, help="of rnncourse grade, if not as many as processors")
    parser.add_argument("--json", type=Path, help="a file for the figures")
    parser.add_argument("--execute", nargs=3, help=argparse.SUPPRESS)
    words = parser.parse_args()
    if words.execute:
        path, processor, times = words.execute
        return execute_here(path, int(processor), int(times))
    options = ["--workers", str(words.workers)] if words.workers else []
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        if words.size:
            figures = {unit: compare(Path(folder), unit, words.size, options) for unit in words.units}
        if words.tiny:
            figures["tiny"] = growth(Path(folder), words.tiny)
    if words.json:
        words.json.write_text(json.dumps(figures, indent=1))
    return None


if __name__ == "__main__":
    main()

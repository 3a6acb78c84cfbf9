"""What sandbox and judge cost: seconds of processor and of clock a submission, beside nbgrader's own execution.

``python benchmarks/grading_cost.py [UNIT] [SUBMISSIONS]`` grades the reference answers in three ways, in turn, by plain
``nbgrader autograde``: nbgrader's own, and the sandbox with each kernel started anew, and forked from a warm parent.
Processor time is that of the whole machine, from Linux' /proc/stat: a sandbox that is ended reports none of its own. So
nothing else may run.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from rnnstaff import course
from rnnstaff.classroom import submissions
from rnnstaff.demo import sample_class

ROOT = Path(__file__).parent.parent
ROUNDS = 3
STOCK = """
from nbgrader.converters import Autograde
from rnnstaff import states

c.Autograde.exporter_class = "nbconvert.exporters.NotebookExporter"
c.Autograde.pre_convert_hook = states.begins(lambda **_: None)
c.Autograde.sanitize_preprocessors = Autograde.sanitize_preprocessors.default()
c.Autograde.autograde_preprocessors = Autograde.autograde_preprocessors.default()
"""
COLD = """
from rnnstaff.running import zygotes

zygotes._zygotes().update({True: None, False: None})  # as where namespaces in a sandbox are forbidden
"""


def processor_seconds() -> float:
    """Give the seconds that all processors have worked since the machine started."""
    user, nice, system, _, _, *interrupts = map(int, Path("/proc/stat").read_text().split("\n")[0].split()[1:8])
    return (user + nice + system + sum(interrupts)) / os.sysconf("SC_CLK_TCK")


def make(root: Path, unit: str, count: int, settings: str) -> Path:
    """Make a course in which ``count`` students handed in the reference answers."""
    root.mkdir()
    shutil.copytree(ROOT / "source" / unit, root / "source" / unit)
    shutil.copy(ROOT / course.CONFIG_FILE, root)
    with (root / course.CONFIG_FILE).open("a") as config:
        config.write(settings)
    course.nbgrader(root, "generate_assignment", unit)
    notebook = sample_class.answered(root, unit)
    for number in range(count):
        course.write(notebook, root / "submitted" / f"student{number}" / unit / f"{unit}.ipynb")
    return root


def measure(root: Path, unit: str) -> tuple[float, float, set[float]]:
    """Autograde anew; give the seconds of processor and of clock, and the scores."""
    started, worked = time.monotonic(), processor_seconds()
    course.nbgrader(root, "autograde", unit, "--force")
    return processor_seconds() - worked, time.monotonic() - started, set(submissions.scores(root, unit).values())


def main() -> None:
    """Measure and print."""
    unit = sys.argv[1] if len(sys.argv) > 1 else "02_simple_rnn_mnist"
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 8
    with tempfile.TemporaryDirectory() as folder:
        courses = {
            "nbgrader's own": make(Path(folder) / "stock", unit, count, STOCK),
            "each kernel started": make(Path(folder) / "cold", unit, count, COLD),
            "sandbox and judge": make(Path(folder) / "judged", unit, count, ""),
        }
        results = {name: [] for name in courses}
        for _ in range(ROUNDS):
            for name, root in courses.items():
                results[name].append(measure(root, unit))
    print(f"{unit}, {count} submissions, median of {ROUNDS} rounds; seconds a submission:")
    for name, rounds in results.items():
        processor, clock = (statistics.median(column) / count for column in list(zip(*rounds, strict=True))[:2])
        scores = sorted(set().union(*(scores for *_, scores in rounds)))
        print(f"  {name:20} {processor:6.2f} of processor {clock:6.2f} of clock   scores {scores}")


if __name__ == "__main__":
    main()

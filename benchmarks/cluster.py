"""How much faster two machines of one processor grade a class than one does, by ``rnncourse grade --scheduler``.

``python benchmarks/cluster.py [--unit 01_concepts] [--size 12] [--rounds 3]`` pins a Dask worker to one processor, and
a second one to another. Scheduler and command keep to the first one's processor in both cases, so what they do costs a
single machine nothing less. Workers are warm: each case begins with two submissions for each, which do not count.
Nothing else may run, as everywhere where time is measured; the cases take turns, and each round gives its own ratio.

Then it measures what one more submission costs the command itself, in seconds of processor: those of a tiny class, less
those of a tenth of it. The gradebook is a file, or what ``RNNCOURSE_DB`` names. ``--size 0`` and ``--tiny 0`` leave a
part out.
"""

import argparse
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import grading

from rnnstaff.classroom import submissions

DASK = [sys.executable, "-P", "-m", "dask"]


def pinned(processor: int, *command: str) -> list[str]:
    """Give a command that keeps to one processor."""
    return ["taskset", "--cpu-list", str(processor), *command]


@contextmanager
def running(log: Path, pattern: str, *command: str) -> Iterator[re.Match]:
    """Run a program until the end of the block; give what it writes once it is ready."""
    environment = os.environ | {"TMPDIR": str(log.parent), "DASK_TEMPORARY_DIRECTORY": str(log.parent)}
    with log.open("w") as file, subprocess.Popen(command, env=environment, stdout=file, stderr=file) as process:
        try:
            while not (ready := re.search(pattern, log.read_text())):
                if process.poll() is not None:
                    sys.exit(log.read_text())
                time.sleep(0.1)
            yield ready
        finally:
            process.terminate()


@contextmanager
def cluster(folder: Path, processors: list[int]) -> Iterator[str]:
    """Run a scheduler and so many machines, each on a processor of its own; give the scheduler's address."""
    with ExitStack() as stack:
        words = ["scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
        scheduler = running(folder / "scheduler", r"Scheduler at: +(\S+)", *pinned(processors[0], *DASK, *words))
        address = stack.enter_context(scheduler)[1]
        for processor in processors:
            place = folder / f"machine{processor}"
            place.mkdir(exist_ok=True)
            words = ["worker", address, "--nthreads", "1", "--no-dashboard", "--memory-limit", "0"]
            stack.enter_context(running(place / "log", "Registered to", *pinned(processor, *DASK, *words)))
        yield address


def grade(root: Path, unit: str, address: str, students: list[str], processor: int) -> tuple[float, float]:
    """Grade these students' submissions; give the seconds that the command took, and those of processor it had."""
    started, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)  # the cluster's have not ended yet
    options = [word for student in students for word in ("--student", student)]
    command = [sys.executable, "-P", "-m", "rnncourse.cli", "grade", unit, "--all", "--scheduler", address, *options]
    subprocess.run(pinned(processor, *command), cwd=root, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - started, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def seconds(folder: Path, root: Path, unit: str, names: list[str], processors: list[int]) -> float:
    """Give the seconds in which so many machines, which are warm, grade these students' submissions."""
    few = names[: 2 * len(processors)]
    with cluster(folder, processors) as address:
        _, before = grade(root, unit, address, few, processors[0])
        took, after = grade(root, unit, address, names, processors[0])
    print(f"  one more submission costs the command {1000 * (after - before) / (len(names) - len(few)):.0f} ms")
    return took


def cost_of_command(folder: Path, size: int, processors: list[int]) -> float:
    """Give the seconds of processor that one more tiny submission costs the command, without the machines."""
    root = grading.make_tiny(folder, size)
    names = submissions.students(root, "tiny")
    worked = []
    with cluster(folder, processors) as address:
        for part in (names[: size // 10], names):
            took, processor = grade(root, "tiny", address, part, processors[0])
            worked.append(processor)
            print(f"  {len(part)} tiny submissions: {took:.1f} s, {processor:.1f} s of processor", flush=True)
    return (worked[1] - worked[0]) / (len(names) - size // 10)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--unit", default="01_concepts")
    parser.add_argument("--size", type=int, default=12, help="submissions")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tiny", type=int, default=200, help="submissions of the tiny class")
    words = parser.parse_args()
    one, two = sorted(os.sched_getaffinity(0))[:2]
    ratios = []
    with tempfile.TemporaryDirectory() as folder:
        if words.tiny:
            each = cost_of_command(Path(folder), words.tiny, [one, two])
            print(f"  one more tiny submission costs the command {1000 * each:.0f} ms of processor", flush=True)
        if not words.size:
            return
        root = grading.make(Path(folder) / "course", words.unit, words.size)
        names = submissions.students(root, words.unit)
        print(f"{words.unit}, {words.size} submissions, load {os.getloadavg()[0]:.1f}:", flush=True)
        for _ in range(words.rounds):
            alone, both = (seconds(Path(folder), root, words.unit, names, used) for used in ([one], [one, two]))
            ratios.append(alone / both)
            print(f"  one machine {alone:7.1f} s, two {both:7.1f} s: {ratios[-1]:.2f} times as fast", flush=True)
        print(f"  scores: {sorted(set(submissions.scores(root, words.unit).values()))}")
    print(f"  median: {statistics.median(ratios):.2f} times as fast; load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()

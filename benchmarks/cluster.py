"""How much faster two machines of one processor grade a class than one does, by ``rnncourse grade --scheduler``.

``python benchmarks/cluster.py [--unit 01_concepts] [--size 12] [--rounds 3]`` pins a Dask worker to one processor, and
a second one to another. Scheduler and command keep to the first one's processor in both cases, so what they do costs a
single machine nothing less. Workers are warm: each case begins with two submissions for each, which do not count.
Nothing else may run, as everywhere where time is measured; the cases take turns, and each round gives its own ratio.
"""

import argparse
import os
import re
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


def seconds(folder: Path, root: Path, unit: str, names: list[str], processors: list[int]) -> float:
    """Grade these students' submissions on so many machines; give the seconds from the command's start to its end."""
    with ExitStack() as stack:
        words = ["scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
        scheduler = running(folder / "scheduler", r"Scheduler at: +(\S+)", *pinned(processors[0], *DASK, *words))
        address = stack.enter_context(scheduler)[1]
        for processor in processors:
            place = folder / f"machine{processor}"
            place.mkdir(exist_ok=True)
            words = ["worker", address, "--nthreads", "1", "--no-dashboard", "--memory-limit", "0"]
            stack.enter_context(running(place / "log", "Registered to", *pinned(processor, *DASK, *words)))

        def grade(students: list[str]) -> float:
            started = time.monotonic()
            options = [word for student in students for word in ("--student", student)]
            command = [sys.executable, "-P", "-m", "rnncourse.cli", "grade", unit, "--all", "--scheduler", address]
            command = pinned(processors[0], *command, *options)
            subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL)
            return time.monotonic() - started

        grade(names[: 2 * len(processors)])
        return grade(names)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--unit", default="01_concepts")
    parser.add_argument("--size", type=int, default=12, help="submissions")
    parser.add_argument("--rounds", type=int, default=3)
    words = parser.parse_args()
    one, two = sorted(os.sched_getaffinity(0))[:2]
    ratios = []
    with tempfile.TemporaryDirectory() as folder:
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

"""How long a class takes on many processors, and what it is that waits: a simulation, fed by the other benchmarks.

``uv run --with simpy python benchmarks/model.py`` prints the tables of docs/deploy.md. What a submission costs was
measured by the other benchmarks, on a machine of two processors at about 200 GFLOP/s (benchmarks/machine_speed.py).

What is modelled is ``rnncourse grade --scheduler``: the command packs a submission, one worker grades it, the command
keeps what came back. The command does one thing at a time, and has as many submissions on their way as
:class:`~rnnstaff.classroom.cluster.Cluster` allows: two for each worker. No machine fails, and networks take no time.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import simpy

from rnnstaff.classroom.cluster import AHEAD

SPREAD = 0.3  # the standard deviation of a submission's time, as a share of its mean
SIZES = (1_000, 100_000)
PROCESSORS = (2, 8, 32, 128, 512)


@dataclass(frozen=True)
class Costs:
    """What one submission costs.

    Attributes
    ----------
    work : seconds of one worker on one processor (benchmarks/grading.py).
    before, after : seconds of the command, which packs it and keeps what came back. Their sum was measured
        (benchmarks/cluster.py), and how it parts is a guess.
    start : seconds until a worker is warm, once for each.
    endless : the share of submissions that loop until their time is up.
    limit : seconds of that.
    """

    work: float
    before: float = 0.034
    after: float = 0.054
    start: float = 8.0
    endless: float = 0.01
    limit: float = 180.0


UNITS = {"01_concepts": Costs(work=6.4), "02_simple_rnn_mnist": Costs(work=12.0)}


def simulate(costs: Costs, submissions: int, workers: int, seed: int = 0) -> tuple[float, float]:
    """Grade a class once.

    Returns
    -------
    seconds, command : until the last grade is kept, and the share of them in which the command works.
    """
    random = np.random.default_rng(seed)
    shape = 1 / SPREAD**2
    work = random.gamma(shape, costs.work / shape, submissions)
    work[random.random(submissions) < costs.endless] = costs.limit
    clock = simpy.Environment()
    command, pool = simpy.Resource(clock), simpy.Store(clock)
    cold = [costs.start] * workers
    for worker in range(workers):
        pool.put(worker)
    left = iter(work)

    def use_command(seconds: float) -> Iterator[simpy.Event]:
        with command.request() as turn:
            yield turn
            yield clock.timeout(seconds)

    def thread() -> Iterator[simpy.Event]:
        for seconds in left:
            yield from use_command(costs.before)
            worker = yield pool.get()
            yield clock.timeout(seconds + cold[worker])
            cold[worker] = 0
            yield pool.put(worker)
            yield from use_command(costs.after)

    threads = [clock.process(thread()) for _ in range(AHEAD * workers)]
    clock.run(simpy.AllOf(clock, threads))
    return clock.now, submissions * (costs.before + costs.after) / clock.now


def in_words(seconds: float) -> str:
    """Write a time as a reader says it."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 90 * 60:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h" if seconds < 36 * 3600 else f"{seconds / 86400:.1f} days"


def bound(costs: Costs, submissions: int, workers: int) -> float:
    """Give the seconds that it takes at least: whatever waits for nothing else, the workers or the command."""
    work = (1 - costs.endless) * costs.work + costs.endless * costs.limit
    return max(submissions * work / workers + costs.start, submissions * (costs.before + costs.after))


def main() -> None:
    """Print a table for each unit, as Markdown."""
    for unit, costs in UNITS.items():
        print(
            f"\n{unit}:\n\n| processors | {' | '.join(f'{size:,} submissions' for size in SIZES)} | the command works |"
        )
        print(f"| --- |{' --- |' * len(SIZES)} --- |")
        for workers in PROCESSORS:
            runs = [simulate(costs, size, workers) for size in SIZES]
            for size, run in zip(SIZES, runs, strict=True):
                assert run[0] >= 0.9 * bound(costs, size, workers), "faster than can be"  # 0.9: of few, some are quick
            print(f"| {workers} | {' | '.join(in_words(run[0]) for run in runs)} | {runs[-1][1]:.0%} of the time |")


if __name__ == "__main__":
    main()

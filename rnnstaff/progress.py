"""How far a long command is: a bar for each of its steps, or where the output is no terminal a line."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeElapsedColumn
from rich.table import Column
from rich.text import Text


class Report(Protocol):
    """Tells how far something is."""

    def __call__(self, name: str, done: int, total: int, failed: int | None = None) -> None:
        """Tell it.

        Parameters
        ----------
        name : what is being done.
        done, total : its steps.
        failed : of those that are done; where it is given, the pace and the time that is left are shown too.
        """


def silent(name: str, done: int, total: int, failed: int | None = None) -> None:
    """Be a Report to nobody."""


@contextmanager
def shown(console: Console) -> Iterator[Report]:
    """Give what is called with each step; the first call with a name shows it at once.

    Parameters
    ----------
    console : where it is shown; what is printed there meanwhile comes above the bars.
    """
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=20),
        TextColumn("{task.completed}/{task.total}"),
        TimeElapsedColumn(),
        _PaceColumn(Column(no_wrap=True)),
    )
    tasks, started, is_terminal = {}, {}, console.file.isatty()  # rich takes more for one, to use colors
    with Progress(*columns, console=console, disable=not is_terminal) as bars:

        def report(name: str, done: int, total: int, failed: int | None = None) -> None:
            since = started.setdefault(name, time.monotonic())
            if not is_terminal:
                pace = _pace(done, total, failed, time.monotonic() - since)
                console.print(
                    ", ".join(filter(None, [f"{name} {done}/{total}", pace])),
                    markup=False,
                    highlight=False,
                    soft_wrap=True,
                )
            elif name not in tasks:
                tasks[name] = bars.add_task(name, total=total, completed=done, failed=failed)
            else:
                bars.update(tasks[name], total=total, completed=done, failed=failed)

        yield report


class _PaceColumn(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(_pace(int(task.completed), int(task.total), task.fields["failed"], task.elapsed or 0.0))


def _pace(done: int, total: int, failed: int | None, seconds: float) -> str:
    """Say how many failed, how fast it goes, and what is left of ``total``, as it went so far."""
    if failed is None:
        return ""
    words = [f"{failed} failed"]
    if done and seconds:
        words.append(f"{done / seconds * 60:.3g} a minute")
        words.append(
            f"{_duration((total - done) * seconds / done)} left" if done < total else f"in {_duration(seconds)}"
        )
    return ", ".join(words)


def _duration(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.0f} min"

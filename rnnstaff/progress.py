"""How far a long command is: a bar for each of its steps, or where the output is no terminal a line."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

Report = Callable[[str, int, int], None]  # what is being done, steps done, steps in all


@contextmanager
def shown(console: Console) -> Iterator[Report]:
    """Give what is called with each step; the first call with a name shows it at once.

    Parameters
    ----------
    console : where it is shown; what is printed there meanwhile comes above the bars.
    """
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TimeElapsedColumn(),
    )
    tasks, is_terminal = {}, console.file.isatty()  # rich takes more for one, to use colors
    with Progress(*columns, console=console, disable=not is_terminal) as bars:

        def report(name: str, done: int, total: int) -> None:
            if not is_terminal:
                console.print(f"{name} {done}/{total}", markup=False, soft_wrap=True)
            elif name not in tasks:
                tasks[name] = bars.add_task(name, total=total, completed=done)
            else:
                bars.update(tasks[name], completed=done)

        yield report

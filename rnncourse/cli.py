"""The command ``rnncourse``. A student's words are here; what else is installed adds its own.

A distribution adds words with an entry point of the group ``rnncourse.commands`` that names a ``typer.Typer``.
"""

import sys
from importlib.metadata import entry_points, version
from pathlib import Path
from typing import Annotated

from rnncourse.errors import CourseError

try:
    import typer
except ModuleNotFoundError:  # notebooks do without it
    sys.exit("rnncourse: this command needs typer: pip install 'rnncourse[lab]', or typer alone: pip install typer")

app = typer.Typer(
    help="The course on recurrent neural networks.", no_args_is_help=True, add_completion=False, rich_markup_mode=None
)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"rnncourse {version('rnncourse')}")
        raise typer.Exit


@app.callback()
def _words(
    _: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """The course on recurrent neural networks."""  # with a callback, `data` stays a word where it is the only one


@app.command()
def data(fetch: Annotated[bool, typer.Option("--fetch", help="Download MNIST into Keras' cache.")] = False) -> None:
    """Show where MNIST comes from on this machine, and check that it is whole."""
    from rnncourse.datasets import mnist

    path, arrays, reason = mnist.find()
    if fetch and path is None:
        try:
            path = mnist.download()
            arrays = mnist.read(path)
        except OSError as error:
            reason = str(error)
    if arrays is None:
        print(f"MNIST is not on this machine. {reason}".rstrip())
        print("Notebooks use the 1,797 handwritten digits of scikit-learn in its place.")
        print("To get it: `rnncourse data --fetch`, or set RNNCOURSE_DATA to mnist.npz or its folder.")
        raise typer.Exit(1 if fetch else 0)
    print(f"MNIST: {path}")
    print(f"Checked: {len(arrays['x_train']):,} training and {len(arrays['x_test']):,} test images, all as published.")


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def lab(options: typer.Context) -> None:
    """Open JupyterLab at the start page. What follows goes to JupyterLab, such as --no-browser."""
    from rnncourse import lab as course_lab

    course_lab.start(Path.cwd(), options.args)


@app.command()
def check(notebook: Annotated[Path, typer.Argument(help="An assignment, such as 01_concepts.ipynb.")]) -> None:
    """Run an assignment from the top, as Validate does, and say which exercises pass."""
    from tqdm import tqdm

    from rnncourse import validation

    with tqdm(unit="cell", leave=False, delay=1) as bar:

        def progress(done: int, total: int) -> None:
            bar.total, bar.n = total, done
            bar.refresh()

        found, lines = validation.check(notebook, progress)
    print("\n".join(lines))
    if any(exercise.state != validation.PASSES for exercise in found):
        raise typer.Exit(1)


def main() -> None:
    """Run the command; an error that the reader can fix is shown in one line, without a traceback."""
    for entry in entry_points(group="rnncourse.commands"):
        try:
            app.add_typer(entry.load())
        except ImportError as error:
            print(f"rnncourse: the commands of {entry.name} are missing: {error}", file=sys.stderr)
    try:
        app()
    except CourseError as error:
        print(f"rnncourse: {error}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()

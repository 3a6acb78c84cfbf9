"""The staff's words of the command ``rnncourse``: thin, each calls one function of the package."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from rnnstaff.progress import shown

app = typer.Typer()
console = Console()


@app.command()
def build(
    check: Annotated[bool, typer.Option("--check", help="Write nothing; fail if anything is stale or leaks.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Build also what is not stale.")] = False,
    numbers: Annotated[
        bool, typer.Option("--numbers", help="With --check: also list the numbers in lessons that no cell shows.")
    ] = False,
) -> None:
    """Build release/ and solutions/ from source/, and run the lessons in notebooks/ whose outputs are stale."""
    from rnnstaff.authoring.build import build as build_course
    from rnnstaff.authoring.check import problems
    from rnnstaff.course import find_root

    root = find_root()
    if check:
        with shown(console) as report:
            found = list(problems(root, report))
        for problem in found:
            console.print(f"✗ {problem}", markup=False, soft_wrap=True)
        if numbers:
            _list_numbers(root)
        if found:
            raise typer.Exit(1)
        console.print("All built files are up to date and give nothing away.")
        return
    with shown(console) as report:
        written = build_course(root, force, report)
    for path in written:
        console.print(f"built {path.relative_to(root)}", markup=False, soft_wrap=True)
    if not written:
        console.print("Nothing to build: everything is up to date.")


def _list_numbers(root: Path) -> None:
    from rnnstaff import course
    from rnnstaff.authoring.prose import unshown

    for path in course.lessons(root):
        found = list(unshown(course.read(path)))
        console.print(f"{path.name}: {len(found)} numbers in the text appear in none of its cells", soft_wrap=True)
        for line in found:
            console.print(f"    {line}", markup=False, highlight=False, soft_wrap=True)


@app.command()
def bundle(
    with_data: Annotated[Path | None, typer.Option("--with-data", help="An mnist.npz to put in.")] = None,
) -> None:
    """Write the student edition, dist/rnncourse-student-VERSION.zip; nothing is written if it gives anything away."""
    from rnnstaff.authoring.bundle import bundle as write_bundle
    from rnnstaff.course import find_root

    root = find_root()
    with shown(console) as report:
        written = write_bundle(root, with_data, report)
    console.print(f"Lines of answers or hidden tests that students see elsewhere: {len(written.shown)}")
    for line, place in sorted(written.shown.items(), key=lambda pair: pair[::-1]):
        console.print(f"    {place}: {line}", markup=False, highlight=False, soft_wrap=True)
    size = written.path.stat().st_size / 1e6
    name = written.path.relative_to(root)
    console.print(f"wrote {name}: {len(written.files)} files, {size:.1f} MB", markup=False, soft_wrap=True)


@app.command()
def grade(
    unit: Annotated[str, typer.Argument(help="The assignment, such as 02_simple_rnn_mnist.")],
    no_sandbox: Annotated[
        bool, typer.Option("--no-sandbox", help="Run submissions as yourself: they can read and change your files.")
    ] = False,
) -> None:
    """Autograde all submissions of an assignment in submitted/, and show scores and flags."""
    from rnnstaff import course

    root = course.find_root()
    course.require(root, unit)
    from rnnstaff import states
    from rnnstaff.classroom import pool, submissions
    from rnnstaff.running import sandbox, zygotes

    if not no_sandbox:
        sandbox.check()
        with suppress(zygotes.ZygoteError):  # a worker says it again, of the submission that it could not grade
            if zygotes.one(warm=False) is None:
                console.print(f"{zygotes.COLD} docs/security.md says more.", soft_wrap=True)
    done, total = 0, 0
    try:
        with shown(console) as report:

            def progress(name: str, *steps: int) -> None:
                nonlocal done, total
                done, total = steps
                report(name, done, total)

            failures = pool.autograde(root, unit, progress, shut_in=not no_sandbox)
    except KeyboardInterrupt:
        console.print(f"Stopped after {done} of {total}. The same command grades all of them again.")
        raise typer.Exit(130) from None
    console.print("Points of the automatic tests; those given by hand come on top:")
    scores = submissions.scores(root, unit)
    for student, standing in states.of_all(root, unit).items():
        score = f"{scores.get(student, 0):g}" if standing.is_graded else standing.state
        older = f" ({standing.state})" if standing.state == states.GRADED_OLDER else ""
        console.print(f"{_printable(student):20} {score}{older}", markup=False, soft_wrap=True)
        reason = standing.reason or failures.get(student, "")
        for text in [*standing.flags, *reason.splitlines()[-1:]]:
            console.print(f"    {_printable(text)}", markup=False, soft_wrap=True)
    for path in submissions.misplaced(root):
        where = f"it should be in submitted/<student>/{unit}/"
        console.print(f"Not graded: {_printable(str(path))}; {where}.", markup=False, soft_wrap=True)
    if failures:
        raise typer.Exit(1)


@app.command()
def report(unit: Annotated[str, typer.Argument(help="The assignment, such as 02_simple_rnn_mnist.")]) -> None:
    """Write a page with everybody's score and flags: reports/UNIT.html."""
    from rnnstaff.classroom.report import write_page
    from rnnstaff.course import find_root

    root = find_root()
    console.print(f"wrote {write_page(root, unit).relative_to(root)}", markup=False, soft_wrap=True)


@app.command()
def demo() -> None:
    """Play one round of the course in demo/: release, hand in a sample class, autograde, feedback and grades."""
    console.print("One round of the course, in the folder demo/:")
    from rnnstaff.course import find_root
    from rnnstaff.demo.play import play

    play(find_root(), console)


def _printable(text: str) -> str:
    """Show what a terminal would obey, such as the name of a folder, as an escape."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)

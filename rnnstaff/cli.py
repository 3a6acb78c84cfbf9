"""The staff's words of the command ``rnncourse``: thin, each calls one function of the package."""

import shlex
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.console import Console
from rich.table import Table

from rnnstaff.progress import shown

app = typer.Typer()
console = Console()
Unit = Annotated[str, typer.Argument(help="The assignment, such as 02_simple_rnn_mnist, or the start of its name: 02.")]


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
def audit(
    unit: Annotated[
        str | None,
        typer.Argument(help="The assignment, such as 01_concepts, or the start of its name; by default all."),
    ] = None,
    cell: Annotated[
        list[str] | None, typer.Option("--cell", metavar="ID", help="The grade id of an answer cell; repeatable.")
    ] = None,
    seeds: Annotated[
        int, typer.Option("--seeds", min=1, metavar="N", help="Grade each answer so often, with new numbers.")
    ] = 1,
    full: Annotated[bool, typer.Option("--full", help="Also all answers that train for long.")] = False,
    mutants: Annotated[bool, typer.Option("--mutants", help="Also mutants of the reference answers.")] = False,
    through_judge: Annotated[
        bool, typer.Option("--through-judge", help="Also by sandbox and judge; both ways must agree.")
    ] = False,
    write: Annotated[bool, typer.Option("--write", help="Write docs/graders.md and docs/messages.html.")] = False,
) -> None:
    """Measure the graders: which wrong answers of the bank they catch, and which right ones they accept."""
    from rnnstaff import course
    from rnnstaff.authoring import audit as auditing
    from rnnstaff.authoring import audit_pages, bank, second_way
    from rnnstaff.authoring import mutants as mutating

    root = course.find_root()
    units = [course.find_unit(root, unit)] if unit else bank.units(root)
    if write and (unit or cell):
        raise course.CourseError("--write tells of the whole bank: leave out the unit and --cell.")
    holds, seen, killed = True, {}, {}
    for name in units:
        with shown(console) as report:
            seen[name] = auditing.audit(root, name, cell or (), seeds, full, mutants, report)
        console.print(_audit_table(name, seen[name]))
        lines = list(_audit_lines(seen[name]))
        if mutants:
            equivalent = mutating.equivalents(root / bank.FOLDER / name)
            alive, listed, rest = auditing.survivors(seen[name], equivalent)
            killed[name] = f"{rest - len(alive)} of {rest}, and {listed} listed as equivalent"
            lines += [f"survives: {one.answer.cell}: {one.answer.name}" for one in alive]
            console.print(f"Mutants killed: {killed[name]}")
            holds = holds and len(alive) <= 0.03 * rest
        if through_judge:
            with shown(console) as report:
                count, found = second_way.disagreements(root, name, full, report)
            console.print(f"By sandbox and judge: {count} scores compared, {len(found)} differ")
            lines += [f"{one.cell}: {one.here:g} here, {one.there:g} there, with {one.files}" for one in found]
            holds = holds and not found
        for line in lines:
            console.print(f"✗ {line}", markup=False, highlight=False, soft_wrap=True)
        holds = holds and not any(one.unfair or one.idle for one in seen[name])
    if write:
        for path in audit_pages.write(root, seen, seeds, killed):
            console.print(f"wrote {path.relative_to(root)}", soft_wrap=True)
    if not holds:
        raise typer.Exit(1)


def _audit_table(unit: str, cells: list) -> Table:
    from rnnstaff.authoring import audit_pages

    table = Table("cell", "wrong caught", "right accepted", "flakes", "closest threshold", title=unit)
    for cell in cells:
        margin = f"{cell.margin[0]}: {cell.margin[1]:.4g}, limit {cell.margin[2]:.4g}" if cell.margin else ""
        table.add_row(
            cell.name + ("" if cell.is_whole else " (in part: --full)"),
            audit_pages.caught([cell]), audit_pages.accepted([cell]), str(len(cell.flakes)), margin,
        )  # fmt: skip
    table.add_section()
    table.add_row("all", audit_pages.caught(cells), audit_pages.accepted(cells), str(sum(len(c.flakes) for c in cells)))
    return table


def _audit_lines(cells: list) -> Iterator[str]:
    for cell in cells:
        for one in cell.unfair:
            scores = ", ".join(sorted({f"{graded.score:g}" for graded in one.graded}))
            errors = next((f"; {graded.error}" for graded in one.graded if graded.error), "")
            points = one.graded[0].points
            yield f"{cell.name}: {one.answer.name} gets {scores} of {points:g}: {one.answer.story}{errors}"
        for name in cell.idle:
            yield f"{cell.name}: no wrong answer fails this check: {name}"


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
    unit: Unit,
    everybody: Annotated[
        bool, typer.Option("--all", help="Grade also submissions that are graded and have not changed.")
    ] = False,
    student: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Consider only this student; repeatable.")
    ] = None,
    cell: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="Grade one test cell again for everybody, by its grade id. Each notebook runs in full, but only the "
            "points of this cell change; other points and comments stay. Whoever has no grade yet is graded in full.",
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Grade so many at a time; by default as many as there are processors."),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Grade on the machines of a Dask cluster, whose scheduler has this address, such as tls://host:8786. "
            "docs/deploy.md says how to start one.",
        ),
    ] = None,
    no_sandbox: Annotated[
        bool, typer.Option("--no-sandbox", help="Run submissions as yourself: they can read and change your files.")
    ] = False,
) -> None:
    """Autograde the submissions of an assignment that are new or have changed, and show scores and flags.

    A submission is passed over if it has a grade and neither its files nor the assignment have changed since.
    """
    from rnnstaff.course import find_root, find_unit

    root = find_root()
    unit = find_unit(root, unit)
    done, total = 0, 0
    try:
        with shown(console) as report:

            def progress(name: str, *steps: int) -> None:
                nonlocal done, total
                done, total = steps[:2]
                report(name, *steps)

            report("look through submitted/", 0, 1)
            from rnnstaff.classroom import pool, selection

            pool.check(root, unit)
            chosen = selection.select(root, unit, student or (), everybody, cell)
            report("look through submitted/", 1, 1)
            for words in filter(None, [chosen.passed_over, chosen.reasons]):
                console.print(words, markup=False, highlight=False, soft_wrap=True)

            def tell(words: str, more: str = "docs/security.md") -> None:
                console.print(f"{words} {more} says more.", markup=False, highlight=False, soft_wrap=True)

            with ExitStack() as stack:
                executor: Executor | int | None = workers
                if scheduler and chosen.names:
                    from rnnstaff.classroom.cluster import Cluster

                    say = partial(tell, more="docs/deploy.md")
                    executor = stack.enter_context(Cluster(scheduler, not no_sandbox, workers, say))
                failures = pool.autograde(
                    root, unit, progress, not no_sandbox, chosen.names, cell or "", executor, tell
                )
    except KeyboardInterrupt:
        again = shlex.join(_words(unit, everybody, student or (), cell, workers, scheduler, no_sandbox))
        _say(f"Stopped after {done} of {total}. To grade the rest: rnncourse grade {again}")
        raise typer.Exit(130) from None
    from rnnstaff.classroom import lateness

    for words in lateness.refresh(root, unit):
        console.print(words, markup=False, highlight=False, soft_wrap=True)
    if not _show_grades(root, unit, chosen.names, failures):
        raise typer.Exit(1)


def _words(
    unit: str,
    everybody: bool,
    students: Sequence[str],
    cell: str | None,
    workers: int | None,
    scheduler: str | None,
    no_sandbox: bool,
) -> Iterator[str]:
    """Give the words of `rnncourse grade` for the rest of a run that was stopped."""
    yield unit
    yield from ["--all"] * everybody
    yield from (f"--student={student}" for student in students)
    named = {"cell": cell, "workers": workers, "scheduler": scheduler}
    yield from (f"--{name}={value}" for name, value in named.items() if value)
    yield from ["--no-sandbox"] * no_sandbox


def _show_grades(root: Path, unit: str, names: list[str], failures: dict[str, str]) -> bool:
    """Show scores and flags of these students, and what lies where it is not graded; say whether all are graded."""
    from rnnstaff import states
    from rnnstaff.classroom import submissions

    scores, standings = submissions.scores(root, unit), states.of_all(root, unit)
    if names:
        console.print("Points of the automatic tests; those given by hand come on top:")
    for student in names:
        standing = standings[student]
        score = f"{scores.get(student, 0):g}" if standing.is_graded else standing.state
        older = f" ({standing.state})" if standing.is_graded and standing.state != states.GRADED else ""
        console.print(f"{_printable(student):20} {score}{older}", markup=False, soft_wrap=True)
        reason = standing.reason or failures.get(student, "")
        for text in [*standing.flags, *reason.splitlines()[-1:]]:
            console.print(f"    {_printable(text)}", markup=False, soft_wrap=True)
    for path in submissions.misplaced(root):
        where = f"it should be in submitted/<student>/{unit}/"
        console.print(f"Not graded: {_printable(str(path))}; {where}.", markup=False, soft_wrap=True)
    return not failures


@app.command()
def report(unit: Unit) -> None:
    """Write the page reports/UNIT.html: scores, exercises, checks that fail, flags, and who is not graded."""
    from rnnstaff.classroom.report import write_page
    from rnnstaff.course import find_root, find_unit

    root = find_root()
    path = write_page(root, find_unit(root, unit))
    console.print(f"wrote {path.relative_to(root)}", markup=False, soft_wrap=True)


@app.command()
def grades(
    unit: Unit,
    by: Annotated[
        Literal["exercise", "check", "student"] | None,
        typer.Option(help="What a student has a row for; by default each exercise."),
    ] = None,
    to: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where it goes; by default reports/UNIT-by-exercise.csv.")
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Fill the scores into this table, as Moodle or Canvas exported it; with --to, into a copy of it.",
        ),
    ] = None,
    column: Annotated[
        str | None,
        typer.Option(metavar="HEADING", help="With --into: the column to fill, if it is not called as the assignment."),
    ] = None,
) -> None:
    """Write a table of grades for a spreadsheet, or fill the scores into the table of an LMS."""
    from rnnstaff.classroom import filling, tables
    from rnnstaff.course import CourseError, find_root, find_unit

    root = find_root()
    unit = find_unit(root, unit)
    if into is None:
        if column is not None:
            raise CourseError("--column names a column of the table of an LMS: add --into=FILE.")
        path, missing = tables.write(root, unit, by or "exercise", to)
        _say(f"wrote {path if to else path.relative_to(root)}", *(f"No score: {line}" for line in missing))
        return
    if by:
        raise CourseError("--by says how a table is made, and --into fills one that there is: leave out one of them.")
    filled = filling.fill(root, unit, into, to, column or "")
    _say(f"filled {filled.count} grades into {filled.path}, column {filled.column.strip()!r}", *filled.notes)


@app.command()
def roster(file: Annotated[Path, typer.Argument(help="The class list, a CSV file as Excel saves it.")]) -> None:
    """Import the class list, with the columns id, first_name, last_name, email and lms_user_id.

    Only id is needed. Either all rows are imported, or none. Who is not in the list stays as it is.
    """
    from rnnstaff.classroom import roster as class_list
    from rnnstaff.course import find_root

    found = class_list.read(find_root(), file)
    _say(f"added: {', '.join(found.added) or 'nobody'}")
    _say(*(f"changed: {name}: {', '.join(changes)}" for name, changes in found.changed.items()))
    _say(f"unchanged: {len(found.unchanged)}")
    if found.left:
        _say(f"not in {file}, left as they are: {', '.join(found.left)}")
    if found.guessed:
        _say(
            f"{file} does not say how its letters are written; read as Windows writes them in the West, it has "
            f"{', '.join(found.guessed)}. If that is wrong, save it as CSV UTF-8 and import it once more."
        )
    if found.ignored:
        _say(f"columns that were ignored: {', '.join(found.ignored)}")


@app.command()
def move_gradebook(
    source: Annotated[str, typer.Argument(help="Where it is, such as sqlite:///gradebook.db.")],
    target: Annotated[str, typer.Argument(help="Where it goes, such as postgresql+psycopg://me@host/course.")],
) -> None:
    """Copy a gradebook into an empty database, such as from SQLite to PostgreSQL."""
    from rnnstaff.classroom.moving import move

    counts = move(source, target)
    console.print(
        f"copied {sum(counts.values()):,} rows of {len(counts)} tables; RNNCOURSE_DB names the gradebook to use"
    )


@app.command()
def demo() -> None:
    """Play one round of the course in demo/: release, hand in a sample class, autograde, feedback and grades."""
    console.print("One round of the course, in the folder demo/:")
    from rnnstaff.course import find_root
    from rnnstaff.demo.play import play

    play(find_root(), console)


def _say(*lines: str) -> None:
    for line in lines:
        console.print(_printable(line), markup=False, highlight=False, soft_wrap=True)


def _printable(text: str) -> str:
    """Show what a terminal would obey, such as the name of a folder, as an escape."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)

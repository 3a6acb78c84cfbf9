"""Make a submission's folder safe to go through: links, pipes, and what is too much are taken away, and noted.

nbgrader copies what a link points to, and later into the feedback: the gradebook, for example.
"""

import itertools
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from rnnstaff.intake import choosing, flags, times

TAKEN = ".taken-away"  # the end of the name of the note that is left where something was
MOST_FILES, DEEPEST = 2000, 50  # files and folders of a submission, and folders in folders
LARGEST_FILES, LONGEST_PATH = 256 * 2**20, 1000  # bytes, of all files and of a path in the submission's folder


def prepare(assignment: str, notebooks: list[str], **_: Any) -> None:
    """Be nbgrader's ``Autograde.pre_convert_hook``: find notebooks with other names, and take away what is harmful.

    nbgrader stops at a pipe, and at a time of handing in that is none.
    """
    folder = Path(notebooks[0]).absolute().parent
    names = choosing.names(folder.parents[2], assignment)
    # Notes are written when no link is left: one that has a note's name would lead them elsewhere.
    notes: list[tuple[Path, str]] = []
    for place in (folder.parent, folder):  # who links to the folder of the assignment would hand in its answers
        if place.is_symlink():
            place.unlink()
            place.mkdir()
            notes.append((folder / place.name, "it was a link."))
    folder.mkdir(exist_ok=True)
    try:
        _set_aside(folder, names, notes)
        _tidy(folder, names, notes)
    except OSError:  # of what a file system refuses, we do not know all
        _set_aside(folder, names, notes, most=len(names))
        _tidy(folder, names, notes)
    for path, reason in notes:
        free(folder / (flags.printable(path.name[:50], "_") + TAKEN)).write_text(reason)  # a name has at most 255 bytes
    for name in names:
        choosing.see_that_it_is_there(folder, name, [other for other in names if other != name])
    # of other notebooks nbgrader says only that it knows them not
    notebooks[:] = [str(Path(notebooks[0]).parent / f"{name}.ipynb") for name in names]


def _tidy(folder: Path, names: list[str], notes: list[tuple[Path, str]]) -> None:
    """Take away what is neither a file nor a folder, and see that what nbgrader reads or prints can be."""
    linked = None  # to look for links takes a walk over the whole course
    for path in sorted(folder.rglob("*"), reverse=True):  # what is in a folder comes before it
        if not path.is_symlink() and path.is_file() and path.stat().st_nlink > 1:
            linked = _linked(folder.parents[2]) if linked is None else linked
            if words := _separate(path, folder, linked):
                notes.append((path, words))
            if not path.is_file():
                continue
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            notes.append((path, "it was a link." if path.is_symlink() else "it was neither a file nor a folder."))
            path.unlink()
        elif not path.name.isprintable():  # nbgrader writes it into your terminal
            path.rename(free(path.with_name(flags.printable(path.name, "_"))))
    for path in (folder / name for name in (*(f"{name}.ipynb" for name in names), times.FILE, flags.FILE)):
        if path.is_dir():
            path.rename(free(path.with_name(path.name + "-folder")))
            notes.append((path, "it was a folder."))
    if problem := times.make_plain(folder / times.FILE):
        (folder / times.FILE).rename(free(folder / "timestamp-unread.txt"))
        notes.append((folder / times.FILE, problem))


def _separate(path: Path, folder: Path, linked: dict[tuple[int, int], list[Path]]) -> str:
    """Make a file of its own of one that has more names, as some backups leave them; say what is odd about it.

    Where another of its names is in the course, and in no submission, it is taken away: the gradebook, for example.

    Parameters
    ----------
    linked : as :func:`_linked` gives it for the course.
    """
    status, root, submitted = path.stat(), folder.parents[2], folder.parents[1].name
    names = linked.get((status.st_dev, status.st_ino), [])
    others = [other.relative_to(root) for other in names if not other.is_relative_to(folder)]
    if any(submitted not in other.parts[:-1] for other in others):
        path.unlink()
        return "it was a hard link to a file of the course."
    copy = free(path.with_name("copy"))
    shutil.copyfile(path, copy)
    copy.replace(path)
    for other in others:  # whose file it was, nobody can see afterwards: both are told
        note = root.joinpath(*other.parts[:3], other.name[:50] + TAKEN)
        with suppress(OSError), note.open("x") as file:  # it may be there already: as a link to anything
            file.write(f"it was a hard link to a file in {folder.relative_to(root)}; a copy took its place.")
    return f"it was a hard link to a file in {others[0].parent}; a copy took its place." if others else ""


def _linked(root: Path) -> dict[tuple[int, int], list[Path]]:
    """Give all files below a folder that have more names than one, while other processes change what is there."""
    found: dict[tuple[int, int], list[Path]] = {}
    for place, _, names in os.walk(root):
        for path in (Path(place, name) for name in names):
            with suppress(OSError):
                status = path.lstat()
                if status.st_nlink > 1:
                    found.setdefault((status.st_dev, status.st_ino), []).append(path)
    return found


def _set_aside(folder: Path, names: list[str], notes: list[tuple[Path, str]], most: int = MOST_FILES) -> None:
    """Move what is too much out of a submission's folder, into one beside it: nbgrader would take hours, or fail."""
    count, size, aside = 0, 0, None
    first = (*(f"{name}.ipynb" for name in names), times.FILE)
    for path in sorted(folder.iterdir(), key=lambda path: (path.name not in first, path.suffix != ".ipynb", path)):
        more = _entries(path, len(os.fsencode(folder)))
        if more and count + more[0] <= most and size + more[1] <= LARGEST_FILES:
            count, size = count + more[0], size + more[1]
            continue
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o700)  # or it cannot be moved
        aside = aside or Path(tempfile.mkdtemp(prefix=f"{folder.name}{TAKEN}-", dir=folder.parent))
        path.rename(aside / path.name)
    if aside:
        limits = f"{MOST_FILES:,} files or {LARGEST_FILES // 2**20} MiB"
        notes.append((folder / "the rest", f"more than {limits}, nested too deep, or unreadable."))


def _entries(path: Path, start: int) -> tuple[int, int] | None:
    """Count files and folders, and bytes; None where there are too many, nested too deep, or not to be read."""
    waiting, count, size = [(path, 1)], 1, 0
    while waiting:
        place, depth = waiting.pop()
        try:
            is_link = place.is_symlink()
            is_folder = not is_link and place.is_dir()
            inside = [(entry, depth + 1) for entry in place.iterdir()] if is_folder else []
            if not is_link and not os.access(place, os.R_OK):
                return None
            size += 0 if is_link or is_folder else place.stat().st_size
        except OSError:  # a path that is too long, for example
            return None
        waiting, count = waiting + inside, count + len(inside)
        is_deep = is_folder and depth > DEEPEST
        if is_deep or count > MOST_FILES or len(os.fsencode(place)) - start > LONGEST_PATH:
            return None
    return count, size


def free(path: Path) -> Path:
    """Give this path, or one like it if something is there."""
    numbered = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in itertools.count(2))
    return next(free for free in itertools.chain([path], numbered) if not os.path.lexists(free))

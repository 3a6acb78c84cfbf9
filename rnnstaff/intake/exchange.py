"""nbgrader's exchange where each student has an account on the machine: what they put there is not trusted.

Students own what they hand in, also while it is collected. They can give it any name, put links in it, and change it.
"""

import os
import re
import shutil
import stat
import sys
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from nbgrader.exchange import ExchangeError
from nbgrader.exchange.default import ExchangeCollect, ExchangeReleaseFeedback

from rnnstaff.intake import flags
from rnnstaff.intake.tidying import DEEPEST, LARGEST_FILES, MOST_FILES, TAKEN

if sys.platform != "win32":
    import pwd

_SECRET = re.compile("[0-9a-f]{128}")  # as `nbgrader submit` makes it
_SLOW = timedelta(minutes=5)  # from the time that a submission gives to the end of `nbgrader submit`
_CHUNK = 2**20  # bytes
_MOST_NOTES = 20


class Collect(ExchangeCollect):
    """Collect what a student handed in under their own name: ``ExchangeFactory.collect``.

    nbgrader takes the newest submission under a name, whoever made it, and warns; it follows links as the one who
    collects; and it stops for everybody at a folder with an odd name.
    """

    def init_src(self) -> None:
        """Find the newest submission of each student, among those that are their own."""
        self._refused: set[str] = set()
        super().init_src()
        self.src_records = [record for record in self.src_records if record["filename"] not in self._refused]

    def _path_to_record(self, path: str) -> dict[str, Any]:
        name = Path(path).name
        try:
            record = super()._path_to_record(path)
            problem = self._problem(Path(path), record["username"])
        except Exception:  # dateutil raises what an odd text leads it to
            record, problem = {"filename": name, "timestamp": datetime.min}, "no submission has such a name"
        if not problem:
            return record
        self._refused.add(name)
        self.log.error("Not collected: %s: %s.", Path(path).with_name(flags.printable(name, "_")), problem)
        return record | {"username": name}  # no student's: nbgrader takes the newest of each

    def _problem(self, folder: Path, student: str) -> str:
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode):
            return "it is not a folder"
        if not self.check_owner:
            return ""
        try:
            owner = pwd.getpwuid(status.st_uid).pw_name
        except KeyError:
            owner = f"user {status.st_uid}"
        return "" if owner == student else f"it belongs to {owner}, who is not {flags.printable(student, '_')}"

    def copy_files(self) -> None:
        """Collect one submission after the other; one that fails stops no other, and is named at the end."""
        records, failed = self.src_records, []
        if not records:
            super().copy_files()  # it says so
        for record in records:
            self.src_records, self._record = [record], record
            try:
                super().copy_files()
            except (OSError, ExchangeError) as error:  # it was removed meanwhile, or the disk is full
                failed.append(record["username"])
                self.log.error("Not collected: %s: %s", record["username"], error)
        if failed:
            self.fail(f"{len(failed)} submissions were not collected: {', '.join(failed)}. Collect once more.")

    def do_copy(self, src: str, dest: str, log: Any = None) -> None:
        """Copy a submission without following a link."""
        owner = os.lstat(src).st_uid if self.check_owner else None
        notes, changed = _take(Path(src), Path(dest), f"{self.coursedir.assignment_id}.ipynb", owner)
        for name, reason in notes[:_MOST_NOTES]:  # flags, when it is graded
            name = flags.printable(name[:50], "_")
            self.log.warning("%s of %s was not collected: %s", name, self._record["username"], reason)
            with suppress(FileExistsError), (Path(dest) / f"{name}{TAKEN}").open("x") as file:
                file.write(reason)
        # Late penalties count this time; the file in the submission could give another than its name.
        handed_in = self._record["timestamp"]
        time = Path(dest) / "timestamp.txt"
        if time.is_dir():
            shutil.rmtree(time)
        time.write_text(f"{handed_in} UTC\n")
        if changed > handed_in + _SLOW:
            self.log.warning(
                "%s says that it was handed in at %s UTC, and was changed at %s UTC.",
                self._record["username"], f"{handed_in:%Y-%m-%d %H:%M}", f"{changed:%Y-%m-%d %H:%M}",
            )  # fmt: skip


class ReleaseFeedback(ExchangeReleaseFeedback):
    """Release the feedback of all who handed in through the exchange: ``ExchangeFactory.release_feedback``.

    nbgrader stops at the first student who handed in by another path.
    """

    def copy_files(self) -> None:
        """Release the feedback to all who handed in through the exchange, and name the others."""
        folders = {Path(path).parent for path in Path(self.coursedir.root).glob(self._pages())}
        others = sorted(folder.parent.name for folder in folders if not _has_secret(folder))
        if others:
            self.log.warning("Not through the exchange, so give the feedback by hand to: %s", ", ".join(others))
        excluded = self.coursedir.student_id_exclude
        self.coursedir.student_id_exclude = ",".join([*filter(None, [excluded]), *others])
        super().copy_files()

    def _pages(self) -> str:
        pages = self.coursedir.format_path(self.coursedir.feedback_directory, "*", self.coursedir.assignment_id)
        return str((Path(pages) / "*.html").relative_to(self.coursedir.root))


def _has_secret(folder: Path) -> bool:
    """Say whether there is what `nbgrader submit` writes into a submission, or something that a student put there."""
    try:
        with (folder / "submission_secret.txt").open(encoding="ascii") as file:
            return bool(_SECRET.fullmatch(file.read(200))) and (folder / "timestamp.txt").is_file()
    except (OSError, UnicodeDecodeError):
        return False


def _take(src: Path, dest: Path, first: str, owner: int | None) -> tuple[list[tuple[str, str]], datetime]:
    """Copy the files of a folder that somebody else may be changing meanwhile.

    Parameters
    ----------
    first : the name of the file that is copied first: there is a limit to all of them.
    owner : whose files are copied; None: anybody's.

    Returns
    -------
    notes, changed : names and reasons of what was left out; when the folder or a file was last changed, in UTC.
    """
    notes, count, room, changed = [], 0, LARGEST_FILES, os.lstat(src).st_ctime
    for place, folders, files, here in os.fwalk(src, follow_symlinks=False):
        inside = Path(place).relative_to(src)
        if len(inside.parts) >= DEEPEST:
            notes.extend((name, "it was nested too deep.") for name in folders)
            folders.clear()
        is_link = {name: stat.S_ISLNK(os.stat(name, dir_fd=here, follow_symlinks=False).st_mode) for name in folders}
        notes.extend((name, "it was a link.") for name in folders if is_link[name])
        folders[:] = sorted(name for name in folders if not is_link[name])
        count += len(folders)
        for name in sorted(files, key=lambda name: (name != first, name)):
            if is_link.get(name):  # fwalk lists it twice
                continue
            count += 1
            if count > MOST_FILES:
                notes.append((name, f"there were more than {MOST_FILES:,} files and folders."))
                return notes, _utc(changed)
            try:
                reason, size, time = _take_file(name, here, dest / inside / name, owner, room)
            except OSError as error:  # a link, unreadable, or its path is too long
                reason, size, time = f"{'it was a link' if _is_link(name, here) else error.strerror}.", 0, 0
            room, changed = room - size, max(changed, time)
            if reason:
                notes.append((name, reason))
    dest.mkdir(parents=True, exist_ok=True)
    return notes, _utc(changed)


def _take_file(name: str, here: int, to: Path, owner: int | None, room: int) -> tuple[str, int, float]:
    """Copy a file, and give why it was not, how many bytes it has, and when it was last changed."""
    number = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=here)
    with os.fdopen(number, "rb") as file:
        status = os.fstat(number)
        if not stat.S_ISREG(status.st_mode):
            return "it was neither a file nor a folder.", 0, 0
        if owner not in (None, status.st_uid):  # a hard link to what whoever collects can read
            return "it belongs to somebody else.", 0, 0
        to.parent.mkdir(parents=True, exist_ok=True)
        size = 0
        with to.open("wb") as copy:
            while size <= room and (chunk := file.read(_CHUNK)):  # it may be growing
                size += len(chunk)
                copy.write(chunk)
    if size > room:
        to.unlink()
        return f"all files together were larger than {LARGEST_FILES // 2**20} MiB.", 0, status.st_ctime
    return "", size, status.st_ctime


def _is_link(name: str, here: int) -> bool:
    with suppress(OSError):
        return stat.S_ISLNK(os.stat(name, dir_fd=here, follow_symlinks=False).st_mode)
    return False


def _utc(seconds: float) -> datetime:
    """Give a time as nbgrader does: in UTC, without saying so."""
    return datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None)

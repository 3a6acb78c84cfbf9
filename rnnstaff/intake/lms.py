"""Which student a file is from, by the name that an LMS gave it: nbgrader's ``zip_collect`` asks here.

What an LMS wrote is at the start of the path, and students write what comes after it. So a rule is tried there only.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from nbgrader.api import Gradebook, Student
from nbgrader.plugins import FileNameCollectorPlugin

from rnnstaff.intake import flags
from rnnstaff.intake.archives import ZIP
from rnnstaff.intake.choosing import NOTEBOOK

REPORT = "collected.txt"
# Ada Lovelace_123456_assignsubmission_file_tiny.ipynb, or a folder. In each assignment, a student has another number.
MOODLE = re.compile(r"(?P<name>[^/_]+)_(?P<number>[0-9]+)_assignsubmission_[a-z]+_/?(?P<file>.+)")
# lovelaceada_LATE_12345_67890_tiny-1.ipynb: the number of the student, which stays, and that of the file, which grows.
CANVAS = re.compile(r"(?P<name>[^/]+?)_(?P<late>LATE_)?(?P<number>[0-9]+)_(?P<serial>[0-9]+)_(?P<file>.+)")
# What Canvas, browsers and JupyterLab put behind the name of a file that they have already.
_COPY = re.compile(r"(?P<stem>.+?)(?:-| ?\(|-Copy)(?P<number>[0-9]+)\)?")
_NOT_THEIRS = {"__MACOSX", ".ipynb_checkpoints"}
_ROSTER = "Correct the roster and import it again"


@dataclass(frozen=True)
class HandedIn:
    """A file, and what its name says.

    Attributes
    ----------
    student : the id in the gradebook; empty if nobody was found.
    problem : why nobody was found, and what to do.
    name : of the file that the student handed in; that of the assignment if it is a copy's.
    archive : what it was in.
    number : the LMS' number of the student; empty if it gives none.
    order : what is larger was handed in later.
    """

    path: Path
    shown: str
    name: str
    archive: str
    order: tuple[float, ...]
    student: str = ""
    problem: str = ""
    number: str = ""
    is_late: bool = False


@dataclass
class Chosen:
    """What is collected: for nbgrader, by path; who handed in what, in lines; what is left, and why."""

    files: dict[str, dict[str, str]] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


class Collector(FileNameCollectorPlugin):
    """Find the student, and the newest of several attempts: ``ZipCollectApp.collector_plugin``.

    For an LMS with other names, set ``FileNameCollectorPlugin.named_regexp``, as nbgrader describes it.
    """

    _chosen: Chosen | None = None

    def collect(self, submitted_file: str) -> dict[str, str] | None:
        """Give nbgrader the student and the name of the notebook, or None for a file that is not collected."""
        if self._chosen is None:
            self._chosen = self._choose()
        return self._chosen.files.get(submitted_file)

    def _choose(self) -> Chosen:
        app = self.parent
        folder = Path(app._format_collect_path(app.extracted_directory))
        with Gradebook(app.coursedir.db_url, app.coursedir.course_id) as gradebook:
            roster = Roster(gradebook.students)
        regexp = re.compile(self.named_regexp) if self.named_regexp else None
        files = sorted(path for path in folder.rglob("*") if path.is_file() and not _NOT_THEIRS & {*path.parts})
        unit = app.coursedir.assignment_id
        chosen = choose([handed_in(path, folder, unit, roster, regexp) for path in files], roster)
        chosen.left.extend(getattr(app.extractor_plugin_inst, "left_out", []))
        report = folder.parent / REPORT
        lines = [f"Collected for {unit}: {len(chosen.lines)}", *chosen.lines]
        lines += ["", f"Not collected: {len(chosen.left)}", *chosen.left, ""]
        report.write_text("\n".join(lines), encoding="utf-8", errors="backslashreplace")
        for line in chosen.left:
            self.log.warning("Not collected: %s", line)
        self.log.warning("%s lists what is collected and what is not.", report)
        return chosen


class Roster:
    """The students of the gradebook, and how to find one of them by what an LMS knows.

    Attributes
    ----------
    number_of : the numbers of the students in the LMS (``lms_user_id``), by id, where they are known.
    """

    def __init__(self, students: Iterable[Student]) -> None:
        self._ids: defaultdict[str, set[str]] = defaultdict(set)
        self._emails: defaultdict[str, set[str]] = defaultdict(set)
        self._names: defaultdict[str, set[str]] = defaultdict(set)
        self.number_of: dict[str, str] = {}
        for student in students:
            first, last = student.first_name or "", student.last_name or ""
            for text in filter(None, (student.id, student.email)):
                self._ids[plain(text)].add(student.id)
                if "@" in text:
                    self._emails[plain(text)].add(student.id)
            for letters in filter(None, (_letters(first + last), _letters(last + first))):
                self._names[letters].add(student.id)
            if student.lms_user_id:
                self.number_of[student.id] = student.lms_user_id

    def by_id(self, text: str) -> set[str]:
        """Give those with this id or e-mail address."""
        return self._ids.get(plain(text), set())

    def by_email(self, text: str) -> set[str]:
        """Give those with this e-mail address, which may be their id."""
        return self._emails.get(plain(text), set())

    def has_email(self, student: str) -> bool:
        """Say whether an e-mail address of a student is known."""
        return any(student in students for students in self._emails.values())

    def by_name(self, text: str) -> set[str]:
        """Give those with this name, the first or the last name first, also behind that of a group and a hyphen."""
        parts = text.split("-")
        tries = (_letters("-".join(parts[start:])) for start in range(len(parts)))
        return next((self._names[letters] for letters in tries if letters in self._names), set())

    def by_number(self, number: str) -> set[str]:
        """Give those with this number in the LMS."""
        return {student for student, known in self.number_of.items() if known == number}


def handed_in(path: Path, folder: Path, unit: str, roster: Roster, regexp: re.Pattern[str] | None = None) -> HandedIn:
    """Find out whose file it is.

    Parameters
    ----------
    folder : at its top there is a folder for each archive, and what was not in one.
    regexp : the instructor's own rule, tried first, with a group ``student_id``.
    """
    inside = PurePosixPath(path.relative_to(folder).as_posix())
    is_archive = len(inside.parts) > 1 and inside.parts[0].lower().endswith(ZIP)
    times = (path.stat().st_mtime, (folder / inside.parts[0]).stat().st_mtime)

    def one(found: set[str], problem: str, name: str = path.name, serial: str = "0", **more: Any) -> HandedIn:
        if len(found) > 1:
            problem = f"it could be from {' or '.join(sorted(found))}: put their numbers in the LMS into the roster"
        name, copy = _without_copy(PurePosixPath(name).name, unit)
        return HandedIn(
            path,
            flags.printable(str(inside), "_"),
            name,
            inside.parts[0] if is_archive else "",
            (int(serial), *times, copy),
            student=next(iter(found)) if len(found) == 1 else "",
            problem="" if len(found) == 1 else flags.printable(f"{problem}. {_ROSTER}", "_"),
            **more,
        )

    if regexp and (match := regexp.match(str(path))):
        text = match["student_id"]
        found = roster.by_id(text) or roster.by_number(text) or roster.by_name(text)
        return one(found, f"{text!r} is nobody's id, e-mail address, number, or name")
    # An archive is an LMS', with a class in it, or a student's. What is in a loose folder was named by a student.
    for start in [inside, PurePosixPath(*inside.parts[1:])] if is_archive else [inside]:
        if match := MOODLE.fullmatch(str(start)):
            found = roster.by_name(match["name"]) or roster.by_id(match["name"])
            found = (len(found) > 1 and found & roster.by_number(match["number"])) or found
            problem = f"nobody in the gradebook is called {match['name']}"
            return one(found, problem, match["file"], number=match["number"])
        if match := CANVAS.fullmatch(str(start)):
            found = roster.by_number(match["number"])
            found = found or {student for student in roster.by_name(match["name"]) if student not in roster.number_of}
            problem = f"nobody in the gradebook has the number {match['number']}, or no number and this name"
            more = {"number": match["number"], "is_late": bool(match["late"])}
            return one(found, problem, match["file"], match["serial"], **more)
        first = start.parts[0]
        stem = next((first[: -len(end)] for end in (*NOTEBOOK, ZIP) if first.lower().endswith(end)), first)
        if found := roster.by_id(stem) or roster.by_name(stem):
            return one(found, "", f"{unit}.ipynb" if stem != first and len(start.parts) == 1 else path.name)
    return one(set(), "no rule fits this name: is it from a student, rename it to <student id>.ipynb")


def choose(found: Iterable[HandedIn], roster: Roster) -> Chosen:
    """Choose the newest notebooks of each student.

    What an LMS downloads has one attempt of each student. So all is from one archive, the newest, and of one name there
    is the newest file.
    """
    chosen = Chosen()
    of_all: defaultdict[str, list[HandedIn]] = defaultdict(list)
    for file in found:
        if file.student:
            of_all[file.student].append(file)
        else:
            chosen.left.append(f"{file.shown}: {file.problem}.")
    for student, files in sorted(of_all.items()):
        numbers = {file.number for file in files if file.number}
        if len(numbers) > 1:  # anybody can take a name
            own = roster.number_of.get(student)
            words = f"in the LMS, {' and '.join(sorted(numbers))} are both called like {student}"
            words += f"; {own} is {student}" if own in numbers else ". Put the right number into the roster"
            others = [file for file in files if file.number and (own not in numbers or file.number != own)]
            chosen.left.extend(f"{file.shown}: {words}." for file in others)
            files = [file for file in files if own in numbers and file not in others]
        _choose_of_one(student, files, chosen)
    return chosen


def _choose_of_one(student: str, files: list[HandedIn], chosen: Chosen) -> None:
    archives: defaultdict[str, list[HandedIn]] = defaultdict(list)
    for file in files:
        if file.path.name.lower().endswith(NOTEBOOK):
            archives[file.archive].append(file)
    newest = max(archives.values(), key=lambda inside: max(file.order for file in inside), default=[])
    taken = {file.name: file for file in sorted(newest, key=lambda file: file.order)}
    for file in files:
        if file in taken.values():
            chosen.files[str(file.path)] = {"student_id": student, "file_id": file.name}
            chosen.lines.append(f"{student}: {file.shown}{' (late, says the LMS)' if file.is_late else ''}")
        elif file.path.name.lower().endswith(NOTEBOOK):
            chosen.left.append(f"{file.shown}: {student} handed in again.")
        else:
            without = "" if taken else f"; there is none from {student}"
            chosen.left.append(f"{file.shown}: it is not a notebook{without}.")


def _without_copy(name: str, unit: str) -> tuple[str, int]:
    """Give the name of the file that this is a copy of, if that is the assignment's, and the number of the copy."""
    ending = next((end for end in sorted(NOTEBOOK, key=len, reverse=True) if name.lower().endswith(end)), "")
    stem = name[: len(name) - len(ending)]
    copy = 0
    while stem.casefold() != unit.casefold() and (match := _COPY.fullmatch(stem)):
        stem, copy = match["stem"], copy or int(match["number"])
    return (f"{unit}{ending}", copy) if stem.casefold() == unit.casefold() else (name, 0)


def plain(text: str) -> str:
    """Give an id or an e-mail address as it is compared: without case, and in one form of Unicode."""
    return unicodedata.normalize("NFC", text.strip().casefold())


def _letters(text: str) -> str:
    """Give the letters and digits of a name, in any script; the same letters may come in several forms of Unicode."""
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(letter for letter in text if unicodedata.category(letter)[0] in "LMN")

"""What runs on a machine of a cluster: it grades what it is sent, in a folder of its own, and sends back what came out.

Nothing of the course is opened here: not its folder, and not its gradebook. Each thread keeps one folder, so that its
worker stays warm (:mod:`workers`).
"""

import atexit
import hashlib
import io
import os
import platform
import shutil
import tarfile
import threading
from concurrent.futures import CancelledError
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import rnncourse
import rnnstaff
from rnncourse.datasets import mnist
from rnnstaff import course, leftovers
from rnnstaff.classroom import excerpt, workers
from rnnstaff.classroom.excerpt import Rows
from rnnstaff.classroom.workers import Job, Outcome
from rnnstaff.course import CourseError
from rnnstaff.running import sandbox

_PACKAGES = ("nbgrader", "nbclient", "ipykernel", "numpy", "tensorflow", "keras", "distributed")
_GRADEBOOK = "gradebook.db"
# Whatever the settings or this machine's environment name: the gradebook is the one that was sent.
_SETTINGS = "\nget_config().CourseDirectory.db_url = {!r}\n"


class MismatchError(CourseError):
    """A machine would grade in another way than the one that asks for it; the message says what to install."""


@dataclass(frozen=True)
class Parcel:
    """What a submission needs to be graded elsewhere.

    Parameters
    ----------
    run : a word for all parcels of one command.
    job : the submission; its folder is not used.
    settings, files : of the course's folder, the instructor's own and the submission's, by :func:`pack`.
    rows : of the gradebook.
    facts : of the machine that asks for it, by :func:`facts`.
    """

    run: str
    job: Job = field(repr=False)
    settings: bytes = field(repr=False)
    files: bytes = field(repr=False)
    rows: Rows = field(repr=False)
    facts: dict[str, str] = field(repr=False)


@dataclass(frozen=True)
class Reply:
    """What came of it.

    Parameters
    ----------
    outcome : whether it is graded; where it is not, there is nothing else.
    files : the graded notebook's folder, by :func:`pack`.
    rows : of the gradebook, after it was graded.
    """

    outcome: Outcome
    files: bytes = field(default=b"", repr=False)
    rows: Rows = field(default_factory=dict, repr=False)


_here = threading.local()  # of each thread: its folder
_busy: dict[int, str] = {}  # of each thread that grades: for which run
_stopped: set[str] = set()  # runs for which nothing is graded any more
_folders = ExitStack()
atexit.register(_folders.close)


def grade(parcel: Parcel) -> Reply:
    """Grade a submission.

    Raises
    ------
    MismatchError : here it would be graded in another way.
    CancelledError : the command that asked for it has been stopped.
    """
    check(parcel.facts, facts(), platform.node())
    if parcel.job.shut_in:
        try:
            sandbox.check()
        except sandbox.SandboxError as error:  # a machine that joined later: another one can
            return Reply(Outcome(f"{platform.node()}: {error}", is_doubtful=True))
    if not hasattr(_here, "folder"):
        _here.folder = _folders.enter_context(leftovers.folder()) / "course"
    root, job = _here.folder, parcel.job
    root.mkdir(exist_ok=True)
    for path in root.iterdir():  # the folder itself stays: the worker runs in it
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    unpack(parcel.settings, root)
    unpack(parcel.files, root)
    with (root / course.CONFIG_FILE).open("r+") as settings:  # without it nbgrader would grade in no sandbox
        settings.seek(0, io.SEEK_END)
        settings.write(_SETTINGS.format(excerpt.url(root / _GRADEBOOK)))
    excerpt.write(parcel.rows, root / _GRADEBOOK)
    _busy[threading.get_ident()] = parcel.run
    try:
        if parcel.run in _stopped:  # it waited here while that was said
            raise CancelledError
        outcome = workers.grade(replace(job, root=str(root)))
    finally:
        del _busy[threading.get_ident()]
    if outcome.problem:
        return Reply(outcome)
    graded = Path("autograded", job.student, job.unit)
    return Reply(outcome, pack(root, [graded]), excerpt.read(root / _GRADEBOOK, job.unit, job.student))


def stop(run: str) -> None:
    """End what is being graded here for a run, and grade no more for it; nobody waits for it."""
    _stopped.add(run)
    if run in _busy.values():
        workers.stop()


def examine(shut_in: bool) -> dict[str, str]:
    """Give :func:`facts`; SandboxError where submissions are to be shut in, and cannot be."""
    if shut_in:
        sandbox.check()
    return facts()


@cache
def facts() -> dict[str, str]:
    """Give what grades depend on beside the course: versions, the data, and the settings of this machine."""
    found = {"Python": ".".join(platform.python_version_tuple()[:2])}
    found |= {package.__name__: _digest(Path(package.__file__).parent) for package in (rnncourse, rnnstaff)}
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "none"
    found["MNIST"] = "there" if mnist.find()[0] else "not there"
    found["RNNCOURSE_BUDGET"] = os.environ.get("RNNCOURSE_BUDGET") or "not set"
    return found


def check(wanted: dict[str, str], found: dict[str, str], machine: str) -> None:
    """Raise MismatchError unless another machine is like the one that asks for grades."""
    differ = [
        f"{name} is {found.get(name)}, and here {value}" for name, value in wanted.items() if found.get(name) != value
    ]
    if differ:
        raise MismatchError(
            f"{machine} would grade in another way: {'; '.join(differ)}. Install the same wheels, and set the same "
            "RNNCOURSE_DATA and RNNCOURSE_BUDGET, on all machines; docs/deploy.md says how."
        )


def pack(root: Path, paths: list[Path], follow: bool = False) -> bytes:
    """Put files and folders, by their place in ``root``, into an archive.

    Parameters
    ----------
    follow : links too, as what they lead to: for the instructor's own files. Else they stay out.
    """
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", dereference=follow) as archive:
        for path in paths:
            archive.add(root / path, path, filter=lambda info: info if info.isreg() or info.isdir() else None)
    return stream.getvalue()


def unpack(packed: bytes, root: Path) -> None:
    """Unpack such archives into a folder: files and folders alone, none outside, and files keep their permissions."""

    def safe(member: tarfile.TarInfo, place: str) -> tarfile.TarInfo | None:
        if not (member.isreg() or member.isdir()):
            return None  # a link would lead from where it is put later
        checked = tarfile.data_filter(member, place)
        return checked.replace(mode=member.mode & 0o777, deep=False) if member.isreg() else checked

    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(root, filter=safe)


def _digest(package: Path) -> str:
    """Give the version of one of our packages, and a digest of its code: between releases the version stays."""
    whole = hashlib.sha256()
    for path in sorted(package.rglob("*.py")):
        whole.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{version(package.name)} with code {whole.hexdigest()[:8]}"

"""A sandbox for code that must not be trusted, by bubblewrap: no network, own processes, nothing else in sight."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import rnncourse
import rnnstaff
from rnncourse.datasets import mnist
from rnncourse.errors import CourseError
from rnnstaff.running import filters

HOME = "/home/student"  # inside, a folder of limited size: the kernel's working folder
FILES = "/home/files"  # inside, what is copied into it
INSTALL = (
    "bubblewrap is not installed, so there is no sandbox. On Debian and Ubuntu: sudo apt install bubblewrap. "
    "To grade without a sandbox, for students whom you trust with your files: rnncourse grade --no-sandbox, "
    "or nbgrader autograde --JudgedExecute.sandbox=False"
)
UBUNTU = (
    "Ubuntu forbids this from 23.10 on. To allow it: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, "
    "or for bubblewrap alone: docs/security.md."
)
_KEPT = ("LANG", "LC_ALL", "TZ", "RNNCOURSE_BUDGET", "NBGRADER_EXECUTION", "TF_CPP_MIN_LOG_LEVEL", "OMP_NUM_THREADS")
_PACKAGE = Path(rnnstaff.__file__).resolve().parent
MiB = 2**20
LIMITS = {  # of util-linux' prlimit; bytes, seconds, counts
    "data": 4096 * MiB,
    "fsize": 256 * MiB,
    "cpu": 900 * (os.cpu_count() or 1),  # of all threads; the limits of time are in meter.py
    "nofile": 1024,
    "core": 0,
}
KEYS = ("/proc/keys", "/proc/key-users")  # they list those of the user who grades
PRIVATE = ("/dev/shm", "/tmp", HOME)  # inside, folders of each sandbox's own
DISK = 512 * MiB  # of each of them
share: list[int] = []  # the processors that all sandboxes of this process keep to; if empty, they may use all
MOST_TASKS = 512  # processes and threads; set inside, where only the sandbox' own are counted


class SandboxError(CourseError):
    """There is no sandbox on this machine; the message says how to get one."""


# That the kernel is there will do: to import it takes a second.
_PROBE = """\
import rnncourse
from importlib.util import find_spec
if not find_spec("ipykernel"):
    raise SystemExit("ipykernel is not installed.")
try:
    import rnnstaff.course
except ModuleNotFoundError:
    pass
else:
    raise SystemExit(f"The staff's side of the course would be seen in it: {rnnstaff.__path__}")
"""


@cache
def check() -> None:
    """Raise SandboxError unless a program can be shut in here."""
    missing = [name for name in ("bwrap", "prlimit", "setpriv", "taskset") if not shutil.which(name)]
    if missing:
        raise SandboxError(
            INSTALL
            if "bwrap" in missing
            else f"{missing[0]} is not installed: it is part of util-linux, so install that."
        )
    python = [sys.executable, "-I", "-c", _PROBE]
    try:
        for _ in range(2):  # whoever ends it from outside says nothing about this machine
            with shut_in(python) as arguments:
                result = subprocess.run(**arguments, capture_output=True, text=True, check=False)
            if 0 <= result.returncode < 128:
                break
    except OSError as error:
        raise SandboxError(f"A sandbox cannot be created here: {error}") from error
    if result.returncode:
        reason = (result.stderr.strip().splitlines() or ["no reason was given"])[-1]
        raise SandboxError(
            f"A sandbox cannot be created here: {reason}\n{UBUNTU if 'uid map' in reason else ''}".strip()
        )


def refuse_to_show(folder: Path) -> None:
    """Raise SandboxError where a folder of the course would be seen from inside: all of /usr is, for example."""
    if _is_seen(folder.resolve()):
        raise SandboxError(
            f"Every submission could read {folder}, because Python or the system is in the same place. Move the course "
            "somewhere else, such as a folder in your home folder."
        )


@contextmanager
def shut_in(
    command: Sequence[str],
    files: Path | None = None,
    sockets: Path | None = None,
    program: Path | None = None,
    namespaces: bool = False,
) -> Iterator[dict[str, Any]]:
    """Give the arguments with which ``subprocess.Popen`` starts a command in the sandbox.

    What the first process of a sandbox was started with can be read inside. So the words that say what is seen where,
    and the filter of system calls, come from files without a name, and the environment is the sandbox' own.

    Parameters
    ----------
    files : a folder whose files are copied into the working folder.
    sockets : a folder that is writable inside, at its own path: for the sockets of a kernel, until :func:`close`.
    program : one file of this package, the only one that is seen inside.
    namespaces : let the command make new namespaces: for :mod:`zygote`, where no student's code runs before it has.
    """
    with tempfile.TemporaryFile() as words, tempfile.TemporaryFile() as filtered:
        filtered.write(filters.program(namespaces))
        arguments = [*_sight(files, sockets, program, namespaces), "--seccomp", str(filtered.fileno())]
        words.write(b"\0".join(word.encode(errors="surrogateescape") for word in arguments))
        for file in (words, filtered):
            file.seek(0)
        limits = [f"--{name}={value}" for name, value in LIMITS.items()]
        before = [*_as_nobody(sockets, namespaces), "prlimit", f"--nproc={MOST_TASKS}", "--"]
        if files:
            before += ["sh", "-c", f'cp -r {FILES}/. . && exec "$@"', "sh"]
        bubblewrap = [shutil.which("bwrap"), "--args", str(words.fileno()), "--"]
        keep_to = ["taskset", "--cpu-list", ",".join(map(str, share))] if share else []
        yield {
            "args": [shutil.which("prlimit"), *limits, "--", *keep_to, *bubblewrap, *before, *command],
            "env": _environment(),
            "pass_fds": (words.fileno(), filtered.fileno()),
        }


def _sight(files: Path | None, sockets: Path | None, program: Path | None, namespaces: bool) -> list[str]:
    """Give bubblewrap's words for what is seen inside, and where."""
    words = ["--die-with-parent", "--new-session", "--hostname", "sandbox", "--cap-drop", "ALL"]
    words += [f"--unshare-{kind}" for kind in ("pid", "net", "ipc", "uts", "cgroup-try")]
    for path in _system():
        link = Path(path).is_symlink()
        words += ["--symlink", str(Path(path).readlink()), path] if link else ["--ro-bind", path, path]
    mounts_itself = namespaces and _is_root()
    words += ["--dir" if mounts_itself else "--proc", "/proc", "--dev", "/dev"]
    if not namespaces:  # a namespace below may mount its own only where nothing is covered
        words += ["--ro-bind", "/proc/sys", "/proc/sys"]
        words += [word for path in KEYS if Path(path).exists() for word in ("--ro-bind", os.devnull, path)]
    for path in PRIVATE:
        words += ["--perms", "0777", "--size", str(DISK), "--tmpfs", path]
    writable = [str(sockets)] if sockets else []
    placed = [*shown(), *writable, *_links()]
    for folder in sorted({str(parent) for path in placed for parent in Path(path).parents} - {"/"}):
        words += ["--perms", "0755", "--dir", folder]
    for path in shown():
        words += ["--ro-bind", path, path]
    for name, place in _links().items():
        words += ["--symlink", place, name]
    covered = _staff()
    for path in covered:
        words += ["--perms", "0755", "--tmpfs", str(path)] if path.is_dir() else ["--ro-bind", os.devnull, str(path)]
        if path.name == _PACKAGE.name:  # an empty folder could be imported
            words += ["--ro-bind", str(Path(__file__).with_name("not_here.py")), str(path / "__init__.py")]
    if program:
        words += [word for path in reversed(program.parents) for word in ("--perms", "0755", "--dir", str(path))]
        words += ["--ro-bind", str(program), str(program)]
    for path in filter(Path.is_dir, covered):
        words += ["--remount-ro", str(path)]
    if files:
        words += ["--ro-bind", str(files), FILES]
    for path in writable:
        words += ["--bind", path, path]
    # It reads the same. But a mapping of /dev/zero is memory that outlives it.
    words += ["--dev-bind", "/dev/full", "/dev/zero"]
    words += ["--remount-ro", "/", "--remount-ro", "/dev", "--chdir", HOME]
    if not _is_root():
        # root of a container too becomes somebody else
        return [*words, "--unshare-user", *(() if os.geteuid() else ("--uid", "1000", "--gid", "1000"))]
    wanted = ["CAP_SETUID", "CAP_SETGID", "CAP_SETPCAP"] + ["CAP_SYS_ADMIN"] * mounts_itself
    return [*words, *(word for capability in wanted for word in ("--cap-add", capability))]


def _as_nobody(sockets: Path | None, namespaces: bool) -> list[str]:
    """Give the words that make root nobody inside.

    Root stays root in a namespace of users, may write to /proc/sys and make read-only mounts writable. Where bubblewrap
    mounts /proc for root, it covers parts of it; a namespace below may mount its own only where nothing is covered.
    """
    if not _is_root():
        return []
    mount = ["sh", "-c", 'mount -t proc -o nosuid,nodev,noexec proc /proc && exec "$@"', "sh"] if namespaces else []
    drop = ["--clear-groups", "--inh-caps=-all", "--bounding-set=-all"]
    user = _nobody(sockets)
    return [*mount, "setpriv", f"--reuid={user}", f"--regid={user}", *drop, "--"]


def give(path: Path, sockets: Path) -> None:
    """Give a file or folder to the user in the sandbox with these sockets: a sandbox of root does not run as root."""
    if _is_root():
        os.chown(path, _nobody(sockets), _nobody(sockets))


def close(sockets: Path) -> None:
    """Take the folder of a kernel's sockets away once they are connected, and before the student's code runs.

    It is the one folder that a sandbox shares with this machine, and Linux has no limit for its size. Connections stay,
    and into a folder that was taken away nothing can be written.
    """
    shutil.rmtree(sockets)


def _is_root() -> bool:
    """Say whether this is root with all users at hand: root of a container may have none but itself."""
    return not os.geteuid() and int(Path("/proc/self/uid_map").read_text().split()[2]) > 2_000_000_000


def _nobody(sockets: Path | None) -> int:
    """Give the number of a user that has nothing, another one for each sandbox: Linux counts processes by user."""
    return 1_000_000_000 + zlib.crc32(str(sockets or os.getpid()).encode()) % 1_000_000_000


def _system() -> list[str]:
    """The parts of the system that a Python process needs."""
    wanted = ("/usr", "/bin", "/lib", "/lib64", "/lib32", "/etc/ld.so.cache", "/etc/localtime", "/etc/alternatives")
    return [path for path in wanted if os.path.lexists(path)]


@cache
def _python() -> list[str]:
    """The environment and its interpreter, and the student's package, where they are not in the system's folders."""
    folders = {Path(folder).resolve() for folder in (sys.prefix, sys.base_prefix, Path(rnncourse.__file__).parent)}
    return sorted(str(folder) for folder in folders if not folder.is_relative_to("/usr"))


@cache
def _links() -> dict[str, str]:
    """The names by which Python knows these folders, where a link leads there, each with the folder."""
    places = {folder: str(Path(folder).resolve()) for folder in (sys.prefix, sys.base_prefix)}
    return {name: place for name, place in places.items() if name != place and not _is_seen(Path(name))}


@cache
def _staff() -> list[Path]:
    """What is installed of the staff's side beside the student's, in any way: a sandbox covers it."""
    sites = {
        site.resolve()
        for place in (*_system(), *_python())
        for pattern in ("lib*/python*/*-packages", "local/lib*/python*/*-packages")
        for site in Path(place).glob(pattern)
    }
    found = {path for site in sites for path in site.glob(f"*{_PACKAGE.name}*")}
    return sorted(found | ({_PACKAGE} if _is_seen(_PACKAGE) else set()))


def _is_seen(path: Path) -> bool:
    return any(path.is_relative_to(place) for place in (*_system(), *_python()))


def shown() -> list[str]:
    """Give what is seen inside beside the system: Python, the student's package, and the file of MNIST."""
    return [*_python(), *_data()]


def _data() -> list[str]:
    """The file of MNIST, where this machine has one."""
    return [str(path.resolve()) for path in mnist.candidates() if os.access(path, os.R_OK) and path.is_file()][:1]


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | {
        "RNNCOURSE_DATA": "".join(_data()),
        "HOME": HOME,
        "PATH": os.pathsep.join([sysconfig.get_path("scripts"), "/usr/bin", "/bin"]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONNOUSERSITE": "1",
        "JPY_PARENT_PID": "1",
        "MPLCONFIGDIR": "/tmp/matplotlib",
        "IPYTHONDIR": "/tmp/ipython",
        "USER": "student",
    }

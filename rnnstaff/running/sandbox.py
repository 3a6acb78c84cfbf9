"""A sandbox for code that must not be trusted, by bubblewrap: no network, own processes, nothing else in sight.

``command`` puts the words before a program that shut it in. ``SandboxProvisioner`` starts Jupyter kernels that way, for
whoever asks for a kernel by :class:`SandboxKernelSpecManager`.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import zlib
from functools import cache
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.provisioning import LocalProvisioner

import rnncourse
from rnncourse.errors import CourseError

HOME = "/home/student"  # inside, a folder of limited size: the kernel's working folder
FILES = "/home/files"  # inside, what is copied into it
INSTALL = (
    "bubblewrap is not installed, so submissions cannot be shut in. On Debian and Ubuntu: sudo apt install bubblewrap. "
    "To grade without it students whom you trust with your files: rnncourse grade --no-sandbox, "
    "or nbgrader autograde --JudgedExecute.sandbox=False"
)
UBUNTU = (
    "Ubuntu forbids it from 23.10 on. To allow it: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, "
    "or for bubblewrap alone: docs/security.md."
)
_KEPT = ("LANG", "LC_ALL", "TZ", "RNNCOURSE_BUDGET", "NBGRADER_EXECUTION", "TF_CPP_MIN_LOG_LEVEL", "OMP_NUM_THREADS")
MiB = 2**20
LIMITS = {  # of util-linux' prlimit; bytes, seconds, counts
    "data": 4096 * MiB,
    "fsize": 256 * MiB,
    "cpu": 900,
    "nofile": 1024,
    "core": 0,
}
DISK = 512 * MiB  # of the working folder, of /tmp, and of shared memory
MOST_TASKS = 512  # processes and threads; set inside, where only the sandbox' own are counted


class SandboxError(CourseError):
    """There is no sandbox on this machine; the message says how to get one."""


@cache
def check() -> None:
    """Raise SandboxError unless a program can be shut in here."""
    missing = [name for name in ("bwrap", "prlimit", "setpriv") if not shutil.which(name)]
    if missing:
        raise SandboxError(INSTALL if "bwrap" in missing else f"{missing[0]} is not installed: it is in util-linux.")
    python = [sys.executable, "-I", "-c", "import rnncourse, ipykernel"]
    result = subprocess.run([*command(), *python], capture_output=True, text=True, check=False)
    if result.returncode:
        reason = (result.stderr.strip().splitlines() or ["no reason was given"])[-1]
        raise SandboxError(f"No sandbox can be made here: {reason}\n{UBUNTU if 'uid map' in reason else ''}".strip())


def command(files: Path | None = None, sockets: Path | None = None) -> list[str]:
    """Give the words before a command that shut it in.

    Parameters
    ----------
    files : a folder whose files are copied into the working folder.
    sockets : a folder that is writable inside, at its own path: for the sockets of a kernel, until :func:`close`.
    """
    words = ["prlimit", *(f"--{name}={value}" for name, value in LIMITS.items()), "--"]
    words += ["bwrap", "--die-with-parent", "--new-session", "--hostname", "sandbox", "--clearenv", "--cap-drop", "ALL"]
    words += [f"--unshare-{kind}" for kind in ("pid", "net", "ipc", "uts", "cgroup-try")]
    for path in _system():
        link = Path(path).is_symlink()
        words += ["--symlink", str(Path(path).readlink()), path] if link else ["--ro-bind", path, path]
    words += ["--proc", "/proc", "--ro-bind", "/proc/sys", "/proc/sys", "--dev", "/dev"]
    for path in ("/dev/shm", "/tmp", HOME):
        words += ["--perms", "0777", "--size", str(DISK), "--tmpfs", path]
    shown, writable = [*_python(), *_data()], [str(sockets)] if sockets else []
    for folder in sorted({str(parent) for path in shown + writable for parent in Path(path).parents} - {"/"}):
        words += ["--perms", "0755", "--dir", folder]
    for path in shown:
        words += ["--ro-bind", path, path]
    if files:
        words += ["--ro-bind", str(files), FILES]
    for path in writable:
        words += ["--bind", path, path]
    words += ["--remount-ro", "/", "--remount-ro", "/dev", "--chdir", HOME]
    for name, value in _environment().items():
        words += ["--setenv", name, value]
    limit = ["prlimit", f"--nproc={MOST_TASKS}", "--"]
    if files:
        limit += ["sh", "-c", f'cp -r {FILES}/. . && exec "$@"', "sh"]
    if not _is_root():
        return [*words, "--unshare-user", "--", *limit]
    # Root stays root in a namespace of users, may write to /proc/sys and make read-only mounts writable. So: nobody.
    for capability in ("CAP_SETUID", "CAP_SETGID", "CAP_SETPCAP"):
        words += ["--cap-add", capability]
    drop = ["--clear-groups", "--inh-caps=-all", "--bounding-set=-all"]
    user = _nobody(sockets)
    return [*words, "--", "setpriv", f"--reuid={user}", f"--regid={user}", *drop, "--", *limit]


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
    """The environment and its interpreter, and this package, where they lie outside of the system's folders."""
    folders = {Path(sys.prefix), *(Path(folder).resolve() for folder in (sys.prefix, sys.base_prefix))}
    folders.add(Path(rnncourse.__file__).resolve().parent)
    return sorted(str(folder) for folder in folders if not folder.is_relative_to("/usr"))


def _data() -> list[str]:
    """The file of MNIST, where this machine has one."""
    folders = [
        os.environ.get("RNNCOURSE_DATA"),
        Path(os.environ.get("KERAS_HOME") or Path.home() / ".keras") / "datasets",
    ]
    files = [Path(folder).expanduser().resolve() / "mnist.npz" for folder in folders if folder]
    return [str(path) for path in files if path.is_file()][:1]


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | {
        "RNNCOURSE_DATA": str(Path(*_data()).parent) if _data() else "",
        "HOME": HOME,
        "PATH": os.pathsep.join([sysconfig.get_path("scripts"), "/usr/bin", "/bin"]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONNOUSERSITE": "1",
        "JPY_PARENT_PID": "1",
        "MPLCONFIGDIR": "/tmp/matplotlib",
        "IPYTHONDIR": "/tmp/ipython",
        "USER": "student",
    }


class SandboxProvisioner(LocalProvisioner):
    """Starts a kernel inside the sandbox; ``files`` and ``sockets`` come from the kernel spec's provisioner config."""

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Put the sandbox before the kernel's command."""
        check()
        kwargs = await super().pre_launch(**kwargs)
        config = self.kernel_spec.metadata["kernel_provisioner"]["config"]
        files, sockets = Path(config["files"]), Path(config["sockets"])
        for path in (files, *files.rglob("*"), sockets, Path(self.parent.connection_file)):
            give(path, sockets)
        kwargs["cmd"] = [*command(files, sockets), *kwargs["cmd"]]
        kwargs.pop("cwd", None)
        return kwargs | {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}  # not into your terminal


class SandboxKernelSpecManager(KernelSpecManager):
    """Gives the Python kernel of this environment, to be started in a sandbox.

    Parameters
    ----------
    files, sockets : as for :func:`command`.
    """

    def __init__(self, files: Path, sockets: Path, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._config = {"files": str(files), "sockets": str(sockets)}

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Give the spec of the only kernel there is, whatever name a submission asks for."""
        return KernelSpec(
            # -I: neither the working folder nor the environment's variables put modules before the real ones
            argv=[sys.executable, "-I", "-m", "ipykernel_launcher", "-f", "{connection_file}"],
            display_name="Python 3 in a sandbox",
            language="python",
            interrupt_mode="message",
            metadata={"kernel_provisioner": {"provisioner_name": "rnncourse-sandbox", "config": self._config}},
        )

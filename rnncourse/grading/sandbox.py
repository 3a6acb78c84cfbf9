"""A sandbox for code that must not be trusted, by bubblewrap: no network, own processes, nothing else in sight.

``command`` puts the words before a program that shut it in. ``SandboxProvisioner`` starts Jupyter kernels that way, for
whoever asks for a kernel by :class:`SandboxKernelSpecManager`.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import threading
import time
from functools import cache
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.provisioning import LocalProvisioner

import rnncourse

HOME = "/home/student"  # inside, an empty folder of limited size: the kernel's working folder
INSTALL = (
    "bubblewrap is not installed, so submissions cannot be shut in. On Debian and Ubuntu: sudo apt install bubblewrap. "
    "To grade without it students whom you trust with your files: rnncourse grade --no-sandbox, "
    "or nbgrader autograde --JudgedExecute.sandbox=False"
)
_KEPT = ("LANG", "LC_ALL", "TZ", "RNNCOURSE_BUDGET", "NBGRADER_EXECUTION", "TF_CPP_MIN_LOG_LEVEL", "OMP_NUM_THREADS")
MiB = 2**20
LIMITS = {  # of util-linux' prlimit; bytes, seconds, counts
    "data": 4096 * MiB,
    "fsize": 256 * MiB,
    "cpu": 900,
    "nproc": 512,
    "nofile": 1024,
    "core": 0,
}
DISK = 512 * MiB  # of the working folder, of /tmp, and of shared memory
MOST_TASKS = 512  # processes and threads
LARGEST_FOLDER, MOST_FILES = 32 * MiB, 1000  # of the folder of the sockets


class SandboxError(Exception):
    """There is no sandbox on this machine; the message says how to get one."""


@cache
def check() -> None:
    """Raise SandboxError unless a program can be shut in here."""
    missing = [name for name in ("bwrap", "prlimit") if not shutil.which(name)]
    if missing:
        raise SandboxError(INSTALL if "bwrap" in missing else "prlimit is not installed: it is in util-linux.")
    result = subprocess.run([*command(), "true"], capture_output=True, text=True, check=False)
    if result.returncode:
        raise SandboxError(f"bubblewrap cannot make a sandbox here: {result.stderr.strip()}")


def command(files: Path | None = None, sockets: Path | None = None) -> list[str]:
    """Give the words before a command that shut it in.

    Parameters
    ----------
    files : a folder whose files are put, read-only, into the working folder.
    sockets : a folder that is writable inside, at its own path: for the sockets of a kernel.
    """
    words = ["prlimit", *(f"--{name}={value}" for name, value in LIMITS.items()), "--"]
    words += ["bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--hostname", "sandbox", "--clearenv"]
    for path in _system():
        link = Path(path).is_symlink()
        words += ["--symlink", str(Path(path).readlink()), path] if link else ["--ro-bind", path, path]
    words += ["--proc", "/proc", "--dev", "/dev", "--size", str(DISK), "--tmpfs", "/dev/shm"]
    words += ["--size", str(DISK), "--tmpfs", "/tmp", "--size", str(DISK), "--tmpfs", HOME, "--chdir", HOME]
    for path in [*_python(), *_data()]:
        words += ["--ro-bind", path, path]
    for path in sorted(files.iterdir()) if files else []:
        words += ["--ro-bind", str(path), f"{HOME}/{path.name}"]
    if sockets:
        words += ["--bind", str(sockets), str(sockets)]
    for name, value in _environment().items():
        words += ["--setenv", name, value]
    return words


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


class Watch(threading.Thread):
    """Ends a sandbox that fills the one folder it can write to outside, or that makes too many processes.

    The kernel of Linux enforces no limit of processes on root, and none on the size of a folder on anybody.

    Parameters
    ----------
    process : the sandbox, as its starter holds it.
    folder : the folder, by default none.
    """

    def __init__(self, process: subprocess.Popen, folder: Path) -> None:
        super().__init__(daemon=True)
        self._process, self._folder, self.reason = process, folder, ""
        self.start()

    def run(self) -> None:
        """Look twice a second until the sandbox ends."""
        while self._process.poll() is None and not self.reason:
            files = [entry.stat(follow_symlinks=False).st_size for entry in _entries(self._folder)]
            if sum(files) > LARGEST_FOLDER or len(files) > MOST_FILES:
                self.reason = "It filled the folder of its sockets, and was ended."
            if _tasks(self._process.pid) > MOST_TASKS:
                self.reason = "It started too many processes, and was ended."
            time.sleep(0.5)
        if self.reason:
            self._process.kill()


def _entries(folder: Path) -> list[os.DirEntry]:
    try:
        return [entry for place, *_ in os.walk(folder) for entry in os.scandir(place)]
    except OSError:  # it went away
        return []


def _tasks(pid: int) -> int:
    """Count the threads of a process and of its descendants, up to a little more than the limit."""
    count, waiting = 0, [pid]
    while waiting and count <= MOST_TASKS:
        path = Path(f"/proc/{waiting.pop()}/task")
        try:
            tasks = list(path.iterdir())
            count += len(tasks)
            waiting += [int(child) for task in tasks for child in (task / "children").read_text().split()]
        except OSError:  # it ended, or this system does not say
            continue
    return count


class SandboxProvisioner(LocalProvisioner):
    """Starts a kernel inside the sandbox; ``files`` and ``sockets`` come from the kernel spec's provisioner config."""

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Put the sandbox before the kernel's command."""
        check()
        kwargs = await super().pre_launch(**kwargs)
        config = self.kernel_spec.metadata["kernel_provisioner"]["config"]
        kwargs["cmd"] = [*command(Path(config["files"]), Path(config["sockets"])), *kwargs["cmd"]]
        kwargs.pop("cwd", None)
        return kwargs | {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}  # not into your terminal

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> dict[str, Any]:
        """Start it and watch it."""
        connection = await super().launch_kernel(cmd, **kwargs)
        self.watch = Watch(self.process, Path(self.kernel_spec.metadata["kernel_provisioner"]["config"]["sockets"]))
        return connection


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

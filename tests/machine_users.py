"""Users of this machine: an instructor and students, each with an account and a home of their own."""

import os
import pwd
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest

ROOT = Path(__file__).parent.parent
# What every user runs: the environment, its interpreter, and the course's packages.
NEEDED = [Path(path).resolve() for path in (ROOT, sys.prefix, sys.base_prefix)]


@dataclass(frozen=True)
class Person:
    """A user of the machine.

    Attributes
    ----------
    exchange : the folder that all users share.
    """

    name: str
    home: Path
    exchange: Path

    def command(self, *words: str | Path, where: Path | None = None, umask: str = "022") -> list[str]:
        """Give a command that is run as this user, in a folder, with the machine's settings."""
        environment = {
            "HOME": str(self.home),
            "USER": self.name,
            "LANG": "C.UTF-8",
            "PATH": f"{sysconfig.get_path('scripts')}:/usr/local/bin:/usr/bin:/bin",
            "JUPYTER_CONFIG_PATH": str(self.exchange.parent / "etc"),  # in the place of /etc/jupyter
            "RNNCOURSE_BUDGET": "grading",
        }
        user = ["setpriv", f"--reuid={self.name}", f"--regid={self.name}", "--init-groups", "--"]
        clean = ["env", "-i", *(f"{key}={value}" for key, value in environment.items())]
        script = f"umask {umask}; cd {shlex.quote(str(where or self.home))}; exec {shlex.join(map(str, words))}"
        return [*seeing(), *user, *clean, "sh", "-ec", script]

    def run(self, *words: str | Path, **more: Any) -> subprocess.CompletedProcess:
        """Run a command as this user, and give what it printed."""
        output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "errors": "replace"}
        return subprocess.run(self.command(*words, **more), **output, check=False)

    def does(self, *words: str | Path, **more: Any) -> str:
        """Run a command that must succeed, and give what it printed."""
        result = self.run(*words, **more)
        assert result.returncode == 0, result.stdout
        return result.stdout

    def owns(self, folder: Path) -> None:
        """Give a folder to this user."""
        subprocess.run(["chown", "-R", f"{self.name}:{self.name}", str(folder)], check=True)


def seeing() -> list[str]:
    """Give the words before a command with which other users reach the environment, wherever root has it.

    A home of root is closed to others. In the mounts of this one command, an open folder takes its place, with nothing
    in it but the environment.
    """
    needed = [path for path in NEEDED if not any(path != other and path.is_relative_to(other) for other in NEEDED)]
    closed = {path: above for path in needed if (above := _closed(path))}
    if not closed:
        return []
    script = ["d=$(mktemp -d)", 'mount -t tmpfs -o mode=755 none "$d"']
    for number, path in enumerate(closed):
        script += [f'mkdir "$d/{number}"', f'mount --bind {shlex.quote(str(path))} "$d/{number}"']
    for above in sorted(set(closed.values())):
        script.append(f"mount -t tmpfs -o mode=755 none {shlex.quote(str(above))}")
    for number, path in enumerate(closed):
        quoted = shlex.quote(str(path))
        script += [f"mkdir -p {quoted}", f'mount --move "$d/{number}" {quoted}']
    script += ['umount "$d"', 'rmdir "$d"', 'exec "$@"']
    return ["unshare", "--mount", "--propagation=private", "sh", "-ec", "\n".join(script), "sh"]


def _closed(path: Path) -> Path | None:
    """Give the first folder on the way that others may not enter."""
    return next((above for above in [*reversed(path.parents), path] if not above.stat().st_mode & 0o001), None)


@contextmanager
def people(*names: str) -> Iterator[list[Person]]:
    """Make users of these names, more or less, with an exchange folder that all can write to; then remove all."""
    tools = ("useradd", "userdel", "setpriv", "unshare")
    if os.name == "nt" or os.geteuid() or not all(map(shutil.which, tools)):
        pytest.skip("only root of Linux can make users (useradd, userdel, setpriv)")
    with ExitStack() as stack:
        place = Path(tempfile.mkdtemp(prefix="users-"))
        stack.callback(shutil.rmtree, place, ignore_errors=True)
        place.chmod(0o755)
        made = []
        for name in names:
            name = f"{name}{uuid.uuid4().hex[:6]}"
            home = place / "home" / name
            home.parent.mkdir(exist_ok=True)
            command = ["useradd", "--no-log-init", "--create-home", "--home-dir", str(home), "--shell", "/bin/sh", name]
            subprocess.run(command, check=True)
            stack.callback(subprocess.run, ["userdel", name], check=True)
            home.chmod(0o700)
            made.append(Person(name, home, place / "exchange"))
        (place / "etc").mkdir()
        settings = f"c = get_config()\nc.Exchange.root = {str(place / 'exchange')!r}\n"
        (place / "etc" / "nbgrader_config.py").write_text(settings)
        yield made


@contextmanager
def group(name: str, *members: Person) -> Iterator[None]:
    """Make a group of the machine with these members, then remove it."""
    subprocess.run(["groupadd", name], check=True)
    try:
        for member in members:
            subprocess.run(["usermod", "--append", "--groups", name, member.name], check=True)
        yield
    finally:
        subprocess.run(["groupdel", name], check=True)


def end(*persons: Person) -> None:
    """End what still runs as these users: they cannot be removed before."""
    users = {pwd.getpwnam(person.name).pw_uid for person in persons}
    left = [process for process in psutil.process_iter(["uids"]) if process.info["uids"].real in users]
    for process in left:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(left)

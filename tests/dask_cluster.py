"""A Dask cluster of processes of its own, over TLS: each machine has its own folders, and may have its own network."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from waiting import PATIENCE, until

DASK = [sys.executable, "-P", "-m", "dask"]
COMMAND = [sys.executable, "-P", "-m", "rnncourse.cli", "grade", "tiny"]
OF_MACHINE = ["--nthreads", "1", "--no-dashboard", "--memory-limit", "0"]


class Machine:
    """A machine on which one of Dask's programs runs.

    Parameters
    ----------
    before : a command that it is run by, such as one that gives it a network of its own.
    """

    def __init__(self, folder: Path, words: Sequence[str], before: Sequence[str] = (), **settings: str) -> None:
        self.folder, self._log = folder, folder / "log"
        (folder / "tmp").mkdir(parents=True)
        own = {"HOME": str(folder), "TMPDIR": str(folder / "tmp"), "DASK_TEMPORARY_DIRECTORY": str(folder / "tmp")}
        own["RNNCOURSE_DB"] = f"sqlite:///{folder}/not-this-one.db"  # a gradebook of its own is not the course's
        with self._log.open("w") as log:
            self.process = subprocess.Popen(
                [*before, *DASK, *words],
                cwd=folder,
                env=os.environ | own | settings,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def says(self, pattern: str) -> re.Match:
        """Wait until it has written such a line, and give it."""

        def found() -> re.Match | None:
            assert self.process.poll() is None, self._log.read_text()
            return re.search(pattern, self._log.read_text())

        return until(found, f"{self.folder.name} writes {pattern}")

    def begins_to_grade(self) -> None:
        """Wait until a submission of s0, s1, … runs here."""
        until(lambda: any(self.folder.glob("tmp/rnn-*/course/autograded/s[0-9]/tiny")), "a submission runs there")

    def programs(self) -> list[int]:
        """Give the numbers of all processes that run on it."""
        found = []
        for path in Path("/proc").glob("[0-9]*/environ"):  # a sandbox has a session of its own
            with suppress(OSError):  # it has ended
                if f"HOME={self.folder}".encode() in path.read_bytes().split(b"\0"):
                    found.append(int(path.parent.name))
        return sorted(found)

    def kill(self) -> None:
        """End it and all of its processes at once, as where the power fails."""
        for number in self.programs():
            with suppress(OSError):
                os.kill(number, signal.SIGKILL)
        self.process.wait()


class Cluster:
    """A scheduler and machines that grade.

    Parameters
    ----------
    folder : for the certificate, and for the machines' own folders.
    host : where the scheduler listens.
    before : for each machine, the command by which it is run.
    """

    def __init__(
        self, folder: Path, host: str = "127.0.0.1", before: Sequence[Sequence[str]] = ((), (), ()), **settings: str
    ) -> None:
        self.settings, self._folder = _certificate(folder) | settings, folder
        self._before, *self._others = before
        words = ["scheduler", "--protocol", "tls", "--host", host, "--port", "0", "--no-dashboard"]
        self.scheduler = Machine(folder / "scheduler", words, self._before, **self.settings)
        self.machines: list[Machine] = []

    def start(self) -> None:
        """Wait until the scheduler listens, and start all machines."""
        self.address = self.scheduler.says(r"Scheduler at: +(tls://\S+)")[1]
        for number, one in enumerate(self._others):
            self.add(f"machine-{number}", one)
        for machine in self.machines:
            machine.says("Registered to")

    def add(self, name: str, before: Sequence[str] = (), **settings: str) -> Machine:
        """Add a machine."""
        words = ["worker", self.address, *OF_MACHINE]
        self.machines.append(Machine(self._folder / name, words, before, **self.settings, **settings))
        return self.machines[-1]

    def begin(self, root: Path, *words: str) -> subprocess.Popen:
        """Start the command that grades; Ctrl-C reaches it even where tests run in the background."""
        command = [*self._before, "env", "--default-signal=INT", *COMMAND, "--scheduler", self.address, *words]
        return subprocess.Popen(
            command,
            cwd=root,
            env=os.environ | self.settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def grade(self, root: Path, *words: str) -> tuple[int, str]:
        """Grade, and give the status and what was said."""
        process = self.begin(root, *words)
        said, _ = process.communicate(timeout=PATIENCE)
        return process.returncode, said

    def kill(self) -> None:
        """End all of it."""
        for machine in [*self.machines, self.scheduler]:
            machine.kill()


@contextmanager
def cluster(**words: Any) -> Iterator[Cluster]:
    """Give a cluster, and end it."""
    with tempfile.TemporaryDirectory(prefix="c") as folder:  # a short name: the path of a socket is short
        one = Cluster(Path(folder), **words)
        try:
            one.start()
            yield one
        finally:
            one.kill()


def _certificate(folder: Path) -> dict[str, str]:
    """Make one certificate for all of a cluster, and give Dask's settings for it."""
    if not shutil.which("openssl"):
        pytest.skip("openssl is not installed, which makes the certificate of a cluster")
    key, certificate = str(folder / "key.pem"), str(folder / "certificate.pem")
    kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=rnncourse"]
    command = ["openssl", "req", "-x509", *kind, "-keyout", key, "-out", certificate]
    subprocess.run(command, check=True, capture_output=True)
    start = "DASK_DISTRIBUTED__COMM__"
    settings = {f"{start}TLS__CA_FILE": certificate, f"{start}REQUIRE_ENCRYPTION": "True"}
    for role in ("SCHEDULER", "WORKER", "CLIENT"):
        settings |= {f"{start}TLS__{role}__CERT": certificate, f"{start}TLS__{role}__KEY": key}
    return settings


@contextmanager
def networks(names: Sequence[str], hidden: Path) -> Iterator[dict[str, list[str]]]:
    """Join a network for each name to a bridge in the first; give the commands by which a program is run in each.

    Parameters
    ----------
    hidden : a folder that only the first one sees.
    """
    if os.name == "nt" or os.geteuid() or not shutil.which("ip"):
        pytest.skip("networks of one's own need root, and ip of iproute2")
    spaces = {name: f"rnn{os.getpid()}-{name}" for name in names}
    bridge = next(iter(spaces.values()))
    try:
        for number, space in enumerate(spaces.values(), 1):
            _ip("netns", "add", space)
            _ip("-n", space, "link", "set", "lo", "up")
            if space == bridge:
                _ip("-n", space, "link", "add", "bridge", "type", "bridge")
                _ip("-n", space, "link", "set", "bridge", "up")
                _ip("-n", space, "address", "add", "10.99.0.1/24", "dev", "bridge")
                continue
            end = ["peer", "name", f"to-{number}", "netns", bridge]
            _ip("link", "add", "cable", "netns", space, "type", "veth", *end)
            _ip("-n", bridge, "link", "set", f"to-{number}", "master", "bridge", "up")
            _ip("-n", space, "address", "add", f"10.99.0.{number}/24", "dev", "cable")
            _ip("-n", space, "link", "set", "cable", "up")
        hide = ["sh", "-c", 'mount -t tmpfs none "$1" && shift && exec "$@"', "sh", str(hidden)]
        yield {
            name: ["ip", "netns", "exec", space, *(hide if space != bridge else [])] for name, space in spaces.items()
        }
    finally:
        for space in spaces.values():
            subprocess.run(["ip", "netns", "delete", space], capture_output=True, check=False)


def cut(before: Sequence[str]) -> None:
    """Pull the cable of a machine."""
    _ip("-n", before[3], "link", "set", "cable", "down")


def _ip(*words: str) -> None:
    result = subprocess.run(["ip", *words], capture_output=True, text=True, check=False)
    if result.returncode:
        pytest.skip(f"networks of one's own cannot be made here: {result.stderr.strip()}")

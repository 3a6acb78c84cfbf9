"""What several tests need: courses to grade in, and the things a machine may lack."""

import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from postgres_server import postgres

from rnncourse.datasets import mnist
from rnnstaff.course import CONFIG_FILE
from rnnstaff.running import sandbox

ROOT = Path(__file__).parent.parent


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.skipped and os.environ.get("RNNCOURSE_NO_SKIPS") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be skipped: {report.longrepr}"
    return report


def pytest_terminal_summary(terminalreporter):
    """Say which files took how long, for docs/ci.md; the minutes of all workers are added up."""
    seconds = Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            if isinstance(report, pytest.TestReport):
                seconds[report.nodeid.partition("::")[0]] += report.duration
    long = [(name, total / 60) for name, total in seconds.most_common() if total >= 6]
    if long:
        terminalreporter.section("minutes by file, of all workers")
    for name, minutes in long:
        terminalreporter.write_line(f"{minutes:6.1f}  {name}")


@pytest.fixture
def course_root(tmp_path):
    """A course folder of its own, with the sources and settings of this one."""
    shutil.copytree(ROOT / "source", tmp_path / "source")
    shutil.copy(ROOT / CONFIG_FILE, tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def mnist_file():
    """The path of the real MNIST on this machine."""
    path, _, reason = mnist.find()
    if path is None:
        pytest.skip(f"the real MNIST is not on this machine. {reason}")
    return path


@pytest.fixture(scope="session")
def sandboxed():
    """A machine that can shut submissions in."""
    try:
        sandbox.check()
    except sandbox.SandboxError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def without_network():
    """The words before a command that take the network away from it."""
    # Kernels talk over the loopback device, which is down in a new network namespace.
    command = ["unshare", "--map-root-user", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]
    if not shutil.which("unshare") or subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        pytest.skip("the network cannot be taken away from a process here (Linux: unshare and ip, from iproute2)")
    return command


@pytest.fixture(scope="module")
def server():
    """A PostgreSQL server."""
    with postgres() as one:
        yield one

"""What a submission uses, measured from outside: processor time, and memory in whatever form it takes it.

Linux has cgroups for this, which not every grader may make; ``docs/security.md`` names the way to add one.
"""

import os
import re
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import psutil

from rnnstaff.running import sandbox

LARGEST = 4096 * sandbox.MiB  # of all memory of a submission
USED = "rnncourse_used"  # in the metadata of a graded notebook: its "seconds", and "MiB" of memory at most
_PATIENCE = 4  # times its own time that something may take in all, where others have the processors
_FIRST = 1  # second
_OFTEN = 0.25  # seconds between two looks at the memory
_PIPE, _FILE = 64 * 2**10, 2**10  # bytes that one can hold unseen, at most
_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
_EXACT = re.compile(r"^(?:Pss_Anon|SwapPss):\s*(\d+) kB", re.MULTILINE)
_PAGES = re.compile(r"^(?:RssAnon|VmSwap):\s*(\d+) kB", re.MULTILINE)
_TABLES = re.compile(r"^VmPTE:\s*(\d+) kB", re.MULTILINE)


def below(number: int) -> list[psutil.Process]:
    """Give the processes that descend from one, itself left out."""
    try:
        return psutil.Process(number).children(recursive=True)
    except psutil.Error:
        return []


class Meter:
    """Measures all processes that descend from one.

    Parameters
    ----------
    number : of that process.
    """

    def __init__(self, number: int) -> None:
        self._number = number

    def processor(self) -> tuple[float, float]:
        """Give the seconds of processor time that were used, and those that were waited for a processor to be free."""
        used = waited = 0.0
        for process in below(self._number):
            with suppress(OSError, psutil.Error, ValueError):
                fields = _read(Path(f"/proc/{process.pid}/stat")).rpartition(")")[2].split()
                used += sum(map(int, fields[11:15])) / _TICKS  # its own, and that of children that have ended
                for task in Path(f"/proc/{process.pid}/task").iterdir():
                    waited += int(_read(task / "schedstat").split()[1]) / 1e9
        return used, waited

    def memory(self, is_exact: bool = True, processes: list[psutil.Process] | None = None) -> int:
        """Give the bytes that are used, or more: own memory, files in memory, and what is on its way.

        Parameters
        ----------
        processes : those of :func:`below`, where they are known.
        """
        processes = below(self._number) if processes is None else processes
        used, links = 0, set()
        for process in processes:
            with suppress(OSError):
                used += _memory(process.pid, is_exact)
                with os.scandir(f"/proc/{process.pid}/task") as tasks:  # a thread may have files of its own
                    for task in tasks:
                        links.update(_links(f"{task.path}/fd"))
        kinds = Counter(link.partition(":")[0] for link in links)
        on_its_way = kinds["pipe"] * _PIPE + kinds["socket"] * _socket()
        for process in reversed(processes):
            with suppress(OSError):
                Path(f"/proc/{process.pid}/root/").stat()  # one that has ended has none
                on_its_way += _queues(process.pid) + _files(process.pid)
                break
        return used + on_its_way


def _links(folder: str) -> Iterator[str]:
    """Give where the links in a folder lead: there are a thousand at each look, so by the quickest way."""
    with os.scandir(folder) as files:
        for file in files:
            with suppress(OSError):
                yield os.readlink(file.path)  # noqa: PTH115


def _read(path: Path) -> str:
    """Read a file of /proc: the name of a process, which is in some of them, can be any bytes."""
    return path.read_text(encoding="ascii", errors="replace")


def _memory(number: int, is_exact: bool) -> int:
    """Give the bytes of a process's own memory and of the tables for it; its first thread may have ended.

    What it shares with its parent since a fork counts for both, where it is not to be exact: that takes far less time.
    """
    for task in Path(f"/proc/{number}/task").iterdir():
        status = _read(task / "status")
        if "\nRssAnon:" in status:  # a thread may have this name, but no line of its own
            pages = _EXACT.findall(_read(task / "smaps_rollup")) if is_exact else _PAGES.findall(status)
            return sum(map(int, [*pages, *_TABLES.findall(status)])) * 1024
    return 0


@cache
def _socket() -> int:
    """Give the bytes that wait in a socket at most."""
    sizes = (Path(f"/proc/sys/net/core/{name}_default") for name in ("rmem", "wmem"))
    return sum(int(size.read_text()) for size in sizes if size.is_file())


def _protocols(number: int) -> list[str]:
    """Give those by which a process's network has connections: to read a list of none takes milliseconds."""
    counts = ""
    for name in ("sockstat", "sockstat6"):
        with suppress(OSError):
            counts += _read(Path(f"/proc/{number}/net/{name}"))
    return [name for name in ("tcp", "tcp6", "udp", "udp6") if f"{name.upper()}: inuse 0" not in counts]


def _queues(number: int) -> int:
    """Give the bytes that wait in the connections of a process's network, which has no other end than itself."""
    waiting = 0
    for protocol in _protocols(number):
        with suppress(OSError):
            for line in _read(Path(f"/proc/{number}/net/{protocol}")).splitlines()[1:]:
                waiting += sum(int(size, 16) for size in line.split()[4].split(":"))
    return waiting


def _files(number: int) -> int:
    """Give the bytes of the files in memory that a process sees."""
    used = 0
    for place in sandbox.PRIVATE:
        with suppress(OSError):
            system = os.statvfs(f"/proc/{number}/root{place}")
            used += (system.f_blocks - system.f_bfree) * system.f_frsize + (system.f_files - system.f_ffree) * _FILE
    return used


class Clock:
    """Measures how long something of a submission takes, from now on.

    What counts is its own time: the time that went by, without the part in which it waited for a processor that another
    program had. A sleep is its own time too.
    """

    def __init__(self, meter: Meter | None) -> None:
        self._meter, self._start, self._looked = meter, time.monotonic(), 0.0
        self._measured: tuple[float, float, float] | None = None

    def over(self, seconds: float) -> str:
        """Say which time is up: ``own`` where its own time is ``seconds``, ``wall`` long after; or nothing."""
        passed = time.monotonic() - self._start
        if passed < min(seconds, _FIRST):
            return ""
        if self._meter is None:
            return "own" if passed >= seconds else ""
        if passed - self._looked < _OFTEN:
            return ""
        self._looked = passed
        used, waited = self._meter.processor()
        if self._measured is None:  # to measure takes time: what is quick goes without, and counts as its own
            self._measured = (used, waited, passed)
        used, waited = max(0.0, used - self._measured[0]), max(0.0, waited - self._measured[1])
        before, since = self._measured[2], passed - self._measured[2]
        share = used / (used + waited) if used + waited > since / 100 else 1.0
        if before + since * share >= seconds or used >= seconds * len(os.sched_getaffinity(0)):
            return "own"
        return "wall" if passed >= _PATIENCE * seconds else ""


class Watch:
    """Ends a submission that uses more memory than there is for one, or far more processes.

    Parameters
    ----------
    number : of the process from which the submission descends.

    Attributes
    ----------
    reached : which limit it reached, in words that follow a cell's name; or empty.
    most : the bytes of memory that it had at once, as far as was seen; what it shares counts more than once.
    """

    def __init__(self, number: int) -> None:
        self.reached, self.most, self._number, self._done = "", 0, number, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        meter = Meter(self._number)
        is_over = False
        while not is_over:
            with suppress(OSError, ValueError, psutil.Error):  # what is looked at ends in the middle, or is odd
                self._look_once(meter)
            is_over = self._done.wait(_OFTEN)

    def _look_once(self, meter: Meter) -> None:
        processes = below(self._number)
        memory = meter.memory(False, processes)
        self.most = max(self.most, memory)
        # Linux' own limit of processes holds for all users but root, in whatever namespace.
        if len(processes) > 2 * sandbox.MOST_TASKS:
            self.reached = "started too many processes"
        elif memory > LARGEST and meter.memory() > LARGEST:
            self.reached = "ran out of memory"
        else:
            return
        for process in below(self._number):
            with suppress(psutil.Error):
                process.kill()

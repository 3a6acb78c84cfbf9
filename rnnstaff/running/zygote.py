"""The parent of students' kernels: a process in the sandbox that has imported what they import, and forks them.

``python zygote.py`` reads lines of JSON from its standard input, the settings first, and answers with others. Each
kernel gets namespaces of its own (users, mounts, processes, network, IPC) and folders of its own in the place of those
that can be written to, so it sees nothing of the one before it. No TensorFlow operation runs here: after one, a child
hangs.

A request to start is ``{"files": folder, "sockets": folder, "arguments": of the kernel}``; with no arguments at all it
only tries whether a kernel could be started. The answers are ``{"started": true}`` and, when nothing of the kernel is
left, ``{"ended": its exit status}``. ``{"kill": true}`` ends it. There is one kernel at a time.
"""

import base64
import ctypes
import importlib
import json
import os
import resource
import select
import shutil
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

_IMPORTED = ("ipykernel.kernelapp", "IPython.core.completer", "numpy", "rnncourse.kernel.student")
_WARM = (
    "rnncourse.quiet", "rnncourse.checks", "rnncourse.plotting", "rnncourse.datasets.mnist", "keras", "tensorflow",
    "sklearn.datasets", "sklearn.model_selection", "sklearn.preprocessing", "matplotlib_inline.backend_inline",
)  # fmt: skip
_libc = ctypes.CDLL(None, use_errno=True)
_NEW_MOUNTS, _NEW_IPC, _NEW_USERS = 0x00020000, 0x08000000, 0x10000000
_NEW_PROCESSES, _NEW_NETWORK = 0x20000000, 0x40000000
_MS_RDONLY, _MS_NOSUID, _MS_NODEV, _MS_NOEXEC, _MS_REMOUNT = 1, 2, 4, 8, 32
_MS_BIND, _MS_REC, _MS_PRIVATE = 4096, 16384, 1 << 18
_PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _PR_SET_CHILD_SUBREAPER, _PR_CAPBSET_DROP = 4, 38, 22, 36, 24
_FILTER = 2


def main() -> None:
    """Serve until the input ends."""
    requests, replies = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    os.close(null)
    reader = os.fdopen(requests, "rb", 0)
    settings = json.loads(reader.readline())
    for name in _IMPORTED + (_WARM if settings["warm"] else ()):
        importlib.import_module(name)
    _call("prctl", _PR_SET_DUMPABLE, 0)  # nobody else of this user may look into it
    _call("prctl", _PR_SET_CHILD_SUBREAPER, 1)

    def reply(**content: Any) -> None:
        os.write(replies, json.dumps(content).encode() + b"\n")

    reply(ready=True)
    poll, child, watched = select.poll(), 0, -1
    poll.register(reader)
    while True:
        for ready, _ in poll.poll():
            if ready == reader.fileno():
                line = reader.readline()
                if not line:
                    return  # with this process, all others of the sandbox end
                request = json.loads(line)
                if "kill" in request:
                    if child:
                        os.kill(child, signal.SIGKILL)  # the first of its namespace: the others end with it
                    continue
                if child:
                    return  # whoever asks has lost count
                child = _fork(request, settings, (requests, replies))
                watched = _pidfd(child)
                poll.register(watched)
                reply(started=True)
            else:
                poll.unregister(watched)
                os.close(watched)
                _, status = os.waitpid(child, 0)
                child = 0
                reply(ended=os.waitstatus_to_exitcode(status))


def _fork(request: dict[str, Any], settings: dict[str, Any], channels: tuple[int, ...]) -> int:
    """Start a kernel and give the number of the first process of its namespace."""
    told, tell = os.pipe()
    if not (outer := os.fork()):
        with suppress(BaseException):
            os.close(told)
            _separate(request, settings)
            if first := os.fork():
                os.write(tell, str(first).encode())
                os._exit(0)
            os.close(tell)
            for channel in channels:
                os.close(channel)
            _be_first(request["arguments"], settings)
        os._exit(70)
    os.close(tell)
    with os.fdopen(told) as reader:
        number = reader.read()
    os.waitpid(outer, 0)
    if not number and not (number := os.fork()):  # it could not be separated: a child that ends at once
        os._exit(70)
    return int(number)


def _separate(request: dict[str, Any], settings: dict[str, Any]) -> None:
    """Go into namespaces of our own, and lay empty folders over all that can be written to."""
    user, group = os.getuid(), os.getgid()
    # The new network has not even a loopback device: what waits in its buffers would be nobody's memory.
    _call("unshare", _NEW_USERS | _NEW_MOUNTS | _NEW_PROCESSES | _NEW_IPC | _NEW_NETWORK)
    _call("prctl", _PR_SET_DUMPABLE, 1)  # or its files in /proc are root's
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    _call("prctl", _PR_SET_DUMPABLE, 0)
    _mount("none", "/", "", _MS_REC | _MS_PRIVATE)
    # What lies below the folders that are covered comes back, by a descriptor from before.
    files = os.open(request["files"], os.O_PATH | os.O_DIRECTORY)
    private = [*settings["private"], settings["exchange"]]
    kept = [
        request["sockets"],
        *(path for path in settings["shown"] if any(_is_below(path, above) for above in private)),
    ]
    places = {path: os.open(path, os.O_PATH) for path in kept}
    kinds = {path: Path(path).is_dir() for path in kept}
    for path in sorted(private, key=len):
        if Path(path).is_dir():
            _mount("tmpfs", path, "tmpfs", _MS_NOSUID | _MS_NODEV, f"size={settings['size']},mode=0777")
    for path, place in places.items():
        Path(path if kinds[path] else Path(path).parent).mkdir(parents=True, exist_ok=True)
        if not kinds[path]:
            Path(path).touch()
        _mount(f"/proc/self/fd/{place}", path, "", _MS_BIND | _MS_REC)
        os.close(place)
    os.chdir(settings["private"][-1])
    shutil.copytree(f"/proc/self/fd/{files}", ".", dirs_exist_ok=True)
    os.close(files)


def _be_first(arguments: list[str] | None, settings: dict[str, Any]) -> None:
    """Be the first process of the new namespace: start the kernel, bury the dead, and end with the kernel."""
    _mount("proc", "/proc", "proc", _MS_NOSUID | _MS_NODEV | _MS_NOEXEC)
    for flags in (_MS_BIND, _MS_BIND | _MS_REMOUNT | _MS_RDONLY | _MS_NOSUID | _MS_NODEV | _MS_NOEXEC):
        _mount("/proc/sys", "/proc/sys", "", flags)
    for path in (path for path in settings["keys"] if Path(path).exists()):
        _mount(os.devnull, path, "", _MS_BIND)
    _lose_capabilities()
    _refuse(base64.b64decode(settings["filter"]))
    os.setsid()
    if not (kernel := os.fork()):
        with suppress(BaseException):
            if arguments is None:
                os._exit(0)
            _call("prctl", _PR_SET_DUMPABLE, 1)
            resource.setrlimit(resource.RLIMIT_NPROC, (settings["tasks"], settings["tasks"]))
            _run_kernel(arguments)
        os._exit(1)
    while True:
        ended, status = os.wait()
        if ended == kernel:
            os._exit(os.waitstatus_to_exitcode(status) & 0xFF)


def _run_kernel(arguments: list[str]) -> None:
    import numpy as np
    from ipykernel.kernelapp import IPKernelApp

    np.random.seed()  # the parent's random numbers were inherited
    sys.argv = ["ipykernel_launcher", *arguments]
    IPKernelApp.launch_instance(arguments)


def _pidfd(child: int) -> int:
    """Be os.pidfd_open, which not every Python has."""
    descriptor = _libc.syscall(434, child, 0)
    if descriptor < 0:
        raise OSError(ctypes.get_errno(), "pidfd_open")
    return descriptor


def _is_below(path: str, above: str) -> bool:
    return Path(path).is_relative_to(above)


def _lose_capabilities() -> None:
    """Give up, for good, the rights over the new namespaces."""
    for capability in range(64):
        if _libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0):
            break  # there are no more
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    _call("capset", header, (ctypes.c_uint32 * 6)())


def _refuse(program: bytes) -> None:
    """Refuse system calls from here on, by a filter in the form that Linux reads."""

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))

    instructions = ctypes.create_string_buffer(program, len(program))
    filtered = Program(len(program) // 8, ctypes.addressof(instructions))
    _call("prctl", _PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    _call("prctl", _PR_SET_SECCOMP, _FILTER, ctypes.byref(filtered), 0, 0)


def _mount(source: str, target: str, kind: str, flags: int, data: str = "") -> None:
    _call("mount", source.encode(), target.encode(), kind.encode(), ctypes.c_ulong(flags), data.encode())


def _call(name: str, *arguments: Any) -> None:
    """Call a function of C.

    Raises
    ------
    OSError : it failed.
    """
    if getattr(_libc, name)(*arguments) == -1:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")


if __name__ == "__main__":
    main()

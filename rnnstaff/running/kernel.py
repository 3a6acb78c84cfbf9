"""The student's kernel: how it is started in the sandbox, and a client that trusts no message of it."""

import queue
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil
import zmq
from jupyter_client import AsyncKernelClient, AsyncKernelManager
from jupyter_client.channels import AsyncZMQSocketChannel
from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.provisioning import LocalProvisioner
from traitlets import Instance, Type

from rnnstaff import leftovers
from rnnstaff.intake import flags
from rnnstaff.running import sandbox, zygotes
from rnnstaff.running.messages import is_message, nothing
from rnnstaff.running.meter import below
from rnnstaff.running.zygotes import Zygote

_LAUNCHER = "ipykernel_launcher"
_PATIENCE = 0.1  # seconds for an answer of a kernel that starts, before it is asked again
_LONGEST_SEND = 20_000  # milliseconds in which a message must be on its way to a kernel


@contextmanager
def scratch(graded: Path, helpers: dict[Path, Path], place: Path | None) -> Iterator[Path]:
    """Give a folder for one kernel: its sockets, and a copy of the plain files of a submission.

    Not of the assignment's notebooks, as one that was graded holds hidden tests.

    Parameters
    ----------
    graded : the folder of the graded submission.
    helpers : other notebooks that were handed in, which may be run from this one, by their place in the folder.
    place : the folder that the parent of the kernels sees, if there is one.
    """
    with leftovers.folder(place) as folder:
        for part in ("files", "sockets"):
            (folder / part).mkdir()
        plain = {path.relative_to(graded): path for path in graded.rglob("*") if path.suffix != ".ipynb"}
        for name, path in (plain | helpers).items():
            if path.is_file() and not path.is_symlink() and path.name != flags.FILE:
                copy = folder / "files" / name
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, copy, follow_symlinks=False)
        yield folder


def manager(folder: Path, shut_in: bool, parent: Zygote | None) -> AsyncKernelManager:
    """Make the manager of a kernel whose folder this is; a sandboxed one talks through sockets in it.

    Parameters
    ----------
    parent : of the kernel, if there is one.
    """
    settings: dict[str, Any] = {}
    if shut_in:
        sockets = folder / "sockets"
        settings = {
            "kernel_spec_manager": SandboxKernelSpecManager(folder, parent),
            "transport": "ipc",
            "ip": str(sockets / "k"),
            "connection_file": str(sockets / "connection.json"),
        }
    return Manager(kernel_name="python3", client_factory=Client, **settings)


class Manager(AsyncKernelManager):
    """A manager that ends a kernel also where that takes no messages any more: it interrupts one before it kills it."""

    async def _async_interrupt_kernel(self) -> None:
        with suppress(zmq.ZMQError):
            await super()._async_interrupt_kernel()

    interrupt_kernel = _async_interrupt_kernel

    async def wait_for_control(self, timeout: float) -> None:
        """Wait until the kernel answers on the way that an interrupt takes, as a socket connects when it likes.

        Raises
        ------
        RuntimeError : it does not within ``timeout`` seconds.
        """
        self.session.send(self._control_socket, self.session.msg("kernel_info_request"))
        if not await self._control_socket.poll(1000 * timeout):
            raise RuntimeError(f"the kernel could not be interrupted: no answer in {timeout} seconds")
        await self._control_socket.recv_multipart()


class _Channel(AsyncZMQSocketChannel):
    """A channel that puts a message without meaning in the place of one that no kernel sends."""

    on_odd: Callable[[], None] = staticmethod(lambda: None)

    async def _recv(self, **kwargs: Any) -> dict[str, Any]:
        parts = await self.socket.recv_multipart(**kwargs)
        try:
            message = self.session.deserialize(self.session.feed_identities(parts)[1])
            if is_message(message):
                return message
        except Exception:  # a kernel that was tampered with sends anything
            pass
        self.on_odd()
        return nothing()


class Client(AsyncKernelClient):
    """A client that passes on what a kernel sends, and of all else only that it came."""

    shell_channel_class = Type(_Channel)
    iopub_channel_class = Type(_Channel)

    def start_channels(self, *args: Any, **kwargs: Any) -> None:
        """Start all channels but the heartbeat, which nobody reads, and which a kernel could keep from ending."""
        super().start_channels(*args, **kwargs | {"hb": False})

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Wait until the kernel answers, and what it publishes arrives; jupyter_client waits for silence after that.

        Raises
        ------
        RuntimeError : it does not within ``timeout`` seconds.
        """
        end, asked = time.monotonic() + (timeout or float("inf")), set()
        while time.monotonic() < end:
            asked.add(self.kernel_info())
            with suppress(queue.Empty):
                for channel in (self.iopub_channel, self.shell_channel):
                    while (await channel.get_msg(timeout=_PATIENCE))["parent_header"].get("msg_id") not in asked:
                        pass
                return
            if self.parent is not None and not await self.parent.is_alive():
                raise RuntimeError("the kernel died before it answered")
        raise RuntimeError(f"the kernel did not answer in {timeout} seconds")

    def watch(self, on_odd: Callable[[], None]) -> None:
        """Call ``on_odd`` for each message that no kernel sends."""
        for channel in (self.shell_channel, self.iopub_channel):
            channel.on_odd = on_odd


def limit_sends(client: Client, manager: AsyncKernelManager) -> None:
    """Have each send to a kernel end, with ``zmq.Again``: one that was tampered with takes nothing."""
    for socket in (client.shell_channel.socket, client.control_channel.socket, manager._control_socket):
        socket.setsockopt(zmq.SNDTIMEO, _LONGEST_SEND)


class SandboxProvisioner(LocalProvisioner):
    """Starts a kernel in a sandbox: as a child of a parent that has one already, or in one of its own.

    Its traits come from the kernel spec's provisioner config.
    """

    folder = Instance(Path)
    zygote = Instance(Zygote, allow_none=True)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start the kernel; nothing that it writes comes into your terminal."""
        files, sockets = self.folder / "files", self.folder / "sockets"
        owner = self.zygote.folder if self.zygote else sockets
        for path in (self.folder, *self.folder.rglob("*")):
            sandbox.give(path, owner)
        if self.zygote:
            self.process = zygotes.Kernel(self.zygote, files, sockets, cmd[cmd.index(_LAUNCHER) + 1 :])
        else:
            null = subprocess.DEVNULL
            with sandbox.shut_in(cmd, files, sockets) as arguments:
                self.process = subprocess.Popen(**arguments, stdin=null, stdout=null, stderr=null)
        self.pid = self.process.pid
        return self.connection_info

    async def kill(self, restart: bool = False) -> None:
        """End the kernel and all that it started."""
        if self.process and not self.zygote:
            for process in below(self.process.pid):
                with suppress(psutil.NoSuchProcess):
                    process.kill()
        await super().kill(restart)

    terminate = kill


class SandboxKernelSpecManager(KernelSpecManager):
    """Gives the Python kernel of this environment, to be started in a sandbox.

    Parameters
    ----------
    folder : as :func:`scratch` gives it.
    parent : of the kernel, if there is one.
    """

    def __init__(self, folder: Path, parent: Zygote | None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._config = {"folder": folder, "zygote": parent}

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Give the spec of the only kernel there is, whatever name a submission asks for."""
        return KernelSpec(
            # -I: neither the working folder nor the environment's variables put modules before the real ones
            argv=[sys.executable, "-I", "-m", _LAUNCHER, "-f", "{connection_file}"],
            display_name="Python 3 in a sandbox",
            language="python",
            interrupt_mode="message",
            metadata={"kernel_provisioner": {"provisioner_name": "rnncourse-sandbox", "config": self._config}},
        )

"""The student's kernel: how it is started in the sandbox, and a client that trusts no message of it."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jupyter_client import AsyncKernelClient, AsyncKernelManager
from jupyter_client.channels import AsyncZMQSocketChannel
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.provisioning import LocalProvisioner
from traitlets import Type

from rnnstaff.intake import flags
from rnnstaff.running import sandbox
from rnnstaff.running.messages import is_message, nothing


@contextmanager
def scratch(handed_in: Path) -> Iterator[Path]:
    """Give a folder for one kernel: its sockets, and a copy of the plain files of a submission.

    Not of its notebook, as one that was graded holds hidden tests.
    """
    folder = Path(tempfile.mkdtemp(prefix="rnn-"))  # a short path: the name of a socket has at most 107 characters
    try:
        for part in ("files", "sockets"):
            (folder / part).mkdir()
        for path in handed_in.rglob("*"):
            if path.is_file() and not path.is_symlink() and path.suffix != ".ipynb" and path.name != flags.FILE:
                place = folder / "files" / path.relative_to(handed_in)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, place, follow_symlinks=False)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def manager(folder: Path, shut_in: bool) -> AsyncKernelManager:
    """Make the manager of a kernel whose folder this is; a sandboxed one talks through sockets in it."""
    settings: dict[str, Any] = {}
    if shut_in:
        sockets = folder / "sockets"
        settings = {
            "kernel_spec_manager": SandboxKernelSpecManager(folder / "files", sockets),
            "transport": "ipc",
            "ip": str(sockets / "k"),
            "connection_file": str(sockets / "connection.json"),
        }
    return AsyncKernelManager(kernel_name="python3", client_factory=Client, **settings)


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

    def watch(self, on_odd: Callable[[], None]) -> None:
        """Call ``on_odd`` for each message that no kernel sends."""
        for channel in (self.shell_channel, self.iopub_channel):
            channel.on_odd = on_odd


class SandboxProvisioner(LocalProvisioner):
    """Starts a kernel inside the sandbox; ``files`` and ``sockets`` come from the kernel spec's provisioner config."""

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Put the sandbox before the kernel's command."""
        sandbox.check()
        kwargs = await super().pre_launch(**kwargs)
        config = self.kernel_spec.metadata["kernel_provisioner"]["config"]
        files, sockets = Path(config["files"]), Path(config["sockets"])
        for path in (files, *files.rglob("*"), sockets, Path(self.parent.connection_file)):
            sandbox.give(path, sockets)
        kwargs["cmd"] = [*sandbox.command(files, sockets), *kwargs["cmd"]]
        kwargs.pop("cwd", None)
        return kwargs | {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}  # not into your terminal


class SandboxKernelSpecManager(KernelSpecManager):
    """Gives the Python kernel of this environment, to be started in a sandbox.

    Parameters
    ----------
    files, sockets : as for :func:`sandbox.command`.
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

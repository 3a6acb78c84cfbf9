"""The judge's questions, carried to the student's kernel, and the answers that come back in time."""

import os
import queue
import time
from collections.abc import Callable

from jupyter_client import AsyncKernelManager
from jupyter_core.utils import run_sync
from nbclient.exceptions import DeadKernelError

from rnncourse.kernel import wire
from rnncourse.kernel.student import TARGET
from rnnstaff.running import judge
from rnnstaff.running.kernel import Client

_GRACE = 15  # seconds in which a kernel must answer after it was interrupted


class Questions:
    """The way to one kernel, and whether it still answers.

    Parameters
    ----------
    client, manager : of a kernel that serves answers (:func:`rnncourse.kernel.student.serve`).
    time_left : gives the seconds that one call of the student's code may take now.

    Attributes
    ----------
    dead : why there is no kernel any more, a sentence; or empty.
    too_long : whether a call did not end in its time. None is made after it, until this is set to False.
    """

    def __init__(self, client: Client, manager: AsyncKernelManager, time_left: Callable[[], float]) -> None:
        self.dead, self.too_long = "", False
        self._client, self._manager, self._time_left = client, manager, time_left
        self._asked, self._comm = 0, f"judge-{os.getpid()}"
        self._send("comm_open", {"comm_id": self._comm, "target_name": TARGET, "data": {}})

    def ask(self, question: bytes) -> bytes:
        """Give the kernel's answer.

        Raises
        ------
        DeadKernelError : there is no kernel any more.
        NoAnswerError : none came in time, or it is too large.
        """
        try:
            return run_sync(self._ask)(question)
        except judge.NoAnswerError:
            if not self.dead:
                self.end_unless_it_answers()
            raise

    def end_unless_it_answers(self) -> None:
        """After an interrupt: end a kernel that goes on as if nothing had happened."""
        end = time.monotonic() + _GRACE
        wanted = self._client.kernel_info()
        while time.monotonic() < end:
            try:
                message = run_sync(self._client.shell_channel.get_msg)(timeout=0.5)
            except queue.Empty:
                continue
            if message["parent_header"].get("msg_id") == wanted:
                return
        self.end("The kernel did not stop when its time was up, so it was killed.")

    def end(self, reason: str) -> None:
        """End the kernel at once."""
        self.dead = reason
        run_sync(self._manager.shutdown_kernel)(now=True)

    def _send(self, kind: str, content: dict, buffers: list[bytes] | None = None) -> str:
        message = self._client.session.msg(kind, content)
        if buffers:
            message["buffers"] = buffers
        self._client.shell_channel.send(message)
        return message["header"]["msg_id"]

    async def _ask(self, question: bytes) -> bytes:
        if self.dead:
            raise DeadKernelError(self.dead)
        if self.too_long:
            raise judge.NoAnswerError("It was not called again, because an earlier call never returned.")
        self._asked += 1
        sent = self._send("comm_msg", {"comm_id": self._comm, "data": {"question": self._asked}}, [question])
        end = time.monotonic() + self._time_left()
        while time.monotonic() < end:
            try:
                reply = await self._client.iopub_channel.get_msg(timeout=0.5)
            except queue.Empty as error:
                if not await self._manager.is_alive():
                    self.dead = "The kernel died while a test was calling the student's code."
                    raise DeadKernelError(self.dead) from error
                continue
            if reply["parent_header"].get("msg_id") != sent:
                continue
            content = reply["content"]
            if reply["msg_type"] == "comm_msg" and content.get("data") == {"question": self._asked}:
                # One that is larger than the judge reads would be taken for requests to it, from there on.
                if sum(memoryview(buffer).nbytes for buffer in reply["buffers"]) > wire.LARGEST_BLOB:
                    raise judge.NoAnswerError("What it returns is too large.")
                return b"".join(bytes(buffer) for buffer in reply["buffers"])
            if reply["msg_type"] == "status" and content.get("execution_state") == "idle":
                break
        else:
            self.too_long = True
            await self._manager.interrupt_kernel()
        raise judge.NoAnswerError("It did not return in time. Does it contain a loop that never ends?")

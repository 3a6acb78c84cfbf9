"""The judge's questions, carried to the student's kernel, and the answers that come back in time."""

import os
import queue

import zmq
from jupyter_client import AsyncKernelManager
from jupyter_core.utils import run_sync
from nbclient.exceptions import DeadKernelError

from rnncourse.kernel import wire
from rnncourse.kernel.student import TARGET
from rnnstaff.running import judge
from rnnstaff.running.kernel import Client
from rnnstaff.running.meter import Clock, Meter

GRACE = 15  # seconds of its own time in which a kernel must answer after it was interrupted
_DIED = "The kernel died while a test was calling the student's code."
NOT_STOPPED = "The kernel did not stop when its time was up, so it was killed."


class Questions:
    """The way to one kernel, and whether it still answers.

    Parameters
    ----------
    client, manager : of a kernel that serves answers (:func:`rnncourse.kernel.student.serve`).
    meter : of the submission, or None where none can be.
    call, test : seconds of its own time for one call of the student's code, and for all of a test cell.

    Attributes
    ----------
    dead : why there is no kernel any more, a sentence; or empty.
    too_long : whether a call did not end in its time. None is made after it, until the next test cell.
    in_doubt : whether the kernel died, or the wall clock was reached, so that it may be the machine's fault.
    """

    def __init__(
        self, client: Client, manager: AsyncKernelManager, meter: Meter | None, call: float, test: float
    ) -> None:
        self.dead, self.too_long, self.in_doubt = "", False, False
        self._client, self._manager, self._meter = client, manager, meter
        self._call, self._test, self._clock = call, test, Clock(meter)
        self._asked, self._comm = 0, f"judge-{os.getpid()}"
        self._send("comm_open", {"comm_id": self._comm, "target_name": TARGET, "data": {}})

    def begin_test(self) -> None:
        """Begin a test cell."""
        self.too_long, self._clock = False, Clock(self._meter)

    def ask(self, question: bytes) -> bytes:
        """Give the kernel's answer.

        Raises
        ------
        DeadKernelError : there is no kernel any more.
        NoAnswerError : none came in time, or it is too large.
        """
        return run_sync(self._ask)(question)

    async def stops(self) -> bool:
        """Say whether a kernel answers after it was interrupted."""
        clock = Clock(self._meter)
        try:
            wanted = self._client.kernel_info()
        except zmq.Again:
            return False
        while not (over := clock.over(GRACE)):
            try:
                message = await self._client.shell_channel.get_msg(timeout=0.5)
            except queue.Empty:
                if not await self._manager.is_alive():
                    return True
                continue
            if message["parent_header"].get("msg_id") == wanted:
                return True
        self.in_doubt = self.in_doubt or over == "wall"
        return False

    async def end(self, reason: str) -> None:
        """End the kernel at once."""
        self.dead = reason
        await self._manager.shutdown_kernel(now=True)

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
        clock = Clock(self._meter)
        try:
            sent = self._send("comm_msg", {"comm_id": self._comm, "data": {"question": self._asked}}, [question])
        except zmq.Again:
            await self.end(NOT_STOPPED)
            raise DeadKernelError(self.dead) from None
        while not (over := clock.over(self._call) or self._clock.over(self._test)):
            try:
                reply = await self._client.iopub_channel.get_msg(timeout=0.5)
            except queue.Empty as error:
                if not await self._manager.is_alive():
                    self.dead, self.in_doubt = _DIED, True
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
            self.too_long, self.in_doubt = True, over == "wall"
            await self._manager.interrupt_kernel()
            if not await self.stops():
                await self.end(NOT_STOPPED)
        raise judge.NoAnswerError("It did not return in time. Does it contain a loop that never ends?")

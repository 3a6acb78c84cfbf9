"""Run a submission: the student's cells in a sandboxed kernel, the graded test cells in the judge.

:class:`JudgedExecute` takes the place of nbgrader's own ``Execute`` in ``Autograde.autograde_preprocessors``.
"""

import atexit
import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jupyter_client import AsyncKernelClient, AsyncKernelManager
from jupyter_client.channels import AsyncZMQSocketChannel
from jupyter_core.utils import run_sync
from nbclient.exceptions import CellExecutionComplete, DeadKernelError
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbformat.validator import isvalid
from nbgrader.api import Gradebook
from nbgrader.preprocessors import Execute
from traitlets import Bool, Integer, Type

from rnncourse.kernel import wire
from rnncourse.kernel.student import TARGET
from rnnstaff.intake import flags
from rnnstaff.intake.reading import writable
from rnnstaff.running import judge, sandbox

_SHOWN = ("stream", "display_data", "execute_result", "update_display_data", "error")
_SERVE = "from rnncourse.kernel.student import serve as _s; _s(get_ipython()); del _s"
ODD = "The kernel sent messages that no kernel sends; they were left out."
_REACHED = {  # a limit, by the error that tells of it
    "MemoryError": "ran out of memory",
    "BlockingIOError": "started too many processes",
    "CellTimeoutError": "took too long and was stopped",
}
_LONGEST_ERROR = 20_000  # characters
_GRACE = 5  # seconds in which a kernel must answer after it was interrupted


class JudgeError(Exception):
    """The judge stopped or took too long; the message says which."""


class Judge:
    """The process that runs test cells; in a sandbox it serves one submission after the other."""

    def __init__(self, shut_in: bool) -> None:
        before = sandbox.command() if shut_in else []
        self._process = subprocess.Popen(
            [*before, sys.executable, "-I", "-m", "rnnstaff.running.judge", *([] if shut_in else ["--once"])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env=None if shut_in else os.environ | {"CUDA_VISIBLE_DEVICES": ""},
        )
        self._frames: queue.Queue[tuple[str, bytes]] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self._expect(("redy",), time.monotonic() + 120)

    def open(self) -> None:
        """Begin a submission."""
        judge.send(self._process.stdin, "subm")

    def run(self, code: str, ask: Any, seconds: float) -> dict[str, Any]:
        """Run a test cell; ``ask`` carries a question to the student's kernel and brings the answer.

        Raises
        ------
        JudgeError : it took longer than ``seconds``, or the process of this submission ended.
        """
        end = time.monotonic() + seconds
        # A pipe that nobody reads takes no more, and the writer waits.
        watch = threading.Timer(seconds + _GRACE, self._process.kill)
        watch.start()
        try:
            judge.send(self._process.stdin, "cell", code.encode())
            while True:
                kind, body = self._expect(("ask?", "out!"), end)
                if kind == "out!":
                    return json.loads(body)
                try:
                    judge.send(self._process.stdin, "ans!", ask(body))
                except (DeadKernelError, judge.NoAnswerError) as error:
                    judge.send(self._process.stdin, "err!", str(error).encode())
        except OSError:
            raise JudgeError("The judge has stopped in this cell.") from None
        finally:
            watch.cancel()

    def close(self) -> None:
        """End a submission."""
        judge.send(self._process.stdin, "done")
        self._expect(("over",), time.monotonic() + 10)

    def kill(self) -> None:
        """End the process and all its children."""
        self._process.kill()
        self._process.wait()

    def _read(self) -> None:
        try:
            while True:
                self._frames.put(judge.receive(self._process.stdout))
        except (EOFError, OSError, ValueError):
            self._frames.put(("gone", b""))

    def _expect(self, kinds: tuple[str, ...], end: float) -> tuple[str, bytes]:
        try:
            kind, body = self._frames.get(timeout=max(0, end - time.monotonic()))
        except queue.Empty:
            raise JudgeError("The test cell took too long.") from None
        if kind not in kinds:
            raise JudgeError("The judge has stopped in this cell.")
        return kind, body


@cache
def _judges() -> dict[bool, Judge]:
    """The judges of this process, kept warm between submissions."""
    judges: dict[bool, Judge] = {}
    atexit.register(lambda: [one.kill() for one in judges.values()])
    return judges


class _Channel(AsyncZMQSocketChannel):
    """A channel that puts a message without meaning in the place of one that no kernel sends."""

    on_odd: Callable[[], None] = staticmethod(lambda: None)

    async def _recv(self, **kwargs: Any) -> dict[str, Any]:
        parts = await self.socket.recv_multipart(**kwargs)
        try:
            message = self.session.deserialize(self.session.feed_identities(parts)[1])
            if _is_message(message):
                return message
        except Exception:  # a kernel that was tampered with sends anything
            pass
        self.on_odd()
        return {"header": {}, "parent_header": {}, "metadata": {}, "content": {}, "msg_type": "", "buffers": []}


class _Client(AsyncKernelClient):
    shell_channel_class = Type(_Channel)
    iopub_channel_class = Type(_Channel)


class JudgedExecute(Execute):
    """Execute a submission, graded test cells in the judge."""

    sandbox = Bool(True, help="Shut submissions in. Without it their code can read and change whatever you can.").tag(
        config=True
    )
    notebook_timeout = Integer(900, help="Seconds of wall clock for the whole notebook.").tag(config=True)
    call_timeout = Integer(30, help="Seconds for one call of the student's code by a test.").tag(config=True)
    output_limit = Integer(
        200_000, help="Characters of output that are kept of a cell; of all, 100 times as many."
    ).tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict, km: Any = None
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Execute all cells in place."""
        if self.sandbox:
            sandbox.check()
        facts = resources["nbgrader"]
        with Gradebook(facts["db_url"]) as gradebook:
            source = gradebook.find_notebook(facts["notebook"], facts["assignment"])
            graded = {cell.name for cell in source.grade_cells} - {cell.name for cell in source.solution_cells}
            self._tests = {cell.name: cell.source for cell in source.source_cells if cell.name in graded}
        self._end = time.monotonic() + self.notebook_timeout
        self._dead, self._questions, self._comm, self._judge = "", 0, f"judge-{os.getpid()}", None
        self._odd, self._printed_in_all = False, 0
        self.timeout_func = lambda cell: max(1, min(self.timeout, int(self._end - time.monotonic())))
        self.shutdown_kernel = "immediate"
        # A short path: the name of a socket has at most 107 characters.
        self._folder = Path(tempfile.mkdtemp(prefix="rnn-"))
        try:
            for part in ("files", "sockets"):
                (self._folder / part).mkdir()
            folder = Path(resources["metadata"]["path"])
            _copy_files(folder, self._folder / "files")
            nb, resources = super().preprocess(nb, resources, km)
            flags.add(resources, *([self._dead] if self._dead else []), *([ODD] if self._odd else []))
            flags.write(resources, [text for text in flags.read(folder) if text != flags.UNFINISHED])
            return nb, resources
        finally:
            self._close_judge()
            shutil.rmtree(self._folder, ignore_errors=True)

    def create_kernel_manager(self) -> AsyncKernelManager:
        """Make the manager of a kernel; a sandboxed one talks through sockets in a private folder."""
        sockets = self._folder / "sockets"
        self.kernel_name = "python3"
        settings = {
            "kernel_spec_manager": sandbox.SandboxKernelSpecManager(self._folder / "files", sockets),
            "transport": "ipc",
            "ip": str(sockets / "k"),
            "connection_file": str(sockets / "connection.json"),
        }
        self.km = AsyncKernelManager(
            kernel_name="python3", client_factory=_Client, **(settings if self.sandbox else {})
        )
        return self.km

    def start_new_kernel_client(self) -> Any:
        """Connect to the kernel, and have it answer the judge."""
        client = super().start_new_kernel_client()
        self.wait_for_reply(client.execute(_SERVE, silent=True))
        for channel in (client.shell_channel, client.iopub_channel):
            channel.on_odd = self._saw_odd
        if self.sandbox:
            sandbox.close(self._folder / "sockets")
        client.shell_channel.send(
            client.session.msg("comm_open", {"comm_id": self._comm, "target_name": TARGET, "data": {}})
        )
        return client

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Run one cell where it belongs."""
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if cell.cell_type != "code":
            return cell, resources
        if name in self._tests:
            cell.outputs = self._judged(self._tests[name])
            if self._too_long:
                flags.add(resources, f"A call by the cell {name} took too long and was stopped.")
            return cell, resources
        if self._dead or time.monotonic() >= self._end:
            self._dead = self._dead or "The notebook's time is over."
            cell.outputs = [_error("NotRun", self._dead)]
            return cell, resources
        try:
            self._printed = 0
            started = time.monotonic()
            super().preprocess_cell(cell, resources, index)
            self._display_id_map = {}  # what is cleaned here is not changed any more
            cell.outputs = list(self._clean(cell.outputs))
            if not isinstance(cell.execution_count, int):  # the student's kernel says it
                cell.execution_count = None
            for error in (output.ename for output in cell.outputs if output.output_type == "error"):
                if error in _REACHED:
                    flags.add(resources, f"The cell {name or index} {_REACHED[error]}.")
            if time.monotonic() - started >= self.timeout_func(cell) - 1:
                self._check_answers()
        except DeadKernelError:
            self._stop(f"The kernel ended in the cell {name or index}.")
            cell.outputs = [*cell.get("outputs", []), _error("KernelDied", self._dead)]
        return cell, resources

    def process_message(self, msg: dict[str, Any], cell: NotebookNode, cell_index: int) -> NotebookNode | None:
        """Keep what a cell writes, up to the limit."""
        kind = msg["msg_type"]
        if kind not in (*_SHOWN, "clear_output", "execute_input", "status"):
            return None  # widgets are not drawn here; of what else there is, nbclient writes into your terminal
        try:
            if kind in _SHOWN:
                was_full, size = self._is_full(), len(str(msg["content"]))
                self._printed, self._printed_in_all = self._printed + size, self._printed_in_all + size
                # An update goes to the last output with its name, not to any number of them.
                if kind != "update_display_data":
                    self._display_id_map.pop((msg["content"].get("transient") or {}).get("display_id"), None)
                if self._is_full():
                    if not was_full:
                        cut = "\n[The rest of the output was cut.]\n"
                        cell.outputs.append(new_output("stream", name="stdout", text=cut))
                    return None
            return super().process_message(msg, cell, cell_index)
        except CellExecutionComplete:
            raise
        except Exception:  # a kernel that was tampered with sends anything
            self._saw_odd()
            return None

    def _clean(self, outputs: list[NotebookNode]) -> Iterator[NotebookNode]:
        for output in outputs:
            try:
                if _is_output(output):  # an error comes with the reply too, which no limit has cut
                    is_long = output.output_type == "error" and len(str(output)) > _LONGEST_ERROR
                    yield writable(_error(output.ename[:100], "Its message is too long.") if is_long else output)
            except RecursionError:  # nested deeper than can be written
                self._saw_odd()

    def _is_full(self) -> bool:
        return self._printed > self.output_limit or self._printed_in_all > 100 * self.output_limit

    def _saw_odd(self) -> None:
        self._odd = True

    def _judged(self, code: str) -> list[NotebookNode]:
        """Run a test cell in the judge and give its outputs as nbgrader reads them."""
        self._too_long = False
        try:
            outcome = writable(self._open_judge().run(code, self._ask, self.timeout_func(None)))
        except (JudgeError, OSError) as error:
            self._drop_judge()
            return [_error("TestNotRun", str(error))]
        outputs = [new_output("stream", name="stdout", text=outcome["text"])] if outcome["text"] else []
        if outcome["error"]:
            return [*outputs, _error(*outcome["error"])]
        if outcome["result"] is not None:
            data = {"text/plain": repr(float(outcome["result"]))}
            outputs.append(new_output("execute_result", data=data, execution_count=None))
        return outputs

    def _open_judge(self) -> Judge:
        if self._judge is None:
            judges = _judges()
            if self.sandbox not in judges:
                judges[self.sandbox] = Judge(self.sandbox)
            self._judge = judges[self.sandbox]
            self._judge.open()
        return self._judge

    def _close_judge(self) -> None:
        if self._judge is not None:
            try:
                self._judge.close()
            except (JudgeError, OSError):  # outside of the sandbox it has ended, as it serves one submission
                self._drop_judge()

    def _drop_judge(self) -> None:
        """End the judge, if there is one; the next test cell gets a new one."""
        self._judge = None
        if broken := _judges().pop(self.sandbox, None):
            broken.kill()

    async def _async_ask(self, question: bytes) -> bytes:
        """Carry a question of the judge to the student's kernel and bring the answer.

        Raises
        ------
        DeadKernelError : there is no kernel any more.
        NoAnswerError : none came in time, or it is too large.
        """
        if self._dead or self.kc is None:
            raise DeadKernelError(self._dead or "The kernel has ended.")
        if self._too_long:
            raise judge.NoAnswerError("It was not called again, as it did not end before.")
        self._questions += 1
        message = self.kc.session.msg("comm_msg", {"comm_id": self._comm, "data": {"question": self._questions}})
        message["buffers"] = [question]
        self.kc.shell_channel.send(message)
        end = time.monotonic() + min(self.call_timeout, self.timeout_func(None))
        while time.monotonic() < end:
            try:
                reply = await self.kc.iopub_channel.get_msg(timeout=0.5)
            except queue.Empty as error:
                if not await self.km.is_alive():
                    self._dead = "The kernel ended in a call of a test."
                    raise DeadKernelError(self._dead) from error
                continue
            if reply["parent_header"].get("msg_id") != message["header"]["msg_id"]:
                continue
            content = reply["content"]
            if reply["msg_type"] == "comm_msg" and content.get("data") == {"question": self._questions}:
                # One that is larger than the judge reads would be taken for requests to it, from there on.
                if sum(memoryview(buffer).nbytes for buffer in reply["buffers"]) > wire.LARGEST_BLOB:
                    raise judge.NoAnswerError("What it gives is too large.")
                return b"".join(bytes(buffer) for buffer in reply["buffers"])
            if reply["msg_type"] == "status" and content.get("execution_state") == "idle":
                break
        else:
            self._too_long = True
            await self.km.interrupt_kernel()
        raise judge.NoAnswerError("It gave no answer in time. Does a loop in it never end?")

    def _ask(self, question: bytes) -> bytes:
        try:
            return run_sync(self._async_ask)(question)
        except judge.NoAnswerError:
            if not self._dead:
                self._check_answers()
            raise

    def _check_answers(self) -> None:
        """After an interrupt: end a kernel that goes on as if nothing had happened."""
        end = time.monotonic() + _GRACE
        wanted = self.kc.kernel_info()
        while time.monotonic() < end:
            try:
                message = run_sync(self.kc.shell_channel.get_msg)(timeout=0.5)
            except queue.Empty:
                continue
            if message["parent_header"].get("msg_id") == wanted:
                return
        self._stop("The kernel did not stop when its time was over, and was ended.")

    def _stop(self, reason: str) -> None:
        self._dead = reason
        run_sync(self.km.shutdown_kernel)(now=True)


def _error(name: str, message: str) -> NotebookNode:
    return new_output("error", ename=name, evalue=message, traceback=[f"{name}: {message}"])


def _is_message(message: dict[str, Any]) -> bool:
    """Say whether a message has what every reader of messages takes for granted."""
    parts = (message[part] for part in ("header", "parent_header", "metadata", "content"))
    if not (all(isinstance(part, dict) for part in parts) and isinstance(message["msg_type"], str)):
        return False
    if message["msg_type"] != "execute_reply":
        return True
    status = message["content"].get("status")
    wanted = ("ename", "evalue") if status == "error" else ()
    return isinstance(status, str) and all(isinstance(message["content"].get(name), str) for name in wanted)


def _is_output(output: NotebookNode) -> bool:
    """Say whether an output is one that a kernel makes: valid, and its texts are whole, not in lines as in a file."""
    texts = [output.get("text"), *(part for mime, part in output.get("data", {}).items() if "json" not in mime)]
    return isvalid(output, ref="output", version=4) and not any(isinstance(text, list) for text in texts)


def _copy_files(source: Path, target: Path) -> None:
    """Copy what was handed in: plain files, no links; and no notebook, as one that was graded holds hidden tests."""
    for path in source.rglob("*"):
        if path.is_file() and not path.is_symlink() and path.suffix != ".ipynb" and path.name != flags.FILE:
            place = target / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place, follow_symlinks=False)

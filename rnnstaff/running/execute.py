"""Run a submission: the student's cells in a sandboxed kernel, the graded test cells in the judge.

:class:`JudgedExecute` takes the place of nbgrader's own ``Execute`` in ``Autograde.autograde_preprocessors``.
"""

import asyncio
import re
import time
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from typing import Any

import zmq
from jupyter_client import AsyncKernelManager
from jupyter_core.utils import run_sync
from nbclient.exceptions import CellExecutionComplete, DeadKernelError
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.api import Gradebook
from nbgrader.preprocessors import Execute
from traitlets import Bool, Enum, Integer, default
from traitlets.config import Application
from traitlets.log import get_logger

from rnnstaff import states
from rnnstaff.intake import choosing, flags
from rnnstaff.intake.reading import writable
from rnnstaff.running import kernel, messages, sandbox, zygotes
from rnnstaff.running.faults import Doubt, Fault
from rnnstaff.running.judges import Hearing, JudgeError, UnreadableError
from rnnstaff.running.meter import USED, Clock, Meter, Watch
from rnnstaff.running.questions import GRACE, NOT_STOPPED, Questions

_SERVE = "from rnncourse.kernel.student import serve as _s; _s(get_ipython()); del _s"
_USES_TENSORFLOW = re.compile(r"\b(keras|tensorflow|rnncourse\.quiet|mnist)\b")
ODD = "The kernel sent messages that no kernel sends; they were ignored."
_TOO_LONG = "This cell took too long and was stopped. Does it contain a loop that never ends?"
_LONGEST_TEST = 10  # times the time of a cell, in which all calls of a test cell end: after that, it is the judge
_REACHED = {  # a limit, by the error that tells of it
    "MemoryError": "ran out of memory",
    "BlockingIOError": "started too many processes",
    "CellTimeoutError": "took too long and was stopped",
}


class JudgedExecute(Execute):
    """Execute a submission, graded test cells in the judge."""

    sandbox = Bool(
        True, help="Run submissions in a sandbox. Without it, their code can read and change whatever you can."
    ).tag(config=True)
    notebook_timeout = Integer(900, help="Seconds of a submission's own time for the whole notebook.").tag(config=True)
    call_timeout = Integer(30, help="Seconds of its own time for one call of its code by a test.").tag(config=True)
    output_limit = Integer(
        200_000, help="Characters of output kept for each cell; for the whole notebook, 100 times as many."
    ).tag(config=True)
    tries = Enum(
        ("all", "first", "last"),
        "all",
        help="What to do when something fails that may not be the submission's fault: run it once more at once (all), "
        "leave that to the caller (first), or count it as the submission's where it may be (last).",
    ).tag(config=True)

    @default("log")
    def _log_of_the_command(self) -> Any:
        # nbconvert makes its log before nbgrader's command has one
        return Application.instance().log if Application.initialized() else get_logger()

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict, km: Any = None
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Execute all cells in place.

        Raises
        ------
        Fault : something failed that is not the submission's fault; a Doubt if it may be.
        """
        if self.sandbox:
            sandbox.check()
            sandbox.refuse_to_show(Path(resources["metadata"]["path"]))
        self._tests = _test_cells(resources["nbgrader"])
        if self.tries == "all":
            again = deepcopy(nb)
            try:
                return self._run(nb, resources, is_last=False)
            except Fault as fault:
                self.log.warning("%s It is tried once more.", fault)
                nb = again
                resources.pop("rnncourse_flags", None)
        try:
            return self._run(nb, resources, is_last=self.tries != "first")
        except Fault as fault:
            if self.tries == "all":  # else whoever asked for it keeps the state
                states.fail(*states.place_of(Path(resources["metadata"]["path"])), str(fault))
            raise

    def _run(self, nb: NotebookNode, resources: ResourcesDict, is_last: bool) -> tuple[NotebookNode, ResourcesDict]:
        """Execute all cells in place; where ``is_last``, a doubt counts as the submission's fault."""
        self._is_last = is_last
        self.timeout_func = lambda _: None  # nbclient knows the wall clock only
        self.shutdown_kernel = "immediate"
        self._outputs = messages.Outputs(self.output_limit)
        folder = Path(resources["metadata"]["path"])
        self._hearing = Hearing(self.sandbox, warm=any(map(_USES_TENSORFLOW.search, self._tests.values())))
        self._watch = None
        started = time.monotonic()
        try:
            warm = any(_USES_TENSORFLOW.search(cell.source) for cell in nb.cells if cell.cell_type == "code")
            self._parent = self._find_parent(warm)
            with kernel.scratch(folder, self._helpers(folder), self._parent and self._parent.folder) as self._folder:
                nb, resources = super().preprocess(nb, resources)
        except (DeadKernelError, AssertionError, zmq.Again) as error:  # before the first cell
            raise Fault(f"The kernel did not answer: {error}") from error
        finally:
            if self._watch:
                self._watch.stop()
            self._hearing.close()
        most = round(self._watch.most / sandbox.MiB) if self._watch else None
        nb.metadata[USED] = {"seconds": round(time.monotonic() - started, 1), "MiB": most}
        flags.add(resources, *filter(None, [self._questions.dead, ODD if self._outputs.odd else ""]))
        flags.write(resources, flags.read(folder))
        return nb, resources

    def _find_parent(self, warm: bool) -> zygotes.Zygote | None:
        """Give the parent of the kernel, if it can have one."""
        if not self.sandbox:
            return None
        try:
            parent = zygotes.one(warm)
        except zygotes.ZygoteError as error:
            raise Fault(f"The kernel could not be started: {error}") from error
        if parent is None:
            self.log.warning(zygotes.COLD)
        return parent

    def create_kernel_manager(self) -> AsyncKernelManager:
        """Make the manager of a kernel in the sandbox."""
        self.kernel_name = "python3"
        self.km = kernel.manager(self._folder, self.sandbox, self._parent)
        return self.km

    def start_new_kernel(self, **kwargs: Any) -> None:
        """Start the kernel."""
        try:
            super().start_new_kernel(**kwargs)
        except Exception as error:  # no code of the student's has run
            with suppress(Exception):  # sockets that nobody closes: the next collection of garbage may wait for ever
                self._cleanup_kernel()
            raise Fault(f"The kernel could not be started: {error}") from error

    def start_new_kernel_client(self) -> kernel.Client:
        """Connect to the kernel, and have it answer the judge."""
        try:
            client = super().start_new_kernel_client()
            reply = self.wait_for_reply(client.execute(_SERVE, silent=True))
            if not reply or reply["content"].get("status") != "ok":
                raise DeadKernelError("it does not serve the judge")
            run_sync(self.km.wait_for_control)(self.startup_timeout)
        except Exception as error:
            if self.km is not None:
                self._cleanup_kernel()
            raise Fault(f"The kernel did not answer: {error}") from error
        client.watch(self._outputs.saw_odd)
        meter = None
        if self.sandbox:
            sandbox.close(self._folder / "sockets")
            meter, self._watch = Meter(self.km.provisioner.pid), Watch(self.km.provisioner.pid)
        kernel.limit_sends(client, self.km)
        self._questions = Questions(client, self.km, meter, self.call_timeout, self.timeout)
        self._meter, self._clock = meter, Clock(meter)
        return client

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Run one cell where it belongs."""
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if cell.cell_type != "code":
            return cell, resources
        if not self._questions.dead and (over := self._clock.over(self.notebook_timeout)):
            self._doubt_if(over == "wall", "The notebook took too long, while other programs had the processors.")
            self._questions.dead = "The notebook's time is up."
        if name in self._tests:
            cell.outputs = self._judged(name)
            if self._questions.in_doubt and self._watch and self._watch.reached:
                self._questions.in_doubt = False
                self._questions.dead = f"A call from the cell {name} {self._watch.reached}, so the kernel was ended."
            self._doubt_if(self._questions.in_doubt, self._questions.dead or f"A call from {name} took too long.")
            if self._questions.too_long:
                flags.add(resources, f"A call from the cell {name} took too long and was stopped.")
            return cell, resources
        if self._questions.dead:
            cell.outputs = [messages.error("NotRun", self._questions.dead)]
            return cell, resources
        try:
            self._outputs.begin_cell()
            self._over = ""
            super().preprocess_cell(cell, resources, index)
        except (DeadKernelError, zmq.Again):
            self._died(name or index)
            cell.outputs = [*cell.get("outputs", []), messages.error("KernelDied", self._questions.dead)]
        self._display_id_map = {}  # what is cleaned here is not changed any more
        cell.outputs = list(self._outputs.clean(cell.outputs))
        if not isinstance(cell.execution_count, int):  # the student's kernel says it
            cell.execution_count = None
        if self._over:
            self._doubt_if(self._over == "wall", f"The cell {name or index} took too long, while other programs ran.")
            cell.outputs = [output for output in cell.outputs if output.get("ename") != "KeyboardInterrupt"]
            cell.outputs.append(messages.error("CellTimeoutError", _TOO_LONG))
        for error in (output.ename for output in cell.outputs if output.output_type == "error"):
            if error in _REACHED:
                flags.add(resources, f"The cell {name or index} {_REACHED[error]}.")
        return cell, resources

    async def _execute_in_time(self, cell: NotebookNode, index: int, **kwargs: Any) -> NotebookNode:
        """Run a cell; interrupt it when its time is up, and end a kernel that goes on as if nothing had happened."""
        running, clock = asyncio.ensure_future(self.async_execute_cell(cell, index, **kwargs)), Clock(self._meter)
        while not (over := clock.over(self.timeout) or self._clock.over(self.notebook_timeout)):
            if (await asyncio.wait({running}, timeout=0.5))[0]:
                return running.result()
        self._over = over
        await self.km.interrupt_kernel()
        clock = Clock(self._meter)
        while not clock.over(GRACE):
            if (await asyncio.wait({running}, timeout=0.5))[0]:
                return running.result()
        self.task_poll_for_reply.cancel()
        with suppress(DeadKernelError):
            await running
        if not await self._questions.stops():
            await self._questions.end(NOT_STOPPED)
            self._over = "wall" if self._questions.in_doubt else self._over
        return cell

    execute_cell = run_sync(_execute_in_time)

    async def _async_poll_kernel_alive(self) -> None:
        # nbclient takes for granted that an answer is waited for when a kernel dies, and logs a traceback if not.
        with suppress(AssertionError):
            await super()._async_poll_kernel_alive()

    def _died(self, where: str | int) -> None:
        """Note that the kernel has died in a cell, and why."""
        if self._questions.dead:  # we ended it
            return
        reached = self._watch.reached if self._watch else ""
        self._doubt_if(not reached, f"The kernel died in the cell {where}.")
        words = f"{reached}, so the kernel was ended." if reached else ""
        run_sync(self._questions.end)(f"The cell {where} {words}" if words else f"The kernel died in the cell {where}.")

    @staticmethod
    def _helpers(graded: Path) -> dict[Path, Path]:
        """Give the notebooks that were handed in beside those of the assignment, by their place in the folder."""
        root, unit, student = states.place_of(graded)
        folder, ours = root / "submitted" / student / unit, choosing.names(root, unit)
        return {path.relative_to(folder): path for path in choosing.files(folder) if path.stem not in ours}

    def _doubt_if(self, condition: bool, words: str) -> None:
        if condition and not self._is_last:
            raise Doubt(words)

    def process_message(self, msg: dict[str, Any], cell: NotebookNode, cell_index: int) -> NotebookNode | None:
        """Keep what a cell writes, up to the limit."""
        kind = msg["msg_type"]
        if kind not in messages.KEPT:
            return None
        try:
            if kind in messages.SHOWN:
                admitted = self._outputs.admits(msg, cell)
                # An update goes to the last output with its name, not to any number of them.
                if kind != "update_display_data":
                    self._display_id_map.pop((msg["content"].get("transient") or {}).get("display_id"), None)
                if not admitted:
                    return None
            return super().process_message(msg, cell, cell_index)
        except CellExecutionComplete:
            raise
        except Exception:  # a kernel that was tampered with sends anything
            self._outputs.saw_odd()
            return None

    def _judged(self, name: str) -> list[NotebookNode]:
        """Run a test cell in the judge and give its outputs as nbgrader reads them."""
        self._questions.begin_test()
        try:
            outcome = writable(self._hearing.run(self._tests[name], self._questions.ask, _LONGEST_TEST * self.timeout))
        except UnreadableError as error:
            return [messages.error("TestNotRun", str(error))]
        except JudgeError as error:
            raise Fault(f"{name} could not be judged: {error}") from error
        outputs = [new_output("stream", name="stdout", text=outcome["text"])] if outcome["text"] else []
        if outcome["error"]:
            return [*outputs, messages.error(*outcome["error"])]
        if outcome["result"] is not None:
            data = {"text/plain": repr(float(outcome["result"]))}
            outputs.append(new_output("execute_result", data=data, execution_count=None))
        return outputs


def _test_cells(facts: dict[str, Any]) -> dict[str, str]:
    """Give the source of each graded test cell, from the gradebook and never from the submission, by its name."""
    with Gradebook(facts["db_url"]) as gradebook:
        notebook = gradebook.find_notebook(facts["notebook"], facts["assignment"])
        graded = {cell.name for cell in notebook.grade_cells} - {cell.name for cell in notebook.solution_cells}
        return {cell.name: cell.source for cell in notebook.source_cells if cell.name in graded}

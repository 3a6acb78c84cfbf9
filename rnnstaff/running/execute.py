"""Run a submission: the student's cells in a sandboxed kernel, the graded test cells in the judge.

:class:`JudgedExecute` takes the place of nbgrader's own ``Execute`` in ``Autograde.autograde_preprocessors``.
"""

import re
import time
from pathlib import Path
from typing import Any

from jupyter_client import AsyncKernelManager
from nbclient.exceptions import CellExecutionComplete, DeadKernelError
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.api import Gradebook
from nbgrader.preprocessors import Execute
from traitlets import Bool, Integer

from rnnstaff.intake import flags
from rnnstaff.intake.reading import writable
from rnnstaff.running import kernel, messages, sandbox
from rnnstaff.running.judges import Hearing, JudgeError
from rnnstaff.running.questions import Questions

_SERVE = "from rnncourse.kernel.student import serve as _s; _s(get_ipython()); del _s"
_USES_TENSORFLOW = re.compile(r"\b(keras|tensorflow|rnncourse\.quiet|mnist)\b")
ODD = "The kernel sent messages that no kernel sends; they were ignored."
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
    notebook_timeout = Integer(900, help="Seconds of wall clock for the whole notebook.").tag(config=True)
    call_timeout = Integer(30, help="Seconds for one call of the student's code by a test.").tag(config=True)
    output_limit = Integer(
        200_000, help="Characters of output kept for each cell; for the whole notebook, 100 times as many."
    ).tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict, km: Any = None
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Execute all cells in place."""
        if self.sandbox:
            sandbox.check()
            sandbox.refuse_to_show(Path(resources["metadata"]["path"]))
        self._tests = _test_cells(resources["nbgrader"])
        self._end = time.monotonic() + self.notebook_timeout
        self.timeout_func = lambda _: max(1, min(self.timeout, int(self._end - time.monotonic())))
        self.shutdown_kernel = "immediate"
        self._outputs = messages.Outputs(self.output_limit)
        self._hearing = Hearing(self.sandbox, warm=any(map(_USES_TENSORFLOW.search, self._tests.values())))
        folder = Path(resources["metadata"]["path"])
        try:
            with kernel.scratch(folder) as self._folder:
                nb, resources = super().preprocess(nb, resources, km)
        finally:
            self._hearing.close()
        flags.add(resources, *filter(None, [self._questions.dead, ODD if self._outputs.odd else ""]))
        flags.write(resources, [text for text in flags.read(folder) if text != flags.UNFINISHED])
        return nb, resources

    def create_kernel_manager(self) -> AsyncKernelManager:
        """Make the manager of a kernel in the sandbox."""
        self.kernel_name = "python3"
        self.km = kernel.manager(self._folder, self.sandbox)
        return self.km

    def start_new_kernel_client(self) -> kernel.Client:
        """Connect to the kernel, and have it answer the judge."""
        client = super().start_new_kernel_client()
        self.wait_for_reply(client.execute(_SERVE, silent=True))
        client.watch(self._outputs.saw_odd)
        if self.sandbox:
            sandbox.close(self._folder / "sockets")
        self._questions = Questions(client, self.km, lambda: min(self.call_timeout, self.timeout_func(None)))
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
            if self._questions.too_long:
                flags.add(resources, f"A call from the cell {name} took too long and was stopped.")
            return cell, resources
        if self._questions.dead or time.monotonic() >= self._end:
            self._questions.dead = self._questions.dead or "The notebook's time is up."
            cell.outputs = [messages.error("NotRun", self._questions.dead)]
            return cell, resources
        try:
            self._outputs.begin_cell()
            started = time.monotonic()
            super().preprocess_cell(cell, resources, index)
            self._display_id_map = {}  # what is cleaned here is not changed any more
            cell.outputs = list(self._outputs.clean(cell.outputs))
            if not isinstance(cell.execution_count, int):  # the student's kernel says it
                cell.execution_count = None
            for error in (output.ename for output in cell.outputs if output.output_type == "error"):
                if error in _REACHED:
                    flags.add(resources, f"The cell {name or index} {_REACHED[error]}.")
            if time.monotonic() - started >= self.timeout_func(cell) - 1:
                self._questions.end_unless_it_answers()
        except DeadKernelError:
            self._questions.end(f"The kernel died in the cell {name or index}.")
            cell.outputs = [*cell.get("outputs", []), messages.error("KernelDied", self._questions.dead)]
        return cell, resources

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

    def _judged(self, code: str) -> list[NotebookNode]:
        """Run a test cell in the judge and give its outputs as nbgrader reads them."""
        self._questions.too_long = False
        try:
            outcome = writable(self._hearing.run(code, self._questions.ask, self.timeout_func(None)))
        except JudgeError as error:
            return [messages.error("TestNotRun", str(error))]
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

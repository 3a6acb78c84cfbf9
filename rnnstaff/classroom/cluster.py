"""Grade on the machines of a Dask cluster: each submission goes there whole, and what was graded comes back whole.

This command alone opens the course's folder and its gradebook. A machine that ends in the middle has changed nothing:
Dask gives its submission to another one, and a grade is written here once, when all of it has come.
"""

import logging
import threading
import uuid
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

from rnnstaff import course, leftovers, states
from rnnstaff.classroom import excerpt, remote, worker, workers
from rnnstaff.classroom.remote import Parcel, Reply
from rnnstaff.classroom.workers import Job, Outcome
from rnnstaff.course import CourseError
from rnnstaff.intake.tidying import prepare

INSTALL = (
    "--scheduler needs Dask distributed, which is not installed: uv pip install 'rnnstaff[cluster]', here and on all "
    "machines of the cluster."
)
PLAIN = "The connection to {} is not encrypted: others can read the submissions, and run code on all of its machines."
_ALONE = "No worker is left in the cluster. The grading goes on when one joins: dask worker {} --nthreads 1"
_LOST = "The connection to the scheduler {} was lost. What was graded before stays graded; run the command again."
_LOOK = 10  # seconds after which it is looked whether there still is a worker
AHEAD = 2  # submissions for each worker on their way, so that none waits for the gradebook
_MOST_AT_ONCE = "4 GiB"  # Dask warns of what is larger than that, and by default of a submission of 10 MB


class ClusterError(CourseError):
    """The cluster cannot be used, or not any more; the message says what to do."""


class Cluster(ThreadPoolExecutor):
    """Runs :func:`workers.grade` on the machines of a cluster.

    Parameters
    ----------
    address : of Dask's scheduler, such as ``tls://host:8786``.
    shut_in : whether submissions will be shut in: then it must be possible on all of its machines.
    count : how many submissions are on their way at a time, at most; by default two for each thread of its workers.
    tell : is called with what is to be said of the cluster.

    Raises
    ------
    ClusterError : it does not answer, no worker has joined it, or Dask is not installed here.
    MismatchError : one of its machines would grade in another way than this one.
    SandboxError : submissions are to be shut in, and cannot be.
    """

    def __init__(
        self, address: str, shut_in: bool = True, count: int | None = None, tell: Callable[[str], None] = lambda _: None
    ) -> None:
        self._address, self._tell = address, tell
        self._run, self._is_over, self._is_alone = uuid.uuid4().hex, False, False
        self._gradebook = threading.Lock()  # of one that is a file, the others would wait without a sign, and give up
        self._client = _connect(address)
        try:
            self._examine(shut_in)
            threads = sum(self._client.nthreads().values())
        except BaseException:
            self._client.close()
            raise
        if not self._client.scheduler.address.startswith(("tls://", "wss://")):
            tell(PLAIN.format(address))
        super().__init__(count or AHEAD * max(1, threads), thread_name_prefix="cluster")

    def submit(self, task: Callable[[Job], Outcome], job: Job) -> Future:
        """Grade a submission."""
        assert task is workers.grade
        return super().submit(self._grade, job)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the cluster: when what was submitted is done, or at once where nobody waits for it."""
        if not wait and not self._is_over:
            self._is_over = True
            if self._client.status == "running":
                with suppress(Exception):  # a machine that does not answer grades for nobody
                    self._client.run(remote.stop, self._run, on_error="ignore")
            self._client.close()
        super().shutdown(wait, cancel_futures=cancel_futures)
        self._client.close()

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Leave the cluster."""
        self.shutdown(wait=kind is None, cancel_futures=kind is not None)

    def _examine(self, shut_in: bool) -> None:
        """Raise CourseError unless all machines grade as this one would."""
        from dask import config
        from dask.utils import parse_timedelta

        seconds = parse_timedelta(config.get("distributed.comm.timeouts.connect"), default="seconds")
        try:
            self._client.wait_for_workers(1, timeout=seconds)
        except TimeoutError:
            raise ClusterError(
                f"No worker has joined the scheduler {self._address} within {seconds:g} seconds. On each machine: "
                f"dask worker {self._address} --nthreads 1"
            ) from None
        for machine, found in self._client.run(remote.examine, shut_in, on_error="return").items():
            if isinstance(found, CourseError):
                raise type(found)(f"{machine}: {found}")
            if isinstance(found, Exception):
                raise ClusterError(
                    f"{machine} cannot grade: {type(found).__name__}: {found}. Install the same wheels there as here."
                )
            remote.check(remote.facts(), found, machine)

    def _grade(self, job: Job) -> Outcome:
        """Have a submission graded somewhere, and write its grade."""
        if self._is_over:
            raise CancelledError
        if words := worker.refusal(job.student):
            return Outcome(words, is_kept=False)
        try:
            parcel = self._pack(job)
        except Exception as error:  # one submission must not end the others
            problem = f"{type(error).__name__}: {error}"
            return Outcome(problem, is_doubtful=isinstance(error, CourseError), is_kept=False)
        reply = self._send(parcel)
        if reply.outcome.problem:
            return replace(reply.outcome, is_kept=False)
        try:
            with self._gradebook:
                keep(job, reply)
        except Exception as error:  # nothing of it was written
            return Outcome(f"{type(error).__name__}: {error}", is_doubtful=True, is_kept=False)
        return reply.outcome

    def _pack(self, job: Job) -> Parcel:
        """Note that a submission is being graded, and put all into a parcel that it needs for that."""
        root = Path(job.root)
        with self._gradebook:
            cell = worker.only_cell(root, job.unit, job.student, job.cell)
            with states.gradebook(root) as opened:
                rows = excerpt.take(opened, job.unit, job.student)
            states.begin(root, job.unit, job.student, cell)
        folder = Path("submitted", job.student, job.unit)
        prepare(job.unit, [str(root / folder / f"{job.unit}.ipynb")])  # so no link goes along, and notes stay here
        settings = remote.pack(root, [Path(course.CONFIG_FILE), Path("source", job.unit)], follow=True)
        return Parcel(self._run, job, settings, remote.pack(root, [folder]), rows, remote.facts())

    def _send(self, parcel: Parcel) -> Reply:
        """Wait for what comes of a parcel. Where a machine ends meanwhile, Dask sends it to another one."""
        name = f"grade-{parcel.job.unit}-{uuid.uuid4().hex}"
        try:
            future = self._client.submit(remote.grade, parcel, key=name, pure=False)
            while True:
                try:
                    return future.result(timeout=_LOOK)
                except TimeoutError:
                    if future.done():
                        return future.result()
                    self._look()
        except Exception as error:
            if self._client.status != "running" or isinstance(error, CancelledError):
                self._is_over = True
                raise ClusterError(_LOST.format(self._address)) from error
            raise

    def _look(self) -> None:
        """Say it where no worker is left, once."""
        was_alone, self._is_alone = self._is_alone, not self._client.nthreads()
        if self._is_alone and not was_alone:
            self._tell(_ALONE.format(self._address))


def keep(job: Job, reply: Reply) -> None:
    """Put a graded notebook into its place, and its grade into the gradebook: both or none."""
    root = Path(job.root)
    place = root / "autograded" / job.student / job.unit
    with leftovers.folder(root) as above:
        remote.unpack(reply.files, above / "new")
        graded = above / "new" / place.relative_to(root)
        if not graded.is_dir():
            raise OSError("The machine that graded it sent no graded notebook.")
        with states.gradebook(root) as opened:
            excerpt.merge(opened, job.unit, job.student, reply.rows)
            opened.db.flush()
            place.parent.mkdir(parents=True, exist_ok=True)
            if place.exists():
                place.rename(above / "old")
            graded.rename(place)
            opened.db.commit()


def _connect(address: str) -> Any:
    """Connect to a scheduler, by Dask's own settings."""
    try:
        import dask
        from distributed import Client
    except ModuleNotFoundError as error:
        raise ClusterError(INSTALL) from error
    for name in ("distributed", "distributed.client"):  # what they would say comes as an error of ours
        logging.getLogger(name).setLevel(logging.CRITICAL)
    dask.config.set({"distributed.admin.large-graph-warning-threshold": _MOST_AT_ONCE})
    try:
        return Client(address, set_as_default=False, direct_to_workers=False)
    except (OSError, ValueError, TypeError, RuntimeError) as error:
        said = " ".join(str(error).split())
        raise ClusterError(
            f"The scheduler {address} does not answer: {said}. Is it running (dask scheduler), is this its address, "
            "and for tls://, are Dask's settings for certificates right? docs/deploy.md has an example."
        ) from error

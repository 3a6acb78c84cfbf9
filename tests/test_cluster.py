"""A class is graded on the machines of a Dask cluster: real processes, real networks, and real failures."""

import io
import os
import random
import shutil
import signal
import sys
import tarfile
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from dask_cluster import Cluster, cluster, cut, networks
from nbgrader.api import Gradebook
from tiny_course import answer, cell_of, hand_in, make
from waiting import PATIENCE, until

from rnnstaff import course, states
from rnnstaff.classroom import excerpt, lateness, pool, remote, submissions
from rnnstaff.classroom.cluster import Cluster as Executor
from rnnstaff.classroom.cluster import ClusterError, keep
from rnnstaff.classroom.remote import MismatchError, Reply
from rnnstaff.classroom.workers import Job, Outcome

SLOW = "import time\nstart = time.process_time()\nwhile time.process_time() < start + 1:\n    pass\nthree = 3"
WRONG = "def double(x):\n    return 7"
FOR_EVER = "import time\nwhile True:\n    time.sleep(1)"
CLASS = {f"s{number}": 1 if number % 3 == 1 else 3 for number in range(6)}
LATE = """
from nbgrader.plugins import LateSubmissionPlugin
class HalfAPoint(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return 0.5
c.AssignLatePenalties.plugin_class = HalfAPoint
"""


def hand_in_all(root):
    for student, score in CLASS.items():
        hand_in(root, student, answer("three", SLOW) if score == 3 else answer("double", WRONG))


def holds(root, said):
    """Each grade is there once, and is right."""
    assert submissions.scores(root, "tiny") == CLASS, said
    assert {standing.state for standing in states.of_all(root, "tiny").values()} == {states.GRADED}
    assert not any(submissions.flags_of_all(root, "tiny").values()), said
    with Gradebook(os.environ.get("RNNCOURSE_DB", f"sqlite:///{root}/gradebook.db")) as gradebook:
        found = Counter(one.student_id for one in gradebook.find_assignment("tiny").submissions)
    assert found == dict.fromkeys(CLASS, 1)
    assert len(list(root.glob("autograded/*/tiny/tiny.ipynb"))) == len(CLASS)
    assert list(root.glob("rnn-*")) == []


def give(root, student, cell, manual, comment):
    """Give points and a comment by hand."""
    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        grade = gradebook.find_grade(cell, "tiny", "tiny", student)
        grade.manual_score, grade.needs_manual_grade = manual, False
        gradebook.find_comment("double", "tiny", "tiny", student).manual_comment = comment
        gradebook.db.commit()


def everything(root):
    """All that grading leaves, without what is another each time."""
    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        grades = {
            (grade.student.id, grade.name): (
                grade.auto_score, grade.manual_score, grade.extra_credit, grade.needs_manual_grade, grade.max_score,
            )
            for submission in gradebook.find_assignment("tiny").submissions
            for notebook in submission.notebooks for grade in notebook.grades
        }  # fmt: skip
        comments = {
            (comment.student.id, comment.name): (comment.auto_comment, comment.manual_comment)
            for submission in gradebook.find_assignment("tiny").submissions
            for notebook in submission.notebooks for comment in notebook.comments
        }  # fmt: skip
        times = {
            one.student_id: (one.timestamp, one.extension, [book.late_submission_penalty for book in one.notebooks])
            for one in gradebook.find_assignment("tiny").submissions
        }
        names = {one.id: (one.first_name, one.last_name, one.email) for one in gradebook.students}
        rows = [row | {"process": ""} for name in sorted(names) for row in states.rows(gradebook, "tiny", name)]
    files = {
        path.relative_to(root).as_posix(): (path.stat().st_mode, path.stat().st_size if path.suffix != ".ipynb" else 0)
        for folder in ("submitted", "autograded")
        for path in (root / folder).rglob("*")
    }
    cells = {
        path.parent.parent.name: [
            (cell.id, cell.source, [(one.get("text"), one.get("data")) for one in cell.get("outputs", [])])
            for cell in course.read(path).cells
        ]
        for path in root.glob("autograded/*/tiny/tiny.ipynb")
    }
    standings = states.of_all(root, "tiny")
    return grades, comments, times, names, rows, files, cells, standings


def test_what_is_sent_is_of_one_student_and_a_merge_keeps_what_came_by_hand(tmp_path, sandboxed):
    root = make(tmp_path / "course")
    for student in ("ann", "bob"):
        hand_in(root, student)
    course.nbgrader(root, "db", "student", "add", "ann", "--first-name=Annabella", "--email=ann@example.org")
    assert pool.autograde(root, "tiny", names=["ann", "bob"]) == {}
    give(root, "ann", "test-double", 0.5, "a look")
    with states.gradebook(root) as opened:
        rows = excerpt.take(opened, "tiny", "ann")
    assert "test-double" in str(rows)
    for secret in ("bob", "Annabella", "example.org"):
        assert secret not in str(rows)
    excerpt.write(rows, tmp_path / "there.db")
    assert excerpt.read(tmp_path / "there.db", "tiny", "ann") == rows
    with Gradebook(excerpt.url(tmp_path / "there.db")) as there:
        there.find_grade("test-double", "tiny", "tiny", "ann").auto_score = 1.25
        there.find_grade("test-double", "tiny", "tiny", "ann").needs_manual_grade = True
        there.db.commit()
    graded = excerpt.read(tmp_path / "there.db", "tiny", "ann")
    give(root, "ann", "test-double", 0.75, "another look")  # meanwhile
    with states.gradebook(root) as opened:
        excerpt.merge(opened, "tiny", "ann", graded)
        opened.db.commit()
        grade = opened.find_grade("test-double", "tiny", "tiny", "ann")
        assert (grade.auto_score, grade.manual_score, grade.needs_manual_grade) == (1.25, 0.75, False)
        assert opened.find_comment("double", "tiny", "tiny", "ann").manual_comment == "another look"
        assert opened.find_student("ann").first_name == "Annabella"
        assert opened.find_submission("tiny", "bob").score == 3


def test_an_archive_keeps_permissions_and_leads_nowhere_else(tmp_path):
    here = tmp_path / "here"
    (here / "folder").mkdir(parents=True)
    (here / "folder" / "é\udcff.txt").write_text("1")
    (here / "folder" / "é\udcff.txt").chmod(0o444)
    (here / "folder" / "link").symlink_to("/etc/passwd")
    packed = remote.pack(here, [Path("folder")])
    stream = io.BytesIO(packed)
    with tarfile.open(fileobj=stream, mode="a") as archive:  # as a machine that is not to be trusted may send it
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE):
            link = tarfile.TarInfo(f"folder/{kind.decode()}")
            link.type, link.linkname = kind, "link"
            archive.addfile(link)
    remote.unpack(stream.getvalue(), tmp_path / "there")
    (found,) = (tmp_path / "there" / "folder").iterdir()
    assert (found.name, found.read_text(), found.stat().st_mode & 0o777) == ("é\udcff.txt", "1", 0o444)
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("../up"))
    with pytest.raises(tarfile.OutsideDestinationError):
        remote.unpack(stream.getvalue(), tmp_path / "there")


def test_a_grade_is_written_whole_or_not_at_all(tmp_path, sandboxed):
    root, job = make(tmp_path), Job(str(tmp_path), "tiny", "ann")
    hand_in(root, "ann")
    assert pool.autograde(root, "tiny") == {}
    with states.gradebook(root) as opened:
        graded = excerpt.take(opened, "tiny", "ann")
    reply = Reply(Outcome(), remote.pack(root, [Path("autograded/ann/tiny")]), graded)
    states.begin(root, "tiny", "ann")
    shutil.rmtree(root / "autograded" / "ann")
    (root / "autograded" / "ann").touch()  # so there is no place for the graded notebook
    with pytest.raises(OSError, match="ann"):
        keep(job, reply)
    with states.gradebook(root) as opened:
        assert opened.find_submission("tiny", "ann").score == 0
    assert states.of(root, "tiny", "ann").state == states.BEING_GRADED
    (root / "autograded" / "ann").unlink()
    keep(job, reply)
    assert submissions.scores(root, "tiny") == {"ann": 3}
    assert (root / "autograded" / "ann" / "tiny" / "tiny.ipynb").is_file()
    assert list(root.glob("rnn-*")) == []


def test_a_reply_that_is_not_of_this_submission_changes_nothing(tmp_path, sandboxed):
    root, job = make(tmp_path / "course"), Job(str(tmp_path / "course"), "tiny", "ann")
    for student in ("ann", "bob"):
        hand_in(root, student)
    assert pool.autograde(root, "tiny") == {}
    before = (root / "autograded" / "ann" / "tiny" / "tiny.ipynb").read_bytes()
    files = remote.pack(root, [Path("autograded/ann/tiny")])
    with states.gradebook(root) as opened:
        graded, others = (excerpt.take(opened, "tiny", student) for student in ("ann", "bob"))
    better = [row | {"auto_score": 99} for row in graded["grade"]]
    for reply in (
        Reply(Outcome(), files, graded | {"state": others["state"]}),
        Reply(Outcome(), files, graded | {"state": [graded["state"][0] | {"flags": '"x"'}]}),
        Reply(Outcome(), files, graded | {"grade": better}),
        Reply(Outcome(), remote.pack(root, [Path("release")]), graded),
    ):
        with pytest.raises((ValueError, OSError), match="machine"):
            keep(job, reply)
    assert submissions.scores(root, "tiny") == {"ann": 3, "bob": 3}
    assert (root / "autograded" / "ann" / "tiny" / "tiny.ipynb").read_bytes() == before


def test_what_the_instructor_linked_goes_along_and_without_settings_nothing_is_graded(tmp_path, sandboxed):
    root = make(tmp_path / "course")
    (root / course.CONFIG_FILE).rename(tmp_path / "settings.py")
    (root / course.CONFIG_FILE).symlink_to(tmp_path / "settings.py")
    remote.unpack(remote.pack(root, [Path(course.CONFIG_FILE)], follow=True), tmp_path / "there")
    assert (tmp_path / "there" / course.CONFIG_FILE).read_bytes() == (tmp_path / "settings.py").read_bytes()
    job, empty = Job(str(root), "tiny", "ann"), remote.pack(root, [])
    parcel = remote.Parcel("run", job, empty, empty, {}, remote.facts())
    with pytest.raises(FileNotFoundError):
        remote.grade(parcel)


def test_where_dask_is_not_installed_the_command_to_install_it_is_said(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"uv pip install 'rnnstaff\[cluster\]'"):
        Executor("tls://127.0.0.1:1")


def test_another_version_another_setting_or_no_data_is_named():
    facts = remote.facts()
    remote.check(facts, dict(facts), "machine")
    other = facts | {"keras": "3.0", "MNIST": "not at all"}
    with pytest.raises(MismatchError, match=rf"machine would .*keras is 3.0, and here {facts['keras']}; MNIST is"):
        remote.check(facts, other, "machine")


@pytest.fixture(scope="module")
def machines(sandboxed):
    """A cluster of two machines for several tests; each takes nothing away from it."""
    with cluster() as one:
        yield one


@pytest.mark.slow
def test_grades_are_those_of_grading_here(tmp_path, machines: Cluster):
    here = make(tmp_path / "here", LATE)
    hand_in(here, "right")
    (hand_in(here, "linked", answer("double", WRONG)) / "é\x1b[2J").symlink_to("nothing")
    hand_in(here, "blank", lambda notebook: cell_of(notebook, "double").update(source="    pass"))
    (hand_in(here, "late") / "timestamp.txt").write_text("2026-03-02 12:00:00 UTC")
    shutil.move(here / "submitted/late/tiny/tiny.ipynb", here / "submitted/late/tiny/mine.ipynb")
    hand_in(here, "bad[name]")
    (here / "submitted" / "right" / "tiny" / "extra").mkdir()
    (here / "submitted" / "right" / "tiny" / "extra" / "notes.txt").write_text("notes")
    course.nbgrader(here, "db", "assignment", "add", "tiny", "--duedate=2026-03-01 12:00:00 UTC")
    course.nbgrader(here, "db", "student", "add", "right", "--first-name=Rita")
    there = tmp_path / "there"
    shutil.copytree(here, there, symlinks=True)
    for round_, cell in enumerate(["", "", "test-three"]):
        for root in (here, there):
            if round_ == 1:
                give(root, "right", "test-double", 1.5, "by hand")
                give(root, "linked", "test-double", 1, "by hand too")
                hand_in(root, "linked", answer("three", "three = 4"))
            if round_ == 2:
                hand_in(root, "late", answer("three", "three = 5"))
        assert set(pool.autograde(here, "tiny", cell=cell)) == {"bad[name]"}
        lateness.refresh(here, "tiny")
        status, said = machines.grade(there, "--all", *(["--cell", cell] if cell else []))
        assert status == 1, said  # because of the name
        assert "Rename this folder" in said
        for ours, theirs in zip(everything(there), everything(here), strict=True):
            assert ours == theirs
    assert submissions.scores(there, "tiny") == {"blank": 1, "late": 2, "linked": 2, "right": 3}
    assert not [path for machine in machines.machines for path in machine.folder.rglob("not-this-one.db")]


@pytest.mark.slow
def test_a_machine_that_would_grade_in_another_way_is_named(tmp_path, machines: Cluster):
    root = make(tmp_path / "course")
    hand_in(root, "ann")
    other = machines.add("other", RNNCOURSE_BUDGET="full")
    try:
        other.says("Registered to")
        status, said = machines.grade(root)
    finally:
        other.kill()
        machines.machines.remove(other)
    assert status == 1
    assert f"RNNCOURSE_BUDGET is full, and here {os.environ['RNNCOURSE_BUDGET']}" in " ".join(said.split())
    assert "Traceback" not in said
    assert states.of(root, "tiny", "ann").state == states.HANDED_IN


@pytest.mark.slow
def test_ctrl_c_ends_what_runs_elsewhere(tmp_path, machines: Cluster):
    root = make(tmp_path / "course")
    for number in range(3):
        hand_in(root, f"s{number}", answer("three", FOR_EVER))
    process = machines.begin(root)
    for machine in machines.machines:
        machine.begins_to_grade()
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130, said
    assert "Stopped after 0 of 3." in said
    for machine in machines.machines:
        graders = f"HOME={machine.folder}".encode()

        def found(graders=graders):
            return [
                path
                for path in Path("/proc").glob("[0-9]*")
                if b"rnnstaff.classroom.worker" in read(path / "cmdline") and graders in read(path / "environ")
            ]

        until(lambda found=found: not found(), "nothing is graded there any more")


def read(path):
    try:
        return path.read_bytes()
    except OSError:
        return b""


@pytest.mark.slow
def test_a_machine_that_dies_in_the_middle_costs_nothing(tmp_path, sandboxed):
    root = make(tmp_path / "course")
    hand_in_all(root)
    with cluster() as machines:
        process = machines.begin(root)
        machines.machines[0].begins_to_grade()
        machines.machines[0].kill()
        said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, said
    holds(root, said)


@pytest.mark.nightly
def test_a_machine_whose_cable_is_pulled_in_the_middle_costs_nothing_and_none_sees_the_course(tmp_path, sandboxed):
    root = make(tmp_path / "course")
    hand_in_all(root)
    with networks(("head", "left", "right"), hidden=root) as before:
        seconds = {"DASK_DISTRIBUTED__COMM__TIMEOUTS__TCP": "12s"}
        with cluster(host="10.99.0.1", before=list(before.values()), **seconds) as machines:
            process = machines.begin(root)
            machines.machines[0].begins_to_grade()
            cut(before["left"])
            said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, said
    holds(root, said)


@pytest.mark.nightly
def test_a_scheduler_that_dies_is_named_and_what_was_graded_stays(tmp_path, sandboxed):
    root = make(tmp_path / "course")
    hand_in_all(root)
    with cluster(DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT="3s") as machines:
        process = machines.begin(root)
        next(line for line in process.stdout if "1/6" in line)
        machines.scheduler.kill()
        said, _ = process.communicate(timeout=PATIENCE)
        assert process.returncode == 1
        assert f"The connection to the scheduler {machines.address} was lost." in " ".join(said.split())
        assert "Traceback" not in said
        status, said = machines.grade(root)
        assert status == 1
        assert "does not answer" in said
    before = {name: one for name, one in states.of_all(root, "tiny").items() if one.state == states.GRADED}
    assert before
    assert {name: submissions.scores(root, "tiny")[name] for name in before} == {name: CLASS[name] for name in before}
    assert pool.autograde(root, "tiny", names=CLASS.keys() - before) == {}
    holds(root, said)


@pytest.mark.slow
def test_a_scheduler_without_machines_is_told(tmp_path, sandboxed):
    root = make(tmp_path / "course")
    hand_in(root, "ann")
    with cluster(before=[()], DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT="3s") as machines:
        status, said = machines.grade(root)
    assert status == 1
    assert f"No worker has joined the scheduler {machines.address} within 3 seconds." in " ".join(said.split())
    assert states.of(root, "tiny", "ann").state == states.HANDED_IN


@pytest.fixture(scope="module")
def fragile(sandboxed):
    """A cluster of which machines are taken away; each has to be replaced."""
    with cluster() as one:
        yield one


def kill_something(victim, rng, machines, process, server):
    """Kill it, as the power, the memory, or an administrator does."""
    machine = rng.choice(machines.machines)
    if victim == "a machine":
        machine.kill()
        machines.machines.remove(machine)
    elif victim == "a program" and (numbers := [one for one in machine.programs() if one != machine.process.pid]):
        with suppress(ProcessLookupError):
            os.kill(rng.choice(numbers), signal.SIGKILL)
    elif victim == "the gradebook's server":
        server.stop()
        server.start()
    elif victim == "the command":
        process.kill()


VICTIMS = ("a machine", "a program", "the gradebook's server", "the command", "a program")


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(50))
def test_fifty_kills_at_random_moments_lose_no_grade(fragile, server, seed, tmp_path, monkeypatch):
    rng, victim = random.Random(seed), VICTIMS[seed % len(VICTIMS)]
    root = make(tmp_path / "course")
    monkeypatch.setenv("RNNCOURSE_DB", server.make(f"kills_{seed}"))
    course.nbgrader(root, "generate_assignment", "tiny")
    hand_in_all(root)
    process = fragile.begin(root)
    begun = f"{rng.randrange(6)}/6"
    next(line for line in process.stdout if begun in line)
    time.sleep(rng.random())  # a moment that no event tells
    kill_something(victim, rng, fragile, process, server)
    said, _ = process.communicate(timeout=PATIENCE)
    status = process.returncode
    if len(fragile.machines) < 2:
        fragile.add(f"machine-of-{seed}").says("Registered to")
    for _ in range(3):  # what could not be graded is named, and the next run grades it
        if status == 0:
            break
        status, more = fragile.grade(root)
        said += more
    assert status == 0, said
    holds(root, f"{victim}: {said}")

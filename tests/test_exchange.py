"""nbgrader's exchange between users of one machine: what a student finds of another's work, and puts in others' way."""

import re
import shutil
from pathlib import Path

import pytest
from machine_users import people
from nbformat import writes
from tiny_course import SECRET, answer, make

from rnnstaff import states
from rnnstaff.classroom import submissions
from rnnstaff.demo import sample_class

ROOT = Path(__file__).parent.parent
EDITION = ROOT / "rnnstaff" / "authoring" / "edition" / "nbgrader_config.py"


@pytest.fixture
def machine():
    """An instructor with a released course, and students who have fetched it."""
    with people("prof", "ada", "ben", "chen") as (prof, *students):
        prof.exchange.mkdir()
        prof.exchange.chmod(0o1777)
        root = make(prof.home / "course")
        prof.owns(root)
        # A careful instructor and a careful student hide what they write.
        prof.does("nbgrader", "release_assignment", "tiny", where=root, umask="077")
        for student in students:
            shutil.copy(EDITION, student.home)
            student.owns(student.home)
            student.does("nbgrader", "fetch_assignment", "tiny", umask="077")
        yield prof, root, *students


def write(root, student, change=lambda notebook: None):
    notebook = sample_class.answered(root, "tiny")
    change(notebook)
    (student.home / "work" / "release" / "tiny" / "tiny.ipynb").write_text(writes(notebook))


def test_a_round_of_which_another_student_sees_nothing(machine, sandboxed):
    prof, root, ada, ben, _ = machine
    inbound, feedback = prof.exchange / "rnncourse" / "inbound", prof.exchange / "rnncourse" / "feedback"
    write(root, ada)
    ada.does("nbgrader", "submit", "tiny", umask="077")
    prof.does("nbgrader", "collect", "tiny", where=root)
    prof.does("rnncourse", "grade", "tiny", where=root)
    prof.does("nbgrader", "generate_feedback", "tiny", where=root, umask="077")
    prof.does("nbgrader", "release_feedback", "tiny", where=root, umask="077")

    ada.does("nbgrader", "fetch_feedback", "tiny")
    (page,) = ada.home.glob("work/release/tiny/feedback/*/tiny.html")
    assert "<strong>3</strong> of 3 points" in ada.does("cat", page)
    assert SECRET not in page.read_text()

    assert ada.name not in ben.does("nbgrader", "list", "--inbound")
    assert "tiny" not in ben.does("nbgrader", "list", "--cached").partition("Submitted")[2]
    (theirs,) = inbound.iterdir()
    assert re.fullmatch(rf"{ada.name}\+tiny\+[^+]+\+[\w=-]{{12}}", theirs.name)  # the end is random
    for words in (
        ["ls", inbound],
        ["ls", feedback],
        ["find", inbound],
        ["find", feedback],
        ["cat", page],
        ["ls", ada.home],
        ["ls", root],
        ["mv", inbound, f"{inbound}-2"],
        ["rm", "-r", feedback],
        ["mv", prof.exchange / "rnncourse", prof.exchange / "another"],  # with one of their own in its place
    ):
        result = ben.run(*words)
        assert result.returncode, words
        assert "Permission denied" in result.stdout or "not permitted" in result.stdout, result.stdout
    # What remains, as docs/instructor.md says: who knows the whole name can read it.
    assert "double" in ben.does("cat", theirs / "tiny.ipynb")


PLANT = """\
set -e
submission() {{ mkdir "$1"; cp work/*/tiny/tiny.ipynb "$1"; echo "2020-01-01 00:00:00 UTC" > "$1/timestamp.txt"; }}
cd ~
submission "{inbound}/{ada}+tiny+2030-01-01 00:00:00 UTC+forged"
submission "{inbound}/{ben}+tiny+no time at all+x"
submission "{inbound}/..+tiny+2030-01-01 00:00:00 UTC+x"
submission "{inbound}/"$'{ben}\\e[2J+tiny+2030-01-01 00:00:00 UTC+x'
ln -s {root}/source/tiny "{inbound}/{ben}+tiny+2031-01-01 00:00:00 UTC+link"
mine="{inbound}/{ben}+tiny+2021-01-01 00:00:00 UTC+mine"
submission "$mine"
ln -s {root}/gradebook.db "$mine/stolen.db"
ln -s {root}/source "$mine/source"
ln -s tiny.ipynb "$mine/own"
mkfifo "$mine/pipe"
head -c 1000 /dev/urandom > "$mine/submission_secret.txt"
ln {shared} "$mine/hard" || cp {shared} "$mine/hard"
echo secret > "$mine/unreadable"
chmod 000 "$mine/unreadable"
truncate -s 300M "$mine/zz-large"
d="$mine"; for n in $(seq 60); do d="$d/d"; mkdir "$d"; done; echo deep > "$d/deep"
"""


def test_what_a_student_plants_reaches_nobody_and_stops_nobody(machine, sandboxed):
    prof, root, ada, ben, chen = machine
    inbound = prof.exchange / "rnncourse" / "inbound"
    write(root, ada)
    write(root, ben, answer("three", "three = 4"))
    for student in (ada, chen):
        student.does("nbgrader", "submit", "tiny")
    shared = prof.home.parent / "shared"
    shared.write_text("the instructor's")
    prof.owns(shared)
    shared.chmod(0o666)  # Linux lets Ben make a hard link to it
    plant = PLANT.format(inbound=inbound, ada=ada.name, ben=ben.name, root=root, shared=shared)
    ben.does("bash", "-c", plant)
    (closed,) = inbound.glob(f"{chen.name}+*")
    chen.does("chmod", "000", closed)

    result = prof.run("nbgrader", "collect", "tiny", where=root)
    said = result.stdout
    assert result.returncode
    assert f"1 submissions were not collected: {chen.name}. Collect once more." in said
    chen.does("chmod", "755", closed)
    prof.does("nbgrader", "collect", "tiny", where=root)
    assert {path.name for path in (root / "submitted").iterdir()} == {ada.name, ben.name, chen.name}
    theirs = root / "submitted" / ben.name / "tiny"
    taken = {path.relative_to(theirs).as_posix() for path in theirs.rglob("*") if path.is_file()}
    assert not any(path.is_symlink() for path in theirs.rglob("*"))
    notes = {name for name in taken if name.endswith(".taken-away")}
    assert taken - notes == {"tiny.ipynb", "timestamp.txt", "submission_secret.txt"}
    assert {name.removesuffix(".taken-away") for name in notes} == {
        "stolen.db", "source", "own", "pipe", "hard", "unreadable", "zz-large", "d"
    }  # fmt: skip
    assert said.count("Not collected: ") == 5  # with Chen's; nbgrader does not look at what begins with a dot
    assert f"belongs to {ben.name}, who is not {ada.name}" in said
    assert "\x1b[2J" not in said
    assert "says that it was handed in at 2021-01-01 00:00 UTC, and was changed at 20" in said
    assert (theirs / "timestamp.txt").read_text() == "2021-01-01 00:00:00 UTC\n"  # and not as the file said

    prof.does("rnncourse", "grade", "tiny", where=root)
    assert submissions.scores(root, "tiny") == {ada.name: 3, ben.name: 2, chen.name: 0}
    assert "source was removed: it was a link." in states.of(root, "tiny", ben.name).flags
    prof.does("nbgrader", "generate_feedback", "tiny", where=root)
    assert f"give the feedback by hand to: {ben.name}" in prof.does("nbgrader", "release_feedback", "tiny", where=root)
    ada.does("nbgrader", "fetch_feedback", "tiny")
    assert list(ada.home.glob("work/release/tiny/feedback/*/tiny.html"))

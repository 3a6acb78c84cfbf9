"""A zip from an LMS, by ``nbgrader zip_collect``: each file finds its student, and no file does harm."""

import os
import stat
import subprocess
import sys
import time
import unicodedata
import zipfile
from functools import partial

import pytest
from lms_archive import NEW, OLD, archive
from nbformat import writes
from tiny_course import answer, grades, make

from rnnstaff import course, states
from rnnstaff.classroom import submissions
from rnnstaff.demo import sample_class

NFD = partial(unicodedata.normalize, "NFD")
ROSTER = """\
id,first_name,last_name,email,lms_user_id
ada,Ada,Lovelace,ada@example.org,
zoe,Zoë,Müller-Lüdenscheidt,,
wang,小明,王,,
devi,सीता,देवी,,
sati,सती,देवी,,
rene,{},Dupont,,
ben,Ben,Smith,,5001
bob,Ben,Smith,,5002
eve,Eve,Moneypenny,,
late,Lou,Late,,12
zip,Zip,Packer,,
two,Twice,Tried,,
none,No,Notebook,,
"""


def notebook(root, score=3):
    """A tiny assignment that scores this, as bytes."""
    book = sample_class.answered(root, "tiny")
    if score == 2:
        answer("double", "def double(x):\n    return 2")(book)
    if score == 0:
        answer("double", "")(book)
        answer("three", "")(book)
    return writes(book).encode()


def download(root, name, files, when=NEW):
    """Put an archive of an LMS, of files by name, where the instructor puts it."""
    path = root / "downloaded" / "tiny" / "archive" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(archive(files, when))
    modified = time.mktime((*when, 0, 0, -1))
    os.utime(path, (modified, modified))
    return path


def collect(root, *options):
    """Collect by the real command, and give what it says and the list that it writes."""
    command = [sys.executable, "-P", "-m", "nbgrader", "zip_collect", *options, "tiny"]
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    taken, left = (root / "downloaded" / "tiny" / "collected.txt").read_text().split("\n\n")
    return result.stderr, taken.splitlines()[1:], left.splitlines()[1:]


@pytest.fixture
def root(tmp_path):
    root = make(tmp_path / "course")
    (root / "roster.csv").write_text(ROSTER.format(NFD("René")), encoding="utf-8")
    course.nbgrader(root, "db", "student", "import", "roster.csv")
    return root


def test_a_class_from_moodle_is_collected_and_graded(root, sandboxed):
    right, half = notebook(root), notebook(root, 2)
    inner = archive({"work/tiny.ipynb": right, "__MACOSX/work/._tiny.ipynb": b"\0", "work/data.csv": b"1"})
    folder = "{}_{}_assignsubmission_file_/{}".format
    flat = "{}_{}_assignsubmission_file_{}".format
    download(root, "RNN-Tiny-4567.zip", {
        flat("Ada Lovelace", 101, "tiny.ipynb"): right,
        folder(NFD("Zoë Müller-Lüdenscheidt"), 102, "tiny.ipynb"): right,
        folder("René Dupont", 110, "tiny.ipynb"): right,
        folder("王 小明", 103, "tiny (1).ipynb"): right,
        folder("Group A-सीता देवी", 104, "my answers.ipynb"): half,  # renamed: found by its cells
        folder("Ben Smith", 5001, "tiny.ipynb"): half,  # two of one name, and with numbers
        folder("Ben Smith", 5002, "tiny.ipynb"): right,
        flat("Zip Packer", 105, "all.zip"): inner,
        folder("Twice Tried", 106, "tiny.ipynb"): right,
        folder("No Notebook", 107, "answers.pdf"): b"%PDF",
        folder("Nobody Known", 108, "tiny.ipynb"): right,
        "readme.ipynb": right,
        # Mallory writes what others are called into the names that are hers
        folder("Eve Moneypenny", 109, "Ada Lovelace_101_assignsubmission_file_/tiny.ipynb"): notebook(root, 0),
    })  # fmt: skip
    download(root, "RNN-Tiny-4567 (older).zip", {folder("Twice Tried", 106, "final.ipynb"): half}, OLD)
    _, taken, left = collect(root)
    who = {line.split(":")[0] for line in taken}
    assert who == {"ada", "zoe", "rene", "wang", "devi", "ben", "bob", "zip", "two", "eve"}
    assert [sum(words in line for line in left) for words in (
        "RNN-Tiny-4567 (older).zip/Twice Tried_106_assignsubmission_file_/final.ipynb: two handed in again.",
        "answers.pdf: it is not a notebook; there is none from none.",
        "nobody in the gradebook is called Nobody Known. Correct the roster",
        "readme.ipynb: no rule fits this name",
        "data.csv: it is not a notebook.",
    )] == [1] * 5  # fmt: skip
    assert len(left) == 5
    assert grades(root) == {
        "ada": 3, "zoe": 3, "rene": 3, "wang": 3, "devi": 2, "ben": 2, "bob": 3, "zip": 3, "two": 3, "eve": 0
    }  # fmt: skip
    flags = submissions.flags_of_all(root, "tiny")
    assert flags.pop("devi") == ["The notebook was handed in as my answers.ipynb."]
    assert not any(flags.values())


def test_a_class_from_canvas_is_collected_and_graded_once_more_when_it_hands_in_again(root, sandboxed):
    right, half = notebook(root), notebook(root, 2)
    first = {
        "lovelaceada_11_67890_tiny-1.ipynb": half,
        "lovelaceada_11_67000_tiny.ipynb": notebook(root, 0),  # an attempt before
        "latelou_LATE_12_67891_tiny.ipynb": right,
        "smithben_5002_67892_tiny.ipynb": right,  # the number counts, not the name
        "王小明_13_67893_tiny.ipynb": right,
        "packerzip_14_67894_all.zip": archive({"smithben_5001_1_tiny.ipynb": half}),  # a name for somebody else
        "smithben_9999_67895_tiny.ipynb": right,  # which one?
    }
    download(root, "submissions.zip", first, OLD)
    said, taken, left = collect(root)
    assert {line.partition(":")[0] for line in taken} == {"ada", "late", "bob", "wang", "zip"}
    assert [line for line in taken if "(late, says the LMS)" in line] == [
        "late: submissions.zip/latelou_LATE_12_67891_tiny.ipynb (late, says the LMS)"
    ]
    assert "lovelaceada_11_67000_tiny.ipynb: ada handed in again." in left[1] + left[0]
    assert any("smithben_9999" in line and "nobody in the gradebook has the number 9999" in line for line in left)
    assert len(left) == 2
    assert "Not collected: submissions.zip/smithben_9999_67895_tiny.ipynb" in said
    assert grades(root) == {"ada": 2, "late": 3, "bob": 3, "wang": 3, "zip": 2}

    download(root, "submissions (1).zip", first | {"lovelaceada_11_70001_tiny-2.ipynb": right})
    collect(root, "--force")
    assert states.of(root, "tiny", "ada").state == states.GRADED_OLDER
    assert states.of(root, "tiny", "wang").state == states.GRADED  # the same as before
    assert grades(root)["ada"] == 3


def test_who_takes_the_name_of_another_takes_no_place(root):
    folder = "Ada Lovelace_{}_assignsubmission_file_/tiny.ipynb".format
    download(root, "moodle.zip", {folder(98): notebook(root), folder(99): notebook(root, 0)})
    _, taken, left = collect(root)
    assert taken == []
    assert len([line for line in left if "98 and 99 are both called like ada" in line]) == 2
    course.nbgrader(root, "db", "student", "add", "ada", "--first-name=Ada", "--last-name=Lovelace", "--lms-user-id=98")
    _, taken, left = collect(root, "--force")
    assert [taken, len(left)] == [[f"ada: moodle.zip/{folder(98)}"], 1]


def test_other_systems_name_a_folder_or_a_file_after_a_student(root):
    download(root, "by-mail.zip", {"ada@example.org/tiny.ipynb": b"{}", "Late, Lou/x/tiny.ipynb": b"{}"})
    download(root, "eve.zip", {"ada/tiny.ipynb": b"{}"})  # Eve's, whatever is in it
    loose = root / "downloaded" / "tiny" / "archive"
    (loose / "wang.ipynb").write_text("{}")
    (loose / "Mallory (mal)" / "ada").mkdir(parents=True)
    (loose / "Mallory (mal)" / "ada" / "tiny.ipynb").write_text("{}")
    _, taken, left = collect(root)
    assert {line.partition(":")[0] for line in taken} == {"ada", "late", "eve", "wang"}
    assert (root / "submitted" / "wang" / "tiny" / "tiny.ipynb").is_file()
    assert [line.partition(":")[0] for line in left] == ["Mallory (mal)/ada/tiny.ipynb"]


def test_an_instructor_can_name_a_rule_of_nbgraders(root):
    with (root / course.CONFIG_FILE).open("a") as config:
        config.write('c.FileNameCollectorPlugin.named_regexp = r".*/Tiny_(?P<student_id>\\w+)_attempt_.*"\n')
    download(root, "blackboard.zip", {"Tiny_ada_attempt_2026-11-20-12-00-00_tiny.ipynb": b"{}"})
    assert collect(root)[1] == ["ada: blackboard.zip/Tiny_ada_attempt_2026-11-20-12-00-00_tiny.ipynb"]


def entry(name, mode=0o644):
    info = zipfile.ZipInfo(name, NEW)
    info.external_attr = mode << 16
    return info


@pytest.mark.skipif(os.name == "nt", reason="Windows has other names and links")
def test_nothing_of_an_archive_leads_out_of_it_or_fills_the_disk(root):
    secret = root / "source" / "tiny" / "tiny.ipynb"
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    mine = "Ada Lovelace_1_assignsubmission_file_/{}".format
    large = b" " * (51 * 2**20)
    many = {f"{number}.csv": b"" for number in range(2500)}
    nested = archive({"tiny.ipynb": b"{}"})
    for _ in range(4):
        nested = archive({"more.zip": nested})
    files = {
        mine("tiny.ipynb"): notebook(root),
        mine("../../../../../../source/tiny/tiny.ipynb"): b"stolen",
        "/etc/rnn-course-test": b"stolen",
        "C:\\rnn-course-test": b"stolen",
        "..\\..\\..\\rnn-course-test": b"stolen",
        entry(mine("link.ipynb"), stat.S_IFLNK | 0o777): str(secret).encode(),
        mine("large.ipynb"): large,
        mine("large.zip"): archive({"large.ipynb": large}),
        mine("nested.zip"): nested,
        mine("broken.zip"): b"PK\x03\x04 no archive",
        mine("\x1b[2J\x9b.csv"): b"",
        mine("x" * 300 + ".ipynb"): b"{}",
        mine("/".join("abcdefghij" * 6) + "/deep.ipynb"): b"{}",
        "Eve Moneypenny_2_assignsubmission_file_/many.zip": archive(many | {"tiny.ipynb": b"{}"}),
    }  # fmt: skip
    path = download(root, "moodle.zip", files)
    (path.parent / "linked.ipynb").symlink_to(secret)
    (path.parent / "broken.zip").write_bytes(b"PK")
    said, taken, left = collect(root)
    assert {line.partition(":")[0] for line in taken} == {"ada", "eve"}
    assert {path: path.read_bytes() for path in before if path.name != ".nbgrader.log"} == {
        path: data for path, data in before.items() if path.name != ".nbgrader.log"
    }
    assert not [line for line in (*left, *said.splitlines()) if not line.isprintable()]
    of = {words: [line for line in left if words in line] for words in (
        "leads out of the archive", "it is a link", "larger than 50 MiB", "in too many archives",
        "cannot be read as a zip archive", "File name too long", "nested too deep", "more than 2,000 files",
    )}  # fmt: skip
    assert {words: len(lines) for words, lines in of.items()} == {
        "leads out of the archive": 4, "it is a link": 2, "larger than 50 MiB": 2, "in too many archives": 1,
        "cannot be read as a zip archive": 2, "File name too long": 1, "nested too deep": 1, "more than 2,000 files": 1,
    }  # fmt: skip
    assert sum(path.stat().st_size for path in (root / "downloaded" / "tiny" / "extracted").rglob("*")) < 2**20
    assert [path.name for path in (root / "submitted" / "ada" / "tiny").iterdir()] == ["tiny.ipynb"]

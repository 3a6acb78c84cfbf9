"""Kernels that a parent forks: each as if it were the first, and the way without where a system forbids them."""

import os
import shutil
import subprocess

import pytest
from tiny_course import answer, grades, hand_in, make

from rnnstaff import course
from rnnstaff.classroom import submissions
from rnnstaff.running import sandbox, zygotes

LEAVES = """\
import os, random, numpy as np, tempfile
three = 3
places = ("/tmp", "/dev/shm", os.path.expanduser("~"))
found = [place for place in places if os.path.exists(f"{place}/left")]
for place in places:
    open(f"{place}/left", "w").close()
is_forked = "zygote.py" in open("/proc/self/cmdline").read()
print("FOUND", found, "RANDOM", np.random.rand(), random.random(), "PARENT", os.getppid(), "FORKED", is_forked)"""


def printed(root, student):
    text = (root / "autograded" / student / "tiny" / "tiny.ipynb").read_text()
    return text[text.index("FOUND") :].split("\\n")[0]


@pytest.mark.parametrize("warm", [False, True], ids=["cold", "warm"])
def test_a_kernel_finds_nothing_of_the_one_before_it(tmp_path, sandboxed, monkeypatch, warm):
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    root = make(tmp_path)
    for student in ("ann", "ben"):
        hand_in(root, student, answer("three", f"{'import keras' if warm else ''}\n{LEAVES}"))
    assert grades(root) == {"ann": 3, "ben": 3}
    lines = [printed(root, student) for student in ("ann", "ben")]
    assert all(line.startswith("FOUND [] ") and line.endswith("PARENT 1 FORKED True") for line in lines)
    assert lines[0] != lines[1]  # other random numbers


FORBIDDEN = "from rnnstaff.running import zygotes\nzygotes._zygotes().update({True: None, False: None})\n"


def test_where_namespaces_in_a_sandbox_are_forbidden_it_grades_as_well_and_says_so_in_a_line(tmp_path, sandboxed):
    root = make(tmp_path, FORBIDDEN)
    hand_in(root, "ann", answer("three", LEAVES))
    said = course.nbgrader(root, "autograde", "tiny")
    assert said.count(zygotes.COLD) == 1
    assert submissions.scores(root, "tiny") == {"ann": 3}
    assert printed(root, "ann").startswith("FOUND [] ")


def test_root_of_a_container_is_somebody_else_in_the_sandbox(tmp_path, sandboxed):
    root_of_a_container = ["unshare", "--user", "--map-root-user"]
    if not shutil.which("unshare") or subprocess.run([*root_of_a_container, "true"], check=False).returncode:
        pytest.skip("namespaces of users are forbidden here altogether (Linux: unshare of util-linux)")
    root = make(tmp_path)
    hand_in(root, "ann", answer("three", "import os\nthree = 3 if os.getuid() else 0"))
    print(course.nbgrader(root, "autograde", "tiny", before=root_of_a_container))
    assert submissions.scores(root, "tiny") == {"ann": 3}


def test_what_a_sandbox_was_started_with_holds_nothing_of_this_process(sandboxed, monkeypatch):
    monkeypatch.setenv("SECRET_TOKEN", "xyzzy")
    look = "cat /proc/[0-9]*/environ /proc/[0-9]*/cmdline; ls -l /proc/self/fd"
    for namespaces in (False, True):
        with sandbox.shut_in(["sh", "-c", look], namespaces=namespaces) as arguments:
            seen = subprocess.run(**arguments, capture_output=True, text=True, check=False).stdout
        assert "bwrap" in seen
        assert "xyzzy" not in seen
        assert "--ro-bind" not in seen
        assert "deleted" not in seen  # the files of words and of the filter

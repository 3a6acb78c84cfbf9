"""What a class will do to the grading: every attack gets its score and its flag, and touches nothing outside."""

import atexit
import hashlib
import json
import os
import re
import shutil
import socket
import zipfile
from functools import cache
from pathlib import Path

import nbformat
import pytest
from attacking import WAYS, WRONG, Attack, attack, before_double, grade, held, thief
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.api import Gradebook
from tiny_course import SECRET, answer, cell_of, hand_in, make

from rnnstaff import course, states
from rnnstaff.classroom import pool, submissions
from rnnstaff.intake import reading

pytestmark = pytest.mark.slow
UNFIT = ["[a-z]*", "\x1bc\x1b]0;x\x07", "<img src=x onerror=steal()>", "\x9b2J", "bad\udcff"]  # names of students


@cache
def listener():
    """A program of this machine that takes connections."""
    server = socket.create_server(("127.0.0.1", 0))
    atexit.register(server.close)
    return server


def network(notebook):
    thief(f"import socket\nsocket.create_connection({listener().getsockname()}, 3)")(notebook)


def twin(notebook):
    for grade_id in ("test-double", "double"):
        cell = cell_of(notebook, grade_id)
        copy = nbformat.from_dict(json.loads(json.dumps(cell)) | {"id": f"twin-{grade_id}"})
        notebook.cells.insert(notebook.cells.index(cell), copy)


def tags(notebook):
    answer("double", WRONG)(notebook)
    for cell in notebook.cells:
        cell.metadata.tags = ["skip-execution"]


def delete(*names):
    def change(notebook):
        for name in names:
            notebook.cells.remove(cell_of(notebook, name))

    return change


def edit_test(notebook):
    answer("double", WRONG)(notebook)
    cell = cell_of(notebook, "test-double")
    cell.source = "2.0"
    cell.metadata.nbgrader.points = 100


def alter(name, **metadata):
    def change(notebook):
        answer("double", WRONG)(notebook)
        cell_of(notebook, name).metadata.nbgrader.update(metadata)

    return change


def reverse(notebook):
    notebook.cells.reverse()


def merge(notebook):
    first, second = cell_of(notebook, "double"), cell_of(notebook, "three")
    first.source += "\n" + second.source
    notebook.cells.remove(second)


def strip(notebook):
    """As an editor that knows nothing of nbgrader writes it: no marks, no ids."""
    for number, cell in enumerate(notebook.cells):
        cell.metadata = nbformat.from_dict({"vscode": {"languageId": "python"}, "colab": {}})
        cell.id = f"cell-{number}"


def windows(folder):
    path = folder / "tiny.ipynb"
    notebook = course.read(path)
    for cell in notebook.cells:
        cell.source = cell.source.replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + nbformat.writes(notebook).replace("\n", "\r\n").encode())


def as_written_by(editor):
    """Write the notebook with the metadata that Colab or VS Code adds, and without what it drops."""

    def write(folder):
        path = folder / "tiny.ipynb"
        notebook = json.loads(path.read_text())
        for number, cell in enumerate(notebook["cells"]):
            if editor == "colab":
                del cell["id"]
                cell["metadata"] |= {"id": f"Ab{number}", "colab": {"base_uri": "x"}, "cellView": "form"}
            else:
                cell["metadata"] |= {"vscode": {"languageId": "python"}, "execution": {}}
        if editor == "colab":
            notebook |= {"nbformat_minor": 0}
            notebook["metadata"] |= {"colab": {"provenance": []}, "accelerator": "GPU", "gpuClass": "standard"}
        else:
            notebook["metadata"]["kernelspec"] = {"name": "env", "display_name": ".venv (3.12.1)", "language": "python"}
        path.write_text(json.dumps(notebook))

    return write


def old_format(folder):
    path = folder / "tiny.ipynb"
    path.write_text(nbformat.writes(nbformat.convert(course.read(path), 3), version=3))


def replaced_by(content):
    def write(folder):
        (folder / "tiny.ipynb").write_bytes(content)

    return write


def moved_to(name):
    def move(folder):
        content = (folder / "tiny.ipynb").read_bytes()
        (folder / "tiny.ipynb").unlink()
        with_file(name, content)(folder)

    return move


def link_to_source(folder):
    (folder / "tiny.ipynb").unlink()
    (folder / "tiny.ipynb").symlink_to("../../../source/tiny/tiny.ipynb")


def link_to_gradebook(folder):
    (folder / "data.txt").symlink_to("../../../gradebook.db")


def shadow(folder):
    for name in ("rapidfuzz", "numpy", "rnncourse", "json"):
        (folder / f"{name}.py").write_text("raise SystemExit('shadowed')")


STUBBORN = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)"
EVIL = "class Evil({base}):\n    def __eq__(self, other): return True\n    __hash__ = None\n"
HOOK = """\
seen = []
def spy(info=None):
    seen.append(str(getattr(info, "raw_cell", info)))
    open("seen.txt", "w").write("".join(seen))
    print("SEEN", seen)
get_ipython().events.register("pre_run_cell", spy)
get_ipython().input_transformers_post.append(lambda lines: seen.extend(lines) or lines)"""
FORGE = """\
import threading, time
def flood(session=get_ipython().kernel.session, socket=get_ipython().kernel.iopub_socket):
    while True:
        parent = get_ipython().kernel.get_parent("shell")
        for kind, content in (
            ("execute_result", {"data": {"text/plain": "3.0"}, "metadata": {}, "execution_count": 1}),
            ("comm_msg", {"comm_id": "judge", "data": {"question": 1}}),
        ):
            session.send(socket, kind, content, parent=parent, buffers=[b"rnn1forged"] if kind == "comm_msg" else None)
        time.sleep(0.02)
threading.Thread(target=flood, daemon=True).start()"""

ODD = """\
session, socket = get_ipython().kernel.session, get_ipython().kernel.iopub_socket
for kind in ("clear_output", "display_data", "execute_result", "stream", "error", "update_display_data", "status", "x"):
    for content in (
        {}, {"data": 5}, {"data": {"text/html": 5}, "metadata": 5}, {"data": {"text/plain": ["a", 5]}, "metadata": {}},
        {"data": {"text/html": {"a": 1}}, "metadata": {"a": 1}, "transient": 5}, {"name": [], "text": None},
        {"ename": 1, "evalue": {}, "traceback": 7}, {"data": {}, "metadata": {}, "execution_count": "x"},
        {"data": {"text/plain": "y"}, "metadata": {}, "transient": {"display_id": []}}, {"execution_state": []},
        {"data": {"text/html": ["<b>", "y"]}, "metadata": {}}, {"name": "stdout", "text": ["y", "z"]},
    ):
        session.send(socket, kind, content, parent=get_ipython().kernel.get_parent("shell"))"""
RAW = """\
import json
kernel = get_ipython().kernel
socket, session = kernel.iopub_socket, kernel.session
def send(kind, content, parent=None, buffers=()):
    as_bytes = lambda part: part if isinstance(part, bytes) else json.dumps(part, default=str).encode()
    parent = kernel.get_parent("shell")["header"] if parent is None else parent
    parts = [as_bytes(part) for part in (session.msg_header(kind), parent, {}, content)]
    message = [b"kernel", b"<IDS|MSG>", session.sign(parts), *parts, *buffers]
    socket.send_multipart(message, copy=False)
    return message
"""
FOREIGN = f"""{RAW}
for parent, content in (
    ([], {{}}), (7, {{}}), (None, b"{{nope"), (None, [1]), (None, b"[" * 10**5 + b"]" * 10**5), (None, b"null"),
    (None, b'{{"name": "stdout", "text": ' + b"[" * 900 + b"]" * 900 + b"}}"),
):
    for kind in ("stream", "status", "comm_msg"):
        send(kind, content, parent)
for depth in range(100, 1000, 60):
    nest = b"[" * depth + b"]" * depth
    send("display_data", b'{{"data": {{"application/json": ' + nest + b'}}, "metadata": {{}}}}')
again = send("stream", {{"name": "stdout", "text": "y"}})
for message in (again, [b"x"], [], [b"k", b"<IDS|MSG>", b"00", b"{{}}", b"{{}}", b"{{}}", b"{{}}"], [b"<IDS|MSG>"]):
    if message:
        socket.send_multipart(message)
"""
FOREIGN_IN_CALL = f"""{RAW}
def double(x):
    send("comm_msg", {{}}, [1])
    for content in ([1], {{"data": None}}, {{"data": {{"question": 1}}}}, {{"data": [1]}}, b"{{nope"):
        send("comm_msg", content)
    return 2 * x
"""
HALF = f"""{RAW}
three = 3
print("\\ud800")
for kind, content in (
    ("stream", {{"name": "stdout", "text": "\\ud800"}}),
    ("error", {{"ename": "\\ud800", "evalue": "", "traceback": []}}),
    ("display_data", {{"data": {{"text/plain": "\\ud800"}}, "metadata": {{}}}}),
):
    send(kind, content)
"""
NAMELESS = f"""{RAW}
three = 3
def send_nameless(stream, kind, *args, **kw):
    if kind == "execute_reply":
        args = ({{"status": "error"}}, *args[1:])
    return plain_send(stream, kind, *args, **kw)
plain_send, kernel.session.send = session.send, send_nameless"""
SHOUT = f"""{RAW}
send("x\x1b]0;OWNED\x07", {{}})
def double(x):
    return 2 * x
"""
REQUESTS = """\
import struct
from rnncourse.kernel import student, wire
kernel = get_ipython().kernel
code = b"import os, sys\\nprint('RUNS')\\n1.0"
def frame(kind, body):
    return kind + struct.pack(">Q", len(body)) + body
refused = wire.encode({"error": ["ValueError", "x", "ValueError"]})
large = frame(b"ans!", refused) + frame(b"cell", code) * 3 + bytes(513 * 2**20)
[talk] = kernel.comm_manager.comms.values()
answers = student.Answers(get_ipython().user_ns)
def on_question(message):
    question = b"".join(bytes(buffer) for buffer in message["buffers"])
    answer = large if b'"call"' in question else answers.answer(question)
    talk.send({"question": message["content"]["data"]["question"]}, buffers=[answer])
talk.on_msg(on_question)
def double(x):
    return 7"""
FLOOD = f"""{RAW}
block = bytes(250 * 2**20)
send("stream", {{"name": "stdout", "text": "x"}}, buffers=[block] * 18)  # 4.4 GiB
def double(x):
    return 2 * x
"""
PAGE = """\
from IPython.display import HTML, Markdown, display
three = 3
for scheme in ("", "http:"):
    display(HTML(f'<a href="{scheme}proof.html">p</a>'))
    display(Markdown(f"[p]({scheme}proof.html)"))"""
MARKDOWN = """\
[a](javascript:steal()) <javascript:steal()> ![x](attachment:../../x.png)

[b]

[b]: java&#115;cript:steal()"""
REMOUNT = """\
import ctypes, os, rnncourse
folder = os.path.dirname(rnncourse.__file__)
libc = ctypes.CDLL(None, use_errno=True)
libc.unshare(0x10000000 | 0x00020000)
MS_REMOUNT, MS_BIND = 32, 4096
assert libc.mount(None, folder.encode(), None, MS_REMOUNT | MS_BIND, None) == 0 or os.getuid() == 0"""
ELSEWHERE = """\
import os
known = ("/tmp", "/home/student", "/dev/shm", "/dev/pts", "/proc")
places = [folder for folder, *_ in os.walk("/") if not folder.startswith(known) and os.access(folder, os.W_OK)]
assert places"""
PICTURE = """\
from IPython.display import Image, Markdown, display
three = 3
display(Markdown("[a](javascript:steal())"))
display({"image/png": "AAAA", "text/plain": "p"}, raw=True, metadata={"image/png": {"width": "1 onload=steal()"}})"""


def markdown(notebook):
    cell = new_markdown_cell(MARKDOWN, attachments={"../../x.png": {"image/png": 'A" onerror="steal()'}})
    notebook.cells.insert(1, cell)
    answer("three", PICTURE)(notebook)


def page(notebook):
    for text in (
        "[p](proof.html)", "<a href='/proof.html'>p</a>", "[p]\n\n[p]: ../proof.html", "[p](http:proof.html)",
        "<a href='HTTPS:/proof.html'>p</a>", "![p](http:proof.html)", "![p](http://localhost:8888/logout)",
        "[fine](https://a.org)",
    ):  # fmt: skip
        notebook.cells.insert(1, new_markdown_cell(text))
    answer("three", PAGE)(notebook)


def half_characters(folder):
    path = folder / "tiny.ipynb"
    notebook = course.read(path)
    answer("three", HALF)(notebook)
    answer("double", "def double(x):\n    raise ValueError('\\ud800')")(notebook)
    cell = new_markdown_cell("![a](attachment:a.png) \ud800", attachments={"a.png": {"image/png": "\ud800"}})
    notebook.cells.insert(1, cell)
    path.write_text(json.dumps(notebook))


def deep_cell(folder):
    path = folder / "tiny.ipynb"
    notebook = json.loads(path.read_text())
    cell = {"cell_type": "markdown", "metadata": {}, "source": "x", "attachments": "DEEP"}
    notebook["cells"].insert(0, cell)
    path.write_text(json.dumps(notebook).replace('"DEEP"', '{"a": ' * 700 + "1" + "}" * 700))


def as_requests(notebook):
    """Give an answer so large that the judge takes the rest of it for a request to run code."""
    answer("double", REQUESTS)(notebook)
    answer("three", "three = 7")(notebook)


def updates(notebook):
    """Change outputs of a cell after it was run, to what cannot be written, and to far more than is kept."""
    answer("three", "three = 3\nfor _ in range(1000):\n    display('', display_id='x')")(notebook)
    send = "send('update_display_data', {'data': {'text/plain': '\\ud800'}, 'metadata': {}, 'transient': name})"
    update = "get_ipython().display_pub.publish({'text/plain': 'y' * 150_000}, transient=name, update=True)"
    notebook.cells += [new_code_cell(f"{RAW}name = {{'display_id': 'x'}}\n{code}") for code in (update, send)]
    notebook.cells.append(
        new_code_cell(f"for _ in range(400):\n    display('', display_id='y')\nname = {{'display_id': 'y'}}\n{update}")
    )


def slow_to_parse(notebook):
    strip(notebook)
    notebook.cells += [new_code_cell("f'" + "{a}" * size + "'") for size in [6_000] * 200 + [66_000] * 5]
    notebook.cells += [new_markdown_cell(cell.source) for cell in notebook.cells[-205:]]


def many_cells(notebook):
    notebook.cells += [new_code_cell("") for _ in range(6000)]


def long_text(notebook):
    notebook.cells += [new_markdown_cell("\\\\[" * 50_000 + "the end") for _ in range(20)]


def long_code(notebook):
    strip(notebook)
    notebook.cells.append(new_code_cell("[" + "0," * 10**6 + "]"))


def many_files(folder):
    for number in range(12_000):
        (folder / f"{number:04}.txt").touch()


def deep_folder(folder):
    (folder / "/".join("d" * 120)).mkdir(parents=True)


def with_file(name, content=b""):
    def write(folder):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)

    return write


def bomb(folder):
    """A file of a few MB that unpacks to five GiB; Keras refuses it, so it is unpacked by hand."""
    with (
        zipfile.ZipFile(folder / "bomb.keras", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("model.weights.h5", "w", force_zip64=True) as member,
    ):
        for _ in range(5 * 2**4):
            member.write(bytes(2**26))


def link_to_folder(folder):
    shutil.rmtree(folder)
    folder.symlink_to(folder.parents[2] / "source" / "tiny")


def link_to_student(folder):
    shutil.rmtree(folder.parent)
    folder.parent.symlink_to(folder.parents[2] / "source")


def link_with_a_long_name(folder):
    (folder / ("\u20ac" * 85)).symlink_to("nothing")


def pipe(folder):
    os.mkfifo(folder / "data.txt")


def notes(folder):
    """Have the note about a link written through another link, and about others into what is there already."""
    for name in ("a", "b", "c", "d"):
        (folder / name).symlink_to("nothing")
    (folder / "a\x1b").mkdir()
    (folder / "a\x1b" / "f").symlink_to("nothing")
    (folder / "a.taken-away").symlink_to("../../../gradebook.db")
    os.mkfifo(folder / "b.taken-away")
    (folder / "c.taken-away").mkdir()
    (folder / "e.taken-away").symlink_to("../../../source/tiny/tiny.ipynb")
    with (folder / "large.taken-away").open("wb") as file:
        file.truncate(6 * 2**30)


def names_taken(folder):
    with_file("timestamp.txt/x")(folder)
    with_file("timestamp.txt-folder")(folder)
    with_file("timestamp-unread.txt/x")(folder)
    with_file("flags.json/x")(folder)


def aside(folder):
    """Have what is too much moved along a link."""
    (folder.parent / "tiny.taken-away").symlink_to("../../source")
    many_files(folder)


def large_notebook(folder):
    with (folder / "a.ipynb").open("wb") as file:
        file.truncate(6 * 2**30)


def long_path(folder):
    for _ in range(13):
        folder = folder / ("x" * 240)
    folder.mkdir(parents=True)
    (folder / "y").touch()


# fmt: off
ATTACKS = {
    # what the attack table of stock nbgrader lists
    "copied-cells": Attack(twin, 3, "more than one cell"),
    "skip-tags": Attack(tags, 1, "had a tag that would skip the cell"),
    "always-equal": Attack(answer("double", EVIL.format(base="object") + "def double(x): return Evil()"), 1),
    "equal-int": Attack(answer("three", EVIL.format(base="int") + "three = Evil(7)"), 2),
    "equal-str": Attack(answer("three", EVIL.format(base="str") + "three = Evil('3')"), 2),
    "equal-array": Attack(
        answer("three", "import numpy as np\n" + EVIL.format(base="np.ndarray") + "three = np.array(7).view(Evil)"), 2
    ),
    "transformer": Attack(before_double("get_ipython().input_transformers_post.append(lambda lines: ['pass'])"), 0),
    "spying-hook": Attack(before_double(HOOK), 1),
    "reads-source": Attack(thief("open('../../../source/tiny/tiny.ipynb')"), 1),
    "reads-gradebook": Attack(
        thief(  # nbgrader brings one along for its own tests
            "import os\nfound = [d for d, _, fs in os.walk('/') if 'gradebook.db' in fs and 'packages' not in d]\n"
            "open(found[0] + '/gradebook.db')"
        ),
        1,
    ),
    "finds-notebooks": Attack(
        thief("import os\nassert [f for d, _, fs in os.walk('/') for f in fs if 'tiny' in d and f.endswith('.ipynb')]"),
        1,
    ),
    "reads-proc": Attack(
        thief(
            "import os\nothers = [p for p in os.listdir('/proc') if p.isdigit() and int(p) != os.getpid()]\n"
            "assert any('tiny' in open(f'/proc/{p}/cmdline').read() for p in others)"
        ),
        1,
    ),
    "shadows-modules": Attack(lambda notebook: None, 3, files=shadow),
    "exits": Attack(answer("double", "import os\nos._exit(0)"), 0, "The kernel died in the cell double"),
    "exits-in-call": Attack(
        answer("double", "import os\ndef double(x):\n    os._exit(0)"), 0, "The kernel died while a test"
    ),
    "hog": Attack(
        answer("double", "import numpy as np\nhog = [np.empty(2**27) for _ in range(40)]"), 1, "double ran out of"
    ),
    "slow-hog": Attack(  # what comes first depends on the machine
        answer("double", "hog = [bytearray(2**20) for _ in range(40000)]"), 1, "double ran out|double took too long"
    ),
    "endless": Attack(answer("double", "while True:\n    pass"), 1, "double took too long"),
    "fork-bomb": Attack(
        answer("double", "import os, time\nfor _ in range(5000):\n    if os.fork() == 0:\n        time.sleep(600)"),
        (0, 1),  # the kernel is ended where Linux' own limit does not hold
        "double started too many processes",
    ),
    "sys-exit": Attack(answer("double", "import sys\ndef double(x):\n    sys.exit()"), 1),
    "test-deleted": Attack(delete("test-double"), 3, "test-double was missing"),
    "all-deleted": Attack(delete("double", "test-double", "three", "test-three"), 0, "All cells of the"),
    "test-edited": Attack(edit_test, 1, "locked cell test-double was changed"),
    "other-grade-id": Attack(alter("test-double", grade_id="other"), 1, "test-double"),
    "not-a-solution": Attack(alter("double", solution=False), 1, "double had other solution"),
    "not-a-grade": Attack(alter("test-double", grade=False), 1, "test-double had other grade"),
    "negative-points": Attack(alter("test-double", points=-5), 1, "test-double had other points"),
    "odd-metadata": Attack(alter("test-double", schema_version="x", points={"a": []}), 1, "test-double"),
    "renamed": Attack(lambda notebook: None, 3, "handed in as my homework.ipynb", moved_to("my homework.ipynb")),
    "in-a-folder": Attack(lambda notebook: None, 3, "handed in as a/tiny.ipynb", moved_to("a/tiny.ipynb")),
    "prints-much": Attack(answer("three", "three = 3\nfor _ in range(100):\n    print('x' * 2**20)"), 3),
    "not-json": Attack(lambda notebook: None, 0, "not valid JSON", replaced_by(b"{ not json")),
    "empty": Attack(lambda notebook: None, 0, "is empty", replaced_by(b"")),
    "binary": Attack(lambda notebook: None, 0, "cannot be read as a notebook", replaced_by(bytes(range(256)) * 40)),
    "deep-json": Attack(lambda notebook: None, 0, "cannot be read as a notebook", replaced_by(b"[" * 200_000)),
    "old-format": Attack(lambda notebook: None, 3, None, old_format),
    "colab": Attack(lambda notebook: None, 3, files=as_written_by("colab")),
    "vscode": Attack(lambda notebook: None, 3, files=as_written_by("vscode")),
    "windows": Attack(lambda notebook: None, 3, None, windows),
    "no-marks": Attack(strip, 3, "was recognized by its content"),
    "reversed": Attack(reverse, 3, "a different order"),
    "merged": Attack(merge, 3, "three was missing"),
    # what the prototype was tried with, and more
    "patched-checks": Attack(
        before_double(
            "import rnncourse.checks as c, numpy as np\nc.expect_equal = c.expect_close = lambda *a, **k: None\n"
            "c.Checks.score = lambda self: 3.0\nnp.testing.assert_allclose = lambda *a, **k: None"
        ),
        1,
    ),
    "stubborn-loop": Attack(answer("double", f"{STUBBORN}\nwhile True:\n    pass"), 0, "was killed"),
    "stubborn-call": Attack(
        answer("double", f"def double(x):\n    {STUBBORN}\n    while True:\n        pass"), 0, "was killed"
    ),
    "huge-reply": Attack(answer("double", "import numpy as np\ndef double(x):\n    return np.zeros(300_000_000)"), 1),
    "pickle": Attack(
        answer(
            "double",
            "import numpy as np\nclass Bomb:\n    def __reduce__(self): return (print, ('boom',))\n"
            "def double(x):\n    return np.array([Bomb()], dtype=object)",
        ),
        1,
    ),
    "deep-list": Attack(
        answer("double", "def double(x):\n    nest = []\n    for _ in range(100000): nest = [nest]\n    return nest"), 1
    ),
    "forged-messages": Attack(before_double(FORGE), 1),
    "no-comm": Attack(
        before_double(
            "get_ipython().kernel.comm_manager.targets.clear()\nget_ipython().kernel.comm_manager.comms.clear()"
        ),
        0,
    ),
    "fills-disk": Attack(
        thief("for n in range(100):\n    with open(f'/tmp/{n}', 'wb') as f: f.write(bytes(2**26))"), 1
    ),
    "writes-sockets": Attack(
        thief("import glob\nopen(glob.glob('/tmp/**/sockets', recursive=True)[0] + '/mine', 'wb')"), 1
    ),
    "clock": Attack(before_double("import time\ntime.time = time.monotonic = lambda: 0.0"), 1),
    "kills-parent": Attack(
        answer(
            "three",
            "import os, signal\nfor pid in (1, os.getppid()):\n    try: os.kill(pid, signal.SIGKILL)\n"
            "    except OSError: pass\nthree = 3",
        ),
        3,
    ),
    "network": Attack(network, 1),
    "writes-package": Attack(thief("import rnncourse.checks\nopen(rnncourse.checks.__file__, 'a').write('#')"), 1),
    "writes-sysctl": Attack(thief("open('/proc/sys/kernel/core_pattern', 'r+')"), 1),
    "remounts": Attack(thief(REMOUNT), 1),
    "writes-elsewhere": Attack(thief(ELSEWHERE), 1),
    "script": Attack(
        answer(
            "three",
            "from IPython.display import HTML, display\nfrom ipywidgets import HTML as Widget\nthree = 3\n"
            "display(Widget('<script>steal()</script>'))\n"
            "display(HTML('<script>steal()</script><img src=x onerror=steal()>'))\n"
            "print('\\x1b]0;title\\x07\\x1b[2J')",
        ),
        3,
    ),
    "markdown": Attack(markdown, 3),
    "odd-messages": Attack(before_double(ODD), 1, "that no kernel sends"),
    "foreign-messages": Attack(before_double(FOREIGN), 1, "that no kernel sends"),
    "foreign-in-call": Attack(answer("double", FOREIGN_IN_CALL), 3, "that no kernel sends"),
    "half-characters": Attack(lambda notebook: None, 1, files=half_characters),
    "deep-cell": Attack(lambda notebook: None, 3, "has 1 cells that cannot be read", files=deep_cell),
    "page": Attack(page, 3, files=with_file("proof.html", b"<script>steal()</script>")),
    "many-cells": Attack(many_cells, 3, "more than 5,000 cells"),
    "many-files": Attack(lambda notebook: None, 3, "the rest was removed: more than", many_files),
    "long-text": Attack(long_text, 3),
    "long-code": Attack(long_code, 3, "was recognized by its content"),
    "deep-folder": Attack(lambda notebook: None, 3, "nested too deep", deep_folder),
    "bomb": Attack(
        answer("double", "import zipfile\nzipfile.ZipFile('bomb.keras').read('model.weights.h5')"),
        1,
        "double ran out|double took too long",
        files=bomb,
    ),
    "lambda": Attack(
        answer(
            "three",
            "import keras\nthree = keras.Sequential([keras.layers.Input((1,)), keras.layers.Lambda(lambda x: x)])"
        ),
        2,
    ),
    "own-flags": Attack(lambda notebook: None, 3, files=with_file("flags.json", b'["not mine"]')),
    "deep-flags": Attack(answer("double", WRONG), 1, files=with_file("flags.json", b"[" * 10**5)),
    "odd-time": Attack(
        lambda notebook: None, 3, "it contained no time", files=with_file("timestamp.txt", b"\xff tomorrow")
    ),
    "endless-time": Attack(
        lambda notebook: None, 3, "it contained no time", files=with_file("timestamp.txt", b"9" * 31 + b"h")
    ),
    "odd-note": Attack(lambda notebook: None, 3, "x was removed", files=with_file("x.taken-away", b"\xff\x00")),
    "folder-time": Attack(lambda notebook: None, 3, "it was a folder", files=with_file("timestamp.txt/x")),
    "folder-flags": Attack(lambda notebook: None, 3, "it was a folder", files=with_file("flags.json/x")),
    "folder-notebook": Attack(lambda notebook: None, 3, "handed in as", files=moved_to("tiny.ipynb/tiny.ipynb")),
    "odd-names": Attack(lambda notebook: None, 3, files=with_file("..\\..\\x\x1b[2J/\udce4 %2e%2e%2fx", b"x")),
    "large-file": Attack(lambda notebook: None, 3, "the rest was removed", with_file("large.bin", bytes(2**29))),
    "linked-long": Attack(lambda notebook: None, 3, "was removed: it was a link", link_with_a_long_name),
    "pipe": Attack(lambda notebook: None, 3, "data.txt was removed: it was neither", pipe),
    "linked-folder": Attack(lambda notebook: None, 0, "tiny was removed: it was a link", link_to_folder),
    "linked-student": Attack(lambda notebook: None, 0, "linked-student was removed: it was a link", link_to_student),
    "linked-source": Attack(lambda notebook: None, 0, "tiny.ipynb was removed: it was a link", link_to_source),
    "linked-gradebook": Attack(lambda notebook: None, 3, "data.txt was removed: it was a link", link_to_gradebook),
    "as-requests": Attack(as_requests, 0),
    "updates": Attack(updates, 3),
    "nameless-error": Attack(answer("three", NAMELESS), 3, "that no kernel sends"),
    "slow-to-parse": Attack(slow_to_parse, 3, "was recognized by its content"),
    "notes": Attack(lambda notebook: None, 3, "a was removed: it was a link", notes),
    "names-taken": Attack(lambda notebook: None, 3, "timestamp.txt was removed: it was a folder", names_taken),
    "aside": Attack(lambda notebook: None, 3, "the rest was removed: more than", aside),
    "large-notebook": Attack(lambda notebook: None, 3, "the rest was removed: more than", large_notebook),
    "long-path": Attack(lambda notebook: None, 3, "nested too deep, or unreadable", long_path),
    "blank-time": Attack(lambda notebook: None, 3, "it contained no time", with_file("timestamp.txt", b" \n")),
    "deleted-names": Attack(before_double("get_ipython().user_ns = {}"), 0),
    "z-honest": Attack(lambda notebook: None, 3),
}
# fmt: on


def state(folder: Path, without: tuple[str, ...] = ()) -> dict[str, str]:
    files = {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in files.items()
        if not name.startswith(without)
    }


@pytest.fixture(scope="module", params=WAYS)
def attacked(request, tmp_path_factory, sandboxed):
    """A course whose class attacks it, graded in one go; what was outside before; what was said, scores, standings."""
    attacks = dict(ATTACKS)
    if request.param[0] == "nbgrader":
        del attacks["in-a-folder"]  # where it sees no notebook, it says so and goes on
    root = attack(tmp_path_factory.mktemp("attacked"), attacks)
    before = outside(root)
    result = grade(request.param, root)
    return root, before, result, submissions.scores(root, "tiny"), states.of_all(root, "tiny")


def outside(root: Path) -> dict[str, str]:
    """Give what no submission may change: all but the gradebook, the graded notebooks, and odd files handed in."""
    mine = (
        f"{root.name}/gradebook.db",
        f"{root.name}/autograded/",
        *(f"{root.name}/submitted/{name}/" for name, attack in ATTACKS.items() if attack.files),
    )
    return state(root.parent, without=mine)


def test_no_attack_stops_the_grading_or_changes_anything_else(attacked):
    root, before, result, *_ = attacked
    assert result.returncode == 0, result.stdout[-5000:] + result.stderr[-5000:]
    assert outside(root) == before


def test_a_name_that_would_do_harm_is_refused_with_a_word(tmp_path, sandboxed):
    root = make(tmp_path)
    for student in (*UNFIT, "z-honest"):
        hand_in(root, student)
    failures = pool.autograde(root, "tiny")
    assert sorted(failures) == sorted(UNFIT)
    assert all("Rename this folder" in message for message in failures.values())
    assert submissions.scores(root, "tiny") == {"z-honest": 3}


def test_nothing_of_a_student_reaches_the_terminal(tmp_path, sandboxed):
    root = make(tmp_path)
    write = "os.write(stream._original_stdstream_copy, b'\\x1b]0;OWNED\\x07')"
    code = f"import os, sys\nfor stream in (sys.stdout, sys.stderr):\n    {write}\ndef double(x):\n    return 2 * x"
    folder = hand_in(root, "writer", answer("double", code))
    hand_in(root, "shouter", answer("double", SHOUT))
    for name in ("x\x1b]0;OWNED\x07.txt", "x\x1b]0;OWNED\x07.ipynb"):
        (folder / name).write_text("x")
    printed = course.nbgrader(root, "autograde", "tiny")
    assert "\x1b]0;OWNED" not in printed
    assert "\x07" not in printed
    assert submissions.scores(root, "tiny") == {"writer": 3, "shouter": 3}


def test_a_kernel_that_fills_the_memory_of_the_grader_ends_its_own_grading_only(tmp_path, sandboxed):
    root = make(tmp_path)
    hand_in(root, "flood", answer("double", FLOOD))
    hand_in(root, "z-honest")
    assert pool.autograde(root, "tiny") == {}
    assert submissions.scores(root, "tiny") == {"flood": 0, "z-honest": 3}  # with memory for all of it, it gets 3


def test_the_gradebook_holds_what_was_graded_and_nothing_else(attacked):
    root, *_ = attacked
    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        assert {student.id for student in gradebook.students} == set(submissions.students(root, "tiny"))
        assert [assignment.name for assignment in gradebook.assignments] == ["tiny"]
        assert gradebook.find_assignment("tiny").max_score == 3


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_gets_its_score_and_its_flag(attacked, name):
    root, _, _, scores, standings = attacked
    if name not in standings:
        assert name == "in-a-folder"
        return
    held(root, name, ATTACKS[name], scores, standings)


def test_no_submission_saw_a_hidden_test(attacked):
    root, *_ = attacked
    for path in root.glob("autograded/*/tiny/tiny.ipynb"):
        for cell in course.read(path).cells:
            if cell.metadata.get("nbgrader", {}).get("grade_id") != "test-double":
                assert SECRET not in json.dumps(cell), path


def test_no_submission_grows_when_it_is_graded(attacked):
    root, *_ = attacked
    sizes = {path.parts[-3]: path.stat().st_size for path in root.glob("autograded/*/tiny/tiny.ipynb")}
    assert {name: size for name, size in sizes.items() if size > reading.LARGEST} == {}


def test_feedback_holds_no_script_and_nothing_of_the_gradebook(attacked):
    root, *_ = attacked
    course.nbgrader(root, "generate_feedback", "tiny")
    script, links, pages, long = (
        (root / "feedback" / name / "tiny" / "tiny.html").read_text()
        for name in ("script", "markdown", "page", "long-text")
    )
    assert "<script>steal()" not in script
    assert "<img src=x" not in script
    assert "widget-state" not in script
    assert "[a](javascript:steal())" in links  # as text
    assert 'href="java' not in links
    assert "width=1" not in links  # and with it, an attribute that runs
    assert "proof.html" in pages  # as text
    assert not re.search(r"<(a|img) [^>]*(proof\.html|logout)", pages)
    assert 'href="https://a.org"' in pages
    assert "[The rest is too long to be shown.]" in long
    assert "the end" not in long
    assert not any(path.name == "data.txt" for path in root.glob("feedback/*/*/*"))

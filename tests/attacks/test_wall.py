"""Attacks by somebody who knew docs/security.md, not the code: on what crosses the wall, on time, memory, and links."""

import contextlib
import ctypes
import os
import platform
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
from functools import cache
from pathlib import Path

import bs4
import keras
import pytest
from attacking import ORDINARY, WAYS, Attack, attack, before_double, grade, held, thief
from nbformat.v4 import new_code_cell, new_markdown_cell
from test_wire import forged
from test_wire import layer as forged_layer
from tiny_course import SECRET, answer, hand_in, make, read_csv

from rnncourse.kernel import wire
from rnnstaff import course, states
from rnnstaff.classroom import submissions

pytestmark = pytest.mark.slow

CANARY = "canary-726154839"  # in the environment of the grader; attackers put it together from parts
MARK = "wall-lingers"  # among the arguments of processes that do not want to end

# --- what crosses -----------------------------------------------------------------------------------------------------

CANARY_IN = 'needles = [b"canary-" + b"726154839", b"attacked" + b"0/course", b"gradebook" + b".db"]\n'
LOOK = f"""\
import glob, os
{CANARY_IN}
def read(path):
    try:
        with open(path, "rb", buffering=0) as file:
            return file.read(2**20)
    except OSError:
        return b""
"""
READS_ENVIRONMENTS = f"""{LOOK}
names = ("environ", "cmdline", "comm", "maps", "auxv", "stack", "sched", "status", "cgroup")
folders = glob.glob("/proc/*") + glob.glob("/proc/*/task/*")
texts = [read(f"{{folder}}/{{name}}") for name in names for folder in folders]
assert any(needle in text for needle in needles for text in texts)
"""
READS_MOUNTS = f"""{LOOK}
texts = [read(path) for name in ("mountinfo", "mounts", "mountstats") for path in glob.glob(f"/proc/*/{{name}}")]
texts += [read(path) for path in ("/etc/mtab", "/proc/swaps", "/proc/keys", "/proc/net/unix")]
assert any(needle in text for needle in needles for text in texts)
"""
READS_MEMORY = f"""{LOOK}
needles = [needles[0], bytes(reversed(b"578816032964"))]
found = []
for folder in set(glob.glob("/proc/[0-9]*")) - {{f"/proc/{{os.getpid()}}"}}:
    for line in read(folder + "/maps").decode().splitlines():
        start, end = (int(part, 16) for part in line.split()[0].split("-"))
        if line.split()[1].startswith("rw") and end - start < 2**26:
            try:
                with open(folder + "/mem", "rb", buffering=0) as memory:
                    memory.seek(start)
                    text = memory.read(end - start)
            except (OSError, ValueError, OverflowError):
                continue
            found += [line for needle in needles if needle in text]
assert found
"""
WALKS_ROOTS = """\
import glob, os
def inside(path):
    try:
        return sorted(os.listdir(path))
    except OSError:
        return None
mine = inside("/")
others = [inside(path) for path in glob.glob("/proc/*/root") + glob.glob("/proc/*/task/*/root")]
folders = glob.glob("/proc/*/cwd") + glob.glob("/proc/*/fd/*")
above = [inside(path + "/..") for path in folders] + [inside(path + "/../..") for path in folders]
assert any(other not in (None, mine) for other in others) or any("gradebook.db" in (names or []) for names in above)
"""
DESCRIPTORS = """\
import os, socket, stat
found = []
for name in os.listdir("/proc/self/fd"):
    try:
        target, kind = os.readlink(f"/proc/self/fd/{name}"), os.fstat(int(name)).st_mode
    except OSError:
        continue
    mine = ("/home/student", "/tmp", "/dev/", "/proc/", "pipe:", "socket:", "anon_inode:")
    if stat.S_ISDIR(kind):
        places = [os.open(path, 0, dir_fd=int(name)) for path in (".", "..", "../..")]
        found += [place for place in places if "gradebook.db" in os.listdir(place)]
    elif stat.S_ISREG(kind) and not target.startswith(mine):
        found.append(target)
assert found
"""
TAKES_DESCRIPTORS = """\
import os, socket
found = []
for name in os.listdir("/proc/self/fd"):
    try:
        with socket.socket(fileno=os.dup(int(name))) as end:
            end.setblocking(False)
            if end.family == socket.AF_UNIX:
                found += socket.recv_fds(end, 1, 8)[1]
    except OSError:
        continue
assert found
"""
TERMINAL = """\
import fcntl, os
for path in ("/dev/tty", "/dev/console", "/proc/1/fd/0", "/proc/1/fd/1", "/proc/1/fd/2"):
    try:
        terminal = os.open(path, os.O_RDWR)
    except OSError:
        continue
    if os.isatty(terminal):
        fcntl.ioctl(terminal, 0x5412, b"x")
        break
else:
    raise OSError
"""


@cache
def abstract():
    """A socket of this machine that has no file."""
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    server.bind(f"\0wall-{os.getpid()}")
    server.listen()
    return server


def connects(notebook):
    name = abstract().getsockname().decode()
    thief(f"import socket\nsocket.socket(socket.AF_UNIX, socket.SOCK_STREAM).connect({name!r})")(notebook)


# --- system calls -----------------------------------------------------------------------------------------------------

CALLS = """\
import ctypes, mmap, os
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
def call(number, *arguments):
    plain = [ctypes.c_char_p(one) if isinstance(one, bytes) else ctypes.c_long(one) for one in arguments]
    return libc.syscall(ctypes.c_long(number), *plain)
machine = bytes.fromhex("53 89f8 89f3 4189ca 89d1 4489d2 4489c6 4489cf cd80 5b c3".replace(" ", ""))
def call_as_32_bits(number, *arguments):
    # in a child, which dies where the kernel of this machine has no such calls
    texts = mmap.mmap(-1, 4096, flags=mmap.MAP_SHARED | mmap.MAP_ANONYMOUS | 0x40)
    start, place, plain = ctypes.addressof(ctypes.c_char.from_buffer(texts)), 0, []
    for one in arguments:
        if isinstance(one, bytes):
            texts[place : place + len(one)] = one
            plain.append(start + place)
            place += 64
        else:
            plain.append(one)
    page = mmap.mmap(-1, 4096, prot=7)
    page.write(machine)
    child = os.fork()
    if child == 0:
        code = ctypes.CFUNCTYPE(ctypes.c_int, *[ctypes.c_uint] * 6)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
        os._exit(0 if code(number, *[one & 0xFFFFFFFF for one in plain], *[0] * (5 - len(plain))) >= 0 else 1)
    return 0 if os.waitpid(child, 0)[1] == 0 else -1
"""
KEY = 'b"user", b"wall", b"secret", 6'
LEAVES_KEY = f"{CALLS}\nassert max(call(248, {KEY}, ring) for ring in (-4, -5, -3, -2)) > 0"
LEAVES_KEY_X32 = f"""{CALLS}
child = os.fork()  # which may be killed for it
if child == 0:
    os._exit(max(call(248 | 0x40000000, {KEY}, ring) for ring in (-4, -5)) <= 0)
assert os.waitpid(child, 0)[1] == 0
"""
LEAVES_KEY_32 = f"{CALLS}\nassert max(call_as_32_bits(286, {KEY}, ring) for ring in (-4, -5)) >= 0"
READS_KEY = f"""{CALLS}
found = [call(250, 10, ring, b"user", b"wall", 0) for ring in (-4, -5, -3)] + [call(249, b"user", b"wall", 0, 0)]
found += [call_as_32_bits(288, 10, ring, b"user", b"wall", 0) for ring in (-4, -5, -3)] if 1 else []
assert max(found) > 0 or 0 in found
"""
LISTS_KEYS = "assert b'wall-canary' in open('/proc/keys', 'rb').read()"
TRACES = f"""{CALLS}
assert call(101, 0x4206, 1, 0, 0) == 0 or call_as_32_bits(26, 0, 0, 0, 0) == 0 or call(101, 0, 0, 0, 0) == 0
"""
READS_OTHERS = f"""{CALLS}
data = ctypes.create_string_buffer(64)
part = (ctypes.c_ulong * 2)(ctypes.addressof(data), 64)
there = ctypes.addressof(part)
me = os.getpid()
assert call(310, me, there, 1, there, 1, 0) >= 0 or call(311, me, there, 1, there, 1, 0) >= 0 or (
    call(438, call(434, me, 0), 0, 0) >= 0 or call_as_32_bits(347, me, 0, 0, 0, 0) == 0
)
"""
NAMESPACES = f"""{CALLS}
NEW = 0x10000000 | 0x20000000
arguments = (ctypes.c_ulong * 11)(NEW, 0, 0, 0, 17)
def clone(number, *rest):
    child = call(number, *rest)
    if child == 0:
        os._exit(0)
    return child
assert (
    clone(56, NEW | 17, 0, 0, 0, 0) > 0
    or clone(435, ctypes.addressof(arguments), 88) > 0
    or call(272, NEW) == 0
    or call_as_32_bits(310, 0x10000000) == 0
)
"""
MOVES = f"""{CALLS}
everywhere = (ctypes.c_ulong * 16)(*[2**64 - 1] * 16)
moved = call(203, 0, 128, ctypes.addressof(everywhere)) == 0 or call_as_32_bits(241, 0, 4, b"\\xff" * 4) == 0
first = call(144, 0, 1, b"\\x01\\x00\\x00\\x00") == 0
assert moved or first or call(141, 0, 0, -20) == 0 or call(251, 1, 0, 1 << 13) == 0
"""
MEMORY_FILES = (
    f"{CALLS}\nassert call(319, b'wall', 0) >= 0 or call(447, 0) >= 0 or call_as_32_bits(356, b'wall', 0) >= 0"
)
SYSTEM_V = f"{CALLS}\nassert call(29, 0, 2**20, 0o1600) >= 0 or call_as_32_bits(117, 23, 0, 2**20, 0o1600) >= 0"
OTHERS = f"""{CALLS}
ring, event = bytes(120), bytes(128)
done = [call(425, 8, ring), call(323, 1), call(298, event, 0, -1, -1, 0), call(321, 0, bytes(72), 72)]
assert max(done) >= 0
"""

# --- what does not want to end ----------------------------------------------------------------------------------------

LINGER = """\
import ctypes, os, signal, sys
def linger(code, name):
    if os.fork() == 0:
        os.setsid()
        ctypes.CDLL(None).prctl(1, 0, 0, 0, 0)
        if os.fork() == 0:
            for number in range(1, 65):
                try:
                    signal.signal(number, signal.SIG_IGN)
                except (OSError, ValueError):
                    pass
            os.execv(sys.executable, [sys.executable, "-ISc", code, "wall-lingers-" + name])
        os._exit(0)
pause = "import signal\\nwhile True: signal.pause()"
"""
LINGERS = {
    "lingers": f"{LINGER}\nfor _ in range(20):\n    linger(pause, 'lingers')",
    "lingers-stopped": f"""{LINGER}
linger("import os, signal\\nos.kill(os.getpid(), signal.SIGSTOP)", "lingers-stopped")""",
    "lingers-forking": f"""{LINGER}
for _ in range(5):
    linger("import os\\nwhile True:\\n  if os.fork(): os._exit(0)", "lingers-forking")""",
    "lingers-and-exits": f"""{LINGER}
for number in range(3, 100):
    try:
        os.set_inheritable(number, True)
    except OSError:
        pass
linger(pause, "lingers-and-exits")
os._exit(0)""",
    "lingers-and-stops": f"""{LINGER}
linger(pause, "lingers-and-stops")
os.kill(-1, signal.SIGSTOP)
os.kill(os.getpid(), signal.SIGSTOP)""",
    "lingers-as-reaper": f"""{LINGER}
ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)
linger(pause, "lingers-as-reaper")""",
}

# --- garbage ----------------------------------------------------------------------------------------------------------

SOCKETS = """\
import os, signal, socket, stat, struct
kernel = get_ipython().kernel
def sockets():
    found = []
    for name in os.listdir("/proc/self/fd"):
        try:
            if stat.S_ISSOCK(os.fstat(int(name)).st_mode):
                found.append(int(name))
        except OSError:
            pass
    return found
def write(data):
    for number in sockets():
        try:
            os.set_blocking(number, False)
            os.write(number, data)
        except OSError:
            pass
"""
GARBAGE = f"{SOCKETS}\nwrite(os.urandom(5000))"
GARBAGE_FRAMES = (
    f"{SOCKETS}\nfor size in (2**62, 2**33, 2**63 + 5):\n    write(b'\\x02' + struct.pack('>Q', size) + b'x' * 100)"
)
GARBAGE_COMMANDS = f"{SOCKETS}\nwrite(b''.join(b'\\x04' + bytes([n]) + os.urandom(n) for n in range(200)))"
CLOSES = f"{SOCKETS}\nfor number in sockets():\n    os.close(number)"
CLOSES_ALL = "import os\nos.closerange(0, 4096)"
SHUTS = f"{SOCKETS}\nfor number in sockets():\n    socket.socket(fileno=os.dup(number)).shutdown(socket.SHUT_WR)"
REPLACES = f"{SOCKETS}\nfor number in sockets():\n    os.dup2(os.open('/dev/zero', os.O_RDWR), number)"
DEAF = f"{SOCKETS}\nkernel.shell_stream.stop_on_recv() if hasattr(kernel.shell_stream, 'stop_on_recv') else None"
NEVER_REPLIES = f"{SOCKETS}\nkernel.session.send = lambda *arguments, **more: None"
NEVER_IDLE = f"""{SOCKETS}
plain = kernel.session.send
def send(stream, kind, content=None, *rest, **more):
    if kind != "status":
        return plain(stream, kind, content, *rest, **more)
kernel.session.send = send"""
TWICE = f"""{SOCKETS}
plain = kernel.session.send
def send(*arguments, **more):
    plain(*arguments, **more)
    return plain(*arguments, **more)
kernel.session.send = send"""
EARLY = f"""{SOCKETS}
parent = kernel.get_parent("shell")
content = {{"status": "ok", "execution_count": 1, "user_expressions": {{}}, "payload": []}}
for _ in range(50):
    kernel.session.send(kernel.shell_stream, "execute_reply", content, parent=parent, ident=kernel._shell_parent_ident
                        if hasattr(kernel, "_shell_parent_ident") else None)
    kernel.session.send(kernel.iopub_socket, "status", {{"execution_state": "idle"}}, parent=parent)
while True:
    signal.pause()"""
STOPS = "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)"
STOPS_IN_CALL = "def double(x):\n    import os, signal\n    os.kill(os.getpid(), signal.SIGSTOP)"
KILLS_ALL = "import os, signal\nos.kill(-1, signal.SIGKILL)"
SWALLOWS = """\
import os, sys
for number in (1, 2):
    os.set_blocking(number, True)
    for _ in range(500):
        os.write(number, b"x" * 2**20)
"""

# --- links ------------------------------------------------------------------------------------------------------------

SEE = r"\href{http:proof.html}{MARK}"
PIECES = [  # each of them is a link in a browser if MathJax typesets it
    f"${SEE}$",
    f"$${SEE}$$",
    rf"\\({SEE}\\)",
    rf"\\[{SEE}\\]",
    rf"\begin{{equation}}{SEE}\end{{equation}}",
    r"$\hr<wbr>ef{http:proof.html}{MARK}$",
    r"$\hr<!-- x -->ef{http:proof.html}{MARK}$",
    r"$&#92;href{http:proof.html}{MARK}$",
    r"$\&#104;ref{http:proof.html}{MARK}$",
    f"&#36;{SEE}&#36;",
    f"&dollar;{SEE}&dollar;",
    r"$&bsol;href{http:proof.html}{MARK}$",
    r"$\hr&#101;f{http&colon;proof.html}{MARK}$",
    r"$\def\see{\href{http:proof.html}}\see{MARK}$",
    r"$\let\see=\href \see{http:proof.html}{MARK}$",
    r"$\let\vec\href$ and $\vec{http:proof.html}{MARK}$",
    r"$\newcommand{\see}[1]{\href{#1}{MARK}}\see{http:proof.html}$",
    r"$\renewcommand{\hat}[2]{\href{#1}{#2}}\hat{http:proof.html}{MARK}$",
    r"$\require{HTML}\href{http:proof.html}{MARK}$",
    r"$\mmlToken{mi}[href=http:proof.html]{MARK}$",
    r"$\mmlToken{mi}[mathcolor=red, href='http:proof.html']{MARK}$",
    r"$\unicode[url(http:proof.html)]{x41} MARK$",
    r"$\class{a}{\cssId{b}{\style{background:url(http:proof.html)}{MARK}}}$",
    r"$\bbox[background:url(http:proof.html)]{MARK}$",
    rf"$\text{{a ${SEE}$ b}}$",
    rf"$\mbox{{\({SEE}\)}}$",
    rf"$\operatorname{{{SEE}}}$",
    rf"$\begin{{array}}{{c}}{SEE}\end{{array}}$",
    rf"$\color{{red}}{{{SEE}}}$",
    "$\\href\n{http:proof.html}\n{MARK}$",
    "$\\href%\n{http:proof.html}{MARK}$",
    rf"$x_{{{SEE}}}$",
    f"# ${SEE}$",
    f"- a\n- ${SEE}$",
    f"> ${SEE}$",
    f"| a | b |\n|---|---|\n| ${SEE}$ | c |",
    f"[${SEE}$](https://a.org)",
    f"**${SEE}$**",
    f"<b>${SEE}$</b>",
    f"<details><summary>${SEE}$</summary></details>",
    f'<pre class="tex2jax_process">${SEE}$</pre>',
    f'<code class="tex2jax_process">${SEE}$</code>',
    f'<div class="tex2jax_process"><pre>a</pre>${SEE}$</div>',
    f"<textarea>${SEE}$</textarea>${SEE}$",
    f"$\\alpha$ &lt;!-- ${SEE}$ --&gt;",
    f"`a` \\${SEE}\\$ ${SEE}$",
    f"$a\n\n{SEE}$",
    f"\\\\begin{{align}}{SEE}\\\\end{{align}}",
    f"<math><mtext>${SEE}$</mtext></math>",
    f"<svg><text>${SEE}$</text></svg>",
    f"a<br>$<br>{SEE}<br>$",
    '<math><mi href="http:proof.html">MARK</mi></math>',
    "\\begin{align}\\hr<wbr/>ef{http:proof.html}{MARK}\\end{align}",
    "$\\HREF{http:proof.html}{MARK}\\lowercase{\\href{http:proof.html}{MARK}}$",
    "$\\Bbb{R}\\href{proof.html}{MARK}$",
    f"$a < {SEE} > b$",
    f"$$a <{SEE}> b$$",
    f"$a <b {SEE} > c$",
    f"$a </b {SEE}> c$",
    f"$<! {SEE}> c$",
    f"$a <? {SEE} ?> c$",
    "$\\href {//proof.html} {MARK}$",
    "$\\tag{$\\href{http:proof.html}{MARK}$} x$",
    "\\$$\\href{http:proof.html}{MARK}$$",
    "$``\\href{http:proof.html}{MARK}``$",
    "$`a`\\href{http:proof.html}{MARK}$",
    "~~~x\n$a$\n~~~\n$\\href{http:proof.html}{MARK}$",
]
HONEST = [
    r"$\frac{1}{2}\sum_{t=1}^T x_t^{FINE}$",
    r"$$\mathbf{h}_t = \tanh(W_x x_t + W_h h_{t-1} + b_{FINE})$$",
    r"\begin{align}y &= \sigma(FINE) \\ &= \begin{cases}1 & x > 0 \\ 0 & \text{otherwise}\end{cases}\end{align}",
    r"$\operatorname{softmax}(z)_{FINE}$",
    r"$\left( \frac{\partial L}{\partial \hat y} \right)^{FINE} \in \mathbb{R}$",
    r"$\underbrace{a \odot b}_{FINE} \le \lVert x \rVert_2$",
    r"$$\prod_{FINE} \mathcal{N}(\mu, \sigma^2) \quad \text{if } x$$",
]
ADDRESSES = [
    "http://localhost/logout",
    "http://127.0.0.1:8888/logout",
    "http://127.1/logout",
    "http://localhost.:8888/logout",
    "http://0x7f.1/logout",
    "http://[::1]:8888/logout",
    "http://[::ffff:127.0.0.1]/logout",
    "http://2130706433/logout",
    "http://a.org@localhost/logout",
    "http://a.org\\@localhost/logout",
    "http://a.org:80@localhost/logout",
    "http:\\\\localhost\\logout",
    "http:///logout",
    "https:logout",
    "http:/logout",
    "//logout",
    "//localhost/logout",
    "\\\\localhost\\logout",
    "http://0.0.0.0:8888/logout",
    "http://0/logout",
    "http://localhost.localdomain/logout",
    "http://a.localhost:8888/logout",
    "http://127\u30020\u30020\u30021/logout",
    "http://127.0.0.1.:8888/logout",
    "http://\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3/logout",
    "http://127%2e0%2e0%2e1/logout",
    "http://\uff11\uff12\uff17.0.0.1/logout",
    "http://017700000001/logout",
    "http://0177.0.0.1/logout",
    "ht&#9;tp:logout",
    "&#1;http:logout",
    "http&colon;logout",
    "http://a.org&#64;localhost/logout",
    "logout",
    "/logout",
    "?logout",
    "#/../logout",
    "http://local&shy;host/logout",
    "http://10.0.0.1/logout",
    "http://192.168.0.1/logout",
    "http://169.254.169.254/logout",
    "http://LOCALHOST./logout",
    "http://a.localho\u017ft/logout",
    "ftp://localhost/logout",
    "file:///logout",
    "blob:http://localhost/logout",
    "view-source:http://localhost/logout",
    "http://ip6-localhost./logout",
]
TAGS = [
    '<a href="{}">m</a>',
    '<img src="{}">',
    '<img srcset="{} 2x" src="https://a.org/x.png">',
    '<area href="{}">',
    '<form action="{}"><button>m</button></form>',
    '<button formaction="{}">m</button>',
    '<iframe src="{}"></iframe>',
    '<object data="{}"></object>',
    '<embed src="{}">',
    '<base href="{}">',
    '<link rel="stylesheet" href="{}">',
    '<meta http-equiv="refresh" content="0;url={}">',
    '<p style="background:url({})">m</p>',
    '<video poster="{}"></video>',
    '<svg><a xlink:href="{}"><text>m</text></a></svg>',
    '<svg><image href="{}"/></svg>',
    '<blockquote cite="{}">m</blockquote>',
    '<a ping="{}" href="https://a.org">m</a>',
    "<style>p {{ background: url({}) }}</style>",
    '<input type="image" src="{}">',
    '<math><maction actiontype="statusline" xlink:href="{}">m</maction></math>',
    '<table background="{}"><tr><td>m</table>',
    '<source src="{}">',
    '<track src="{}">',
    "<a href = {}>m",
    "<a href='{}'>m</a>",
    '<body background="{}">',
]
SHOWS = """\
from IPython.display import HTML, SVG, Latex, Markdown, Math, display
three = 3
for piece in {pieces!r}:
    for kind in (Latex, Markdown, HTML):
        display(kind(piece))
    display(Math(piece.strip("$")))
    display({{"text/latex": [piece], "text/plain": "p"}}, raw=True)
    display({{"image/svg+xml": '<svg xmlns="http://www.w3.org/2000/svg"><text>' + piece + "</text></svg>"}}, raw=True)
"""
LINKS_IN = [tag.format(address) for tag in TAGS for address in ("http://localhost/logout", "/logout", "http:logout")]
LINKS_IN += [TAGS[0].format(address) for address in ADDRESSES]
LINKS_IN_MARKDOWN = [text for one in ADDRESSES for text in (f"[m]({one})", f"[m](<{one}>)", f"<{one}>", f"![m]({one})")]
LINKS_IN_MARKDOWN += [f"[m]\n\n[m]: {one}" for one in ADDRESSES] + [f"a {one} b" for one in ADDRESSES]
SHOWS_LINKS = """\
from IPython.display import HTML, Latex, Markdown, display
three = 3
for piece in {pieces!r}:
    display(HTML(piece))
    display(Markdown(piece))
for piece in {markdown!r}:
    display(Markdown(piece))
    display(Latex(piece))
"""


def numbered(pieces, word):
    return [piece.replace(word, f"{word.lower()}{number}x") for number, piece in enumerate(pieces)]


def in_cells(pieces):
    def change(notebook):
        for piece in pieces:
            notebook.cells.insert(1, new_markdown_cell(piece))

    return change


def shown(code, **words):
    return answer("three", code.format(**words))


# --- feedback ---------------------------------------------------------------------------------------------------------


def tells(body, before=""):
    """Answer right for 1, and let what is done with another number, the secret one, tell it."""
    inner = "\n".join("    " + line for line in body.splitlines())
    return answer("double", f"import sys\n{before}\ndef double(x):\n    if x == 1:\n        return 2\n{inner}")


TELLS = {
    "tells-in-text": tells("raise ValueError(f'got {x}')"),
    "tells-in-name": tells("raise type(f'E{x}', (Exception,), {})"),
    "tells-in-note": tells("error = KeyError(x)\nerror.add_note(str(x))\nraise error from ValueError(2 * x)"),
    "tells-in-group": tells("raise ExceptionGroup(f'{x}', [ValueError(x)])"),
    "tells-in-syntax": tells("raise SyntaxError(f'{x}', (f'{x}.py', 1, 1, f'{x}'))"),
    "tells-in-exit": tells("sys.exit(f'{x}')"),
    "tells-in-class": tells("return type(f'C{x}', (), {'__repr__': lambda self: f'{x}'})()"),
    "tells-in-list": tells("return [x, {x: str(x)}, (2 * x,)]"),
    "tells-in-string": tells("return f'{x}'"),
    "tells-in-array": tells("import numpy as np\nreturn np.array([x, 2 * x])"),
    "tells-nearly": tells("return 2 * x + 1"),
    "tells-in-float": tells("return 1.0 + x"),
    "tells-in-shape": tells("import numpy as np\nreturn np.zeros((0, x))"),
    "tells-in-prints": tells(
        "import logging, warnings\nprint(x)\nprint(2 * x, file=sys.stderr)\nwarnings.warn(str(x))\n"
        "logging.getLogger().warning(x)\ndisplay(x)\nreturn 0"
    ),
    "tells-in-model": tells(
        "import keras\nmodel = keras.Sequential([keras.layers.Input((1,)), keras.layers.Dense(1, name=f'd{x}')], "
        "name=f'm{x}')\nreturn model"
    ),
    "tells-in-callable": tells("def f(): pass\nf.__name__ = f.__qualname__ = f'f{x}'\nreturn f"),
    "tells-in-generator": tells("return (number for number in [x])"),
    "tells-by-loop": tells("while True: pass"),
    "tells-by-death": tells("import os\nos._exit(0)"),
    "tells-by-memory": tells("import numpy as np\nreturn np.empty(2**28).tolist() if False else bytes(600 * 2**20)"),
    "tells-by-recursion": tells("return double(x + 0.0)"),
    "tells-by-frame": tells("secret = x\nassert x == 1, f'{x} is not 1'"),
    "tells-by-rename": tells("double.__name__ = double.__qualname__ = f'd{x}'\nraise RuntimeError"),
    "tells-in-hook": tells(
        "raise ValueError",
        before="sys.excepthook = lambda *a: print(a)\nget_ipython().set_custom_exc((Exception,), "
        "lambda shell, kind, value, trace, tb_offset=None: print(trace.tb_next.tb_frame.f_locals))",
    ),
}

# --- hard links -------------------------------------------------------------------------------------------------------


def hard(target, name="data.txt"):
    """Give a file of the course a second name in the submission."""

    def link(folder):
        (folder / name).unlink(missing_ok=True)
        (folder / name).hardlink_to(folder.parents[2] / target)

    return link


def hard_outside(folder):
    victim = folder.parents[3] / "outside.txt"
    victim.write_text("outside")
    victim.chmod(0o600)
    (folder / "data.txt").hardlink_to(victim)


def hard_deep(folder):
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "a" / "b" / "flags.json").hardlink_to(folder.parents[2] / "gradebook.db")
    (folder / "timestamp.txt").hardlink_to(folder.parents[2] / "gradebook.db")


def twins(folder):
    (folder / "a.csv").write_text("1,2")
    (folder / "sub").mkdir()
    (folder / "sub" / "b.csv").hardlink_to(folder / "a.csv")
    (folder / "tiny-Copy1.ipynb").hardlink_to(folder / "tiny.ipynb")


READS_TWINS = "three = 3 if open('a.csv').read() == open('sub/b.csv').read() == '1,2' else 7"


def time_file(content):
    def write(folder):
        (folder / "timestamp.txt").write_bytes(content)

    return write


TIME = b"2026-01-02 10:00:00 UTC"
TIMES = {
    "time-escapes": TIME + b"\x1b]0;OWNED\x07" * 50,
    "time-escapes-first": b"\x1b]0;OWNED\x07\x1b[2J" * 20 + TIME,
    "time-digits": b"2026-01-02 10:00:00." + b"1" * 200_000,
    "time-lines": TIME + b"\n" + b"\x1b]0;OWNED\x07\n" * 3000,
    "time-spaces": b" " * 300_000 + TIME + b" " * 300_000,
    "time-zone": TIME + b"+" + b"9" * 500,
    "time-year": b"9" * 400 + b"-01-02 10:00:00 UTC",
    "time-words": b"today at noon UTC, \xe2\x80\xae" * 40,
    "time-c1": TIME + "\x9b2J\x9d0;OWNED\x9c".encode() * 30,
    "time-nul": TIME + bytes(300),
    "time-early": b"0001-01-01 00:00:00 +23:59",
    "time-late": b"9999-12-31 23:59:59 -23:59",
    "time-weeks": b"2026W53-7T24:00:00" + b" UTC" * 60,
}


def garbage(code):
    """Run code in a cell of its own between a right answer and the test."""

    def change(notebook):
        place = next(n for n, cell in enumerate(notebook.cells) if cell.metadata.get("nbgrader", {}).get("grade"))
        notebook.cells.insert(place, new_code_cell(code))

    return change


X86 = {
    "a-leaves-key": Attack(thief(LEAVES_KEY), 1),
    "a-leaves-key-x32": Attack(thief(LEAVES_KEY_X32), 1),
    "a-leaves-key-32-bits": Attack(thief(LEAVES_KEY_32), 1),
    "y-reads-key": Attack(thief(READS_KEY), 1),
    "lists-keys": Attack(thief(LISTS_KEYS), 1),
    "traces-first": Attack(thief(TRACES), 1),
    "reads-others": Attack(thief(READS_OTHERS), 1),
    "namespaces": Attack(thief(NAMESPACES), 1),
    "moves": Attack(thief(MOVES), 1),
    "memory-files": Attack(thief(MEMORY_FILES), 1),
    "system-v": Attack(thief(SYSTEM_V), 1),
    "other-calls": Attack(thief(OTHERS), 1),
}

ATTACKS = {
    "a-victim": Attack(lambda notebook: None, 3, "it was a hard link to a file in"),  # another links to its notebook
    "z-honest": Attack(lambda notebook: None, 3),
    **(X86 if platform.machine() == "x86_64" else {}),
    "reads-environments": Attack(thief(READS_ENVIRONMENTS), 1),
    "reads-mounts": Attack(thief(READS_MOUNTS), 1),
    "reads-memory": Attack(thief(READS_MEMORY), 1),
    "walks-roots": Attack(thief(WALKS_ROOTS), 1),
    "descriptors": Attack(thief(DESCRIPTORS), 1),
    "takes-descriptors": Attack(thief(TAKES_DESCRIPTORS), 1),
    "terminal": Attack(thief(TERMINAL), 1),
    "connects": Attack(connects, 1),
    "lingers": Attack(garbage(LINGERS["lingers"]), 3),
    "lingers-stopped": Attack(garbage(LINGERS["lingers-stopped"]), 3),
    "lingers-forking": Attack(garbage(LINGERS["lingers-forking"]), 3),
    "lingers-and-exits": Attack(garbage(LINGERS["lingers-and-exits"]), 0, "The kernel died"),
    "lingers-and-stops": Attack(garbage(LINGERS["lingers-and-stops"]), 0, "kernel"),
    "lingers-as-reaper": Attack(garbage(LINGERS["lingers-as-reaper"]), 3),
    "garbage": Attack(garbage(GARBAGE), 0, "kernel"),
    "garbage-frames": Attack(garbage(GARBAGE_FRAMES), 0, "kernel"),
    "garbage-commands": Attack(garbage(GARBAGE_COMMANDS), 3),
    "closes": Attack(garbage(CLOSES), (0, 3), "kernel"),  # as for shuts
    "closes-all": Attack(garbage(CLOSES_ALL), 0, "kernel"),
    "shuts": Attack(garbage(SHUTS), (0, 3), "kernel"),  # messages that are on their way may arrive
    "replaces": Attack(garbage(REPLACES), 0, "kernel"),
    "deaf": Attack(garbage(DEAF), 0, "kernel"),
    "never-replies": Attack(garbage(NEVER_REPLIES), 0, "kernel"),
    "never-idle": Attack(garbage(NEVER_IDLE), 3),
    "replies-twice": Attack(garbage(TWICE), 3),
    "replies-early": Attack(garbage(EARLY), 3),
    "stops": Attack(garbage(STOPS), 0, "kernel"),
    "stops-in-call": Attack(answer("double", STOPS_IN_CALL), 0, "kernel"),
    "kills-all": Attack(garbage(KILLS_ALL), 3),
    "swallows": Attack(garbage(SWALLOWS), (1, 3), "took too long"),  # what it wrote may hold up the answers
    "formulas": Attack(in_cells(numbered(PIECES, "MARK")), 3),
    "formulas-shown": Attack(shown(SHOWS, pieces=numbered(PIECES, "MARK")), 3),
    "honest-formulas": Attack(in_cells(numbered(HONEST, "FINE")), 3),
    "honest-formulas-shown": Attack(shown(SHOWS, pieces=numbered(HONEST, "FINE")), 3),
    "links": Attack(in_cells(LINKS_IN + LINKS_IN_MARKDOWN), 3),
    "links-shown": Attack(shown(SHOWS_LINKS, pieces=LINKS_IN, markdown=LINKS_IN_MARKDOWN), 3),
    **{name: Attack(change, 2) for name, change in TELLS.items()},
    "tells-by-loop": Attack(TELLS["tells-by-loop"], 2, "took too long"),
    "tells-by-death": Attack(TELLS["tells-by-death"], 1, "The kernel died while a test"),
    **{name: Attack(lambda notebook: None, 3, "no time", time_file(content)) for name, content in TIMES.items()},
    "hard-gradebook": Attack(lambda notebook: None, 3, "data.txt was removed", hard("gradebook.db")),
    "hard-source": Attack(
        lambda notebook: None, 0, "tiny.ipynb was removed", hard("source/tiny/tiny.ipynb", "tiny.ipynb")
    ),
    "hard-release": Attack(
        lambda notebook: None, 0, "tiny.ipynb was removed", hard("release/tiny/tiny.ipynb", "tiny.ipynb")
    ),
    "hard-other": Attack(
        lambda notebook: None,
        3,
        "it was a hard link to a file in",
        hard("submitted/a-victim/tiny/tiny.ipynb", "tiny.ipynb"),
    ),
    "hard-settings": Attack(lambda notebook: None, 3, "data.txt was removed", hard("nbgrader_config.py")),
    "hard-outside": Attack(lambda notebook: None, 3, None, hard_outside),
    "hard-deep": Attack(lambda notebook: None, 3, "flags.json was removed", hard_deep),
    "hard-twins": Attack(answer("three", READS_TWINS), 3, None, twins),
}


class Watch(threading.Thread):
    """Note processes that still run when the state of their submission says that it is graded."""

    def __init__(self, root: Path) -> None:
        super().__init__(daemon=True)
        self.root, self.over, self.seen, self.late = root, threading.Event(), set(), set()

    def run(self) -> None:
        while not self.over.wait(0.2):
            graded = set()
            with contextlib.suppress(Exception):  # the gradebook is being written
                graded = {name for name, one in states.of_all(self.root, "tiny").items() if one.state == states.GRADED}
            lingering = set(markers())
            self.seen |= lingering
            self.late |= lingering & graded


def markers() -> list[str]:
    """The submissions whose processes run on this machine."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            found += re.findall(rf"{MARK}-([a-z-]+)", path.read_text(errors="replace"))
    return found


@contextlib.contextmanager
def key_of_the_grader():
    """Have a key in the keyring of the user who grades, where Linux lets us."""
    call, user_keyring, unlink = ctypes.CDLL(None).syscall, -4, 9
    key = call(248, b"user", b"wall-canary", b"x", 1, user_keyring) if platform.machine() == "x86_64" else 0
    yield
    if key > 0:
        call(250, unlink, key, user_keyring)


# CI has time for one of the ways; test_attacks.py goes two.
ONE_WAY = [WAYS[0], *(pytest.param(*way.values, id=way.id, marks=pytest.mark.nightly) for way in WAYS[1:])]


@pytest.fixture(scope="module", params=ONE_WAY)
def attacked(request, tmp_path_factory, sandboxed):
    """A class that attacks, graded in one go: its course, what was said, scores, standings, and who lingered."""
    root = attack(tmp_path_factory.mktemp("attacked"), ATTACKS)
    watch = Watch(root)
    watch.start()
    os.environ["RNN_CANARY"] = CANARY
    try:
        with key_of_the_grader():
            result = grade(request.param, root)
    finally:
        del os.environ["RNN_CANARY"]
        watch.over.set()
        watch.join()
    left = markers()
    course.nbgrader(root, "generate_feedback", "tiny")
    return root, result, submissions.scores(root, "tiny"), states.of_all(root, "tiny"), (watch, left)


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_gets_its_score_and_its_flag(attacked, name):
    root, _, scores, standings, _ = attacked
    held(root, name, ATTACKS[name], scores, standings)


def test_the_grading_ends_well_and_says_no_word_of_a_student(attacked):
    _, result, *_ = attacked
    assert result.returncode == 0, result.stdout[-5000:] + result.stderr[-5000:]
    said = result.stdout + result.stderr
    assert "OWNED" not in said
    assert "Traceback" not in said
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f]|\x1b[^\[]|\x1b\[[^m\d;]", said)


def test_no_process_outlives_its_grading(attacked):
    *_, (watch, left) = attacked
    assert watch.seen, "no process was seen at all"
    assert watch.late == set()
    assert left == []


@pytest.mark.parametrize("name", TELLS)
def test_feedback_tells_nothing_of_a_hidden_test(attacked, name):
    root, *_ = attacked
    path = root / "feedback" / name / "tiny" / "tiny.html"
    assert path.exists(), "it was not graded"
    page = path.read_text()
    text = bs4.BeautifulSoup(page, "html.parser").get_text()
    for number in (int(SECRET), 2 * int(SECRET), 2 * int(SECRET) + 1, int(SECRET) + 1):
        for form in (
            f"{number}",
            f"{number:_}",
            f"{number:,}",
            f"{number:x}",
            f"{number:.4e}"[:6],
            f"{number / 1e11:.4f}",
        ):
            assert form not in text, form
            assert form not in page or len(form) < 9, form


@pytest.mark.parametrize("name", TIMES)
def test_a_time_is_what_was_understood(attacked, name):
    root, *_ = attacked
    path = root / "autograded" / name / "tiny" / "timestamp.txt"
    assert not path.exists() or re.fullmatch(r"[ -~]{0,100}\n?", path.read_text(errors="replace"))


def test_a_hard_link_carries_nothing_away(attacked):
    root, *_ = attacked
    assert (root.parent / "outside.txt").read_text() == "outside"
    assert (root.parent / "outside.txt").stat().st_mode & 0o777 == 0o600
    assert not list(root.glob("*/hard-gradebook/tiny/data.txt"))
    assert not list(root.glob("*/hard-settings/tiny/data.txt"))
    assert not list(root.glob("*/hard-deep/tiny/a/b/flags.json"))
    inodes = {(root / name).stat().st_ino for name in ("gradebook.db", "nbgrader_config.py", "source/tiny/tiny.ipynb")}
    for folder in ("autograded", "feedback", "submitted"):
        for path in (root / folder).rglob("*"):
            if path.is_file():
                assert path.stat().st_ino not in inodes, path
                if path.suffix != ".html":
                    assert b"SQLite format 3" not in path.read_bytes()[:100], path


LINKING = re.compile(
    r"\\(href|class|style|cssId|require|def|let|newcommand|renewcommand|unicode|mmlToken|bbox|lowercase)\b(?=.*mark)",
    re.DOTALL,
)
SKIPPED = {"script", "noscript", "style", "textarea", "pre", "code", "annotation", "annotation-xml"}


def typeset(element, ignored=False):
    """Give the texts in which MathJax looks for formulas, as its tex2jax puts them together."""
    classes = " ".join(element.get("class", []))
    process = "tex2jax_process" in classes or "mathjax_process" in classes
    if element.name in SKIPPED and not process:
        return
    ignored = (ignored or "tex2jax_ignore" in classes or "mathjax_ignore" in classes) and not process
    text = ""
    for child in element.children:
        if isinstance(child, bs4.Comment) or getattr(child, "name", None) == "wbr":
            continue
        if getattr(child, "name", None) == "br":
            text += "\n"
        elif isinstance(child, bs4.Tag):
            yield from () if ignored else (text,)
            text = ""
            yield from typeset(child, ignored)
        elif type(child) is bs4.NavigableString:
            text += child
    yield from () if ignored else (text,)


@pytest.mark.parametrize("name", ["formulas", "formulas-shown"])
def test_no_formula_is_a_link(attacked, name):
    root, *_ = attacked
    page = bs4.BeautifulSoup((root / "feedback" / name / "tiny" / "tiny.html").read_text(), "html.parser")
    assert "mark0x" in page.get_text()
    texts = [text for text in typeset(page.body) if re.search(r"mark\d+x", text)]
    assert [text for text in texts if LINKING.search(text)] == []
    assert attributes(page, "proof.html") == []


@pytest.mark.parametrize("name", ["honest-formulas", "honest-formulas-shown"])
def test_honest_formulas_are_typeset(attacked, name):
    root, *_ = attacked
    page = bs4.BeautifulSoup((root / "feedback" / name / "tiny" / "tiny.html").read_text(), "html.parser")
    drawn = "\n".join(formula.get_text() for formula in page.find_all("math"))
    for number in range(len(HONEST)):
        assert f"fine{number}x" in drawn, number


def attributes(page, word):
    """Give all attributes with this word, but those that only name a thing, and all styles with it."""
    found = [
        (tag.name, name, value)
        for tag in page.find_all(True)
        for name, value in tag.attrs.items()
        if name not in ("id", "class", "alt", "title") and word in str(value)
    ]
    return found + [("style", "", str(tag)) for tag in page.find_all("style") if word in str(tag)]


@pytest.mark.parametrize("name", ["links", "links-shown"])
def test_no_link_reaches_this_machine(attacked, name):
    root, *_ = attacked
    page = bs4.BeautifulSoup((root / "feedback" / name / "tiny" / "tiny.html").read_text(), "html.parser")
    found = [one for one in attributes(page, "logout") if not (one[1] == "href" and one[2].startswith("#"))]
    assert found == []


# --- neighbors --------------------------------------------------------------------------------------------------------

LOOPS = """\
import os, signal
for _ in range(400):
    if os.fork() == 0:
        os.setsid()
        while True:
            pass
while True:
    signal.pause()"""
NICER = """\
import os, signal
for action in (
    lambda: os.sched_setaffinity(0, range(os.cpu_count())), lambda: os.nice(-20), lambda: os.setpriority(0, 0, -20),
    lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(50)),
    lambda: os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1)),
    lambda: open("/proc/self/autogroup", "w").write("-20"), lambda: open("/proc/self/oom_score_adj", "w").write("-999"),
):
    try:
        action()
    except OSError:
        pass
for _ in range(50):
    if os.fork() == 0:
        os.setsid()
        while True:
            os.sched_yield()
while True:
    signal.pause()"""
FORKS = """\
import os
while True:
    try:
        if os.fork() == 0:
            os.setsid()
            os._exit(0)
        os.waitpid(-1, os.WNOHANG)
    except OSError:
        pass"""
WRITES = """\
import os
block = bytes(2**26)
while True:
    for folder in ("/tmp", "/dev/shm", "."):
        with open(folder + "/block", "wb") as file:
            file.write(block)
            os.fsync(file.fileno())"""
FILLS = "hog = []\nwhile True:\n    hog.append(bytearray(b'x' * 2**24))"
WORKS = """\
import time
def double(x):
    start = time.process_time()
    while time.process_time() - start < 0.5:
        pass
    return 2 * x"""
NEIGHBORS = {"b-loops": LOOPS, "d-nicer": NICER, "f-forks": FORKS, "h-writes": WRITES, "j-fills": FILLS}
NEIGHBOR_WAYS = [way for way in WAYS if way.values[0][0] == "rnncourse"]


@pytest.mark.nightly
@pytest.mark.parametrize("way", NEIGHBOR_WAYS)
def test_an_honest_submission_loses_nothing_to_a_neighbor(tmp_path, sandboxed, way):
    root = make(tmp_path, "c.Execute.timeout = 12\nc.JudgedExecute.call_timeout = 3\n")
    for student, code in NEIGHBORS.items():
        hand_in(root, student, before_double(code))
    honest = [f"{letter}-honest" for letter in "acegikl"]
    for student in honest:
        hand_in(root, student, answer("double", WORKS))
    result = grade(way, root)
    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-3000:]
    scores, standings = submissions.scores(root, "tiny"), states.of_all(root, "tiny")
    assert {student: (scores[student], standings[student].flags) for student in honest} == dict.fromkeys(
        honest, (3, [])
    )


# --- memory -----------------------------------------------------------------------------------------------------------

TAKE = """\
import ctypes, mmap, os, resource, signal, socket, time
import numpy as np
libc = ctypes.CDLL(None, use_errno=True)
MIB = 2**20
resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
held = []
def private(mebibytes):
    for _ in range(mebibytes // 50):
        part = mmap.mmap(-1, 50 * MIB, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
        np.frombuffer(part, "u1")[::4096] = 1
        held.append(part)
def in_children(number, work):
    # each says when it has what it takes, and keeps it
    said, say = os.pipe()
    for index in range(number):
        if os.fork() == 0:
            try:
                work(index)
            finally:
                os.write(say, b"x")
                signal.pause()
    for _ in range(number):
        os.read(said, 1)
def fill(end):
    end.setblocking(False)
    total, block = 0, b"x" * 65536
    try:
        while True:
            total += end.send(block)
    except OSError:
        return total
def enlarge(end):
    # once as usual, and once past a filter that reads 64 bits where Linux reads 32
    size = ctypes.c_int(MIB)
    end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, MIB)
    if os.uname().machine == "x86_64":
        words = (54, end.fileno(), 1 | 1 << 32, 7 | 1 << 32, ctypes.addressof(size), 4)
        libc.syscall(*map(ctypes.c_long, words))
def pairs(kind, mebibytes):
    # as much in sockets as they take, and the rest as memory of its own
    total = 0
    for _ in range(450):
        pair = socket.socketpair(socket.AF_UNIX, kind)
        held.append(pair)
        for end in pair:
            enlarge(end)
            total += fill(end)
        if total > mebibytes * MIB:
            return
    private(mebibytes - total // MIB)
def keep():
    for _ in range(30):  # the watch looks four times a second
        time.sleep(0.1)
"""
MEMORY = {
    "shared": """
for _ in range(75):
    part = mmap.mmap(-1, 2**26)
    np.frombuffer(part, "u1")[::4096] = 1
    part.madvise(mmap.MADV_DONTNEED)
    held.append(part)""",
    "processes": "in_children(6, lambda index: private(800))",
    "files": """
for folder in ("/tmp", "/dev/shm", "."):
    for number in range(2):
        file = open(f"{folder}/x{number}", "wb+")
        os.unlink(file.name)
        file.write(b"x" * (240 * MIB))
        file.flush()
        held.append(file)
in_children(2, lambda index: private(1700))""",
    "sockets": "in_children(3, lambda index: pairs(socket.SOCK_STREAM, 1550))",
    "datagrams": "in_children(3, lambda index: pairs(socket.SOCK_DGRAM, 1550))",
    "connections": """
server = socket.create_server(("127.0.0.1", 0), backlog=1000)
total = 0
while total < 1200 * MIB and len(held) < 9000:
    one = socket.create_connection(server.getsockname())
    other = server.accept()[0]
    held.extend((one, other))
    total += fill(one) + fill(other)
assert total >= 1200 * MIB
private(3200)""",
    "page-tables": """
def tables(index):
    libc.mmap.restype = ctypes.c_void_p
    libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]
    size = 2**40
    start = libc.mmap(None, size, 1, 0x4022, -1, 0)
    libc.madvise(ctypes.c_void_p(start), ctypes.c_size_t(size), 15)
    np.ctypeslib.as_array((ctypes.c_uint8 * size).from_address(start))[:: 2**21].sum()
in_children(2, tables)
tables(0)
private(500)""".replace("in_children(2", "in_children(1"),
    "names": """
def names(index):
    folder = f"/tmp/{index}"
    os.mkdir(folder)
    os.chdir(folder)
    for number in range(600_000):
        os.mknod(f"{number:0240}")
in_children(2, names)
private(3500)""",
    "huge-pages": """
def pins(index):
    class Piece(ctypes.Structure):
        _fields_ = [("start", ctypes.c_void_p), ("size", ctypes.c_size_t)]
    for _ in range(80):
        ends = os.pipe()
        held.append(ends)
        for _ in range(15):
            part = mmap.mmap(-1, 2**22, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
            part.madvise(14)
            start = ctypes.addressof(ctypes.c_char.from_buffer(part))
            start += -start % 2**21
            ctypes.memset(start, 1, 4096)
            piece = Piece(start, 4096)
            assert libc.vmsplice(ends[1], ctypes.byref(piece), ctypes.c_ulong(1), 0) == 4096
            libc.madvise(ctypes.c_void_p(start), ctypes.c_size_t(2**21), 4)
in_children(2, pins)""",
    "remnants": """
libc.mmap.restype = ctypes.c_void_p
for _ in range(37):
    start = libc.mmap(None, ctypes.c_size_t(2**27), 3, 0x21, -1, 0)
    np.ctypeslib.as_array((ctypes.c_uint8 * 2**27).from_address(start))[::4096] = 1
    libc.munmap(ctypes.c_void_p(start + 4096), ctypes.c_size_t(2**27 - 4096))""",
    "in-flight": """
# sockets in which sockets are on their way, which nobody has open
total = 0
for _ in range(38):
    carrier = socket.socketpair()
    held.append(carrier)
    ends = [end for _ in range(13) for end in socket.socketpair()]
    for end in ends:
        enlarge(end)
        total += fill(end)
    socket.send_fds(carrier[0], [b"x"], [end.fileno() for end in ends])
    for end in ends:
        end.close()
in_children(2, lambda index: private((4800 - total // MIB) // 2))""",
    "without-leader": """
import threading
def leave(index):
    def take():
        private(2400)
        os.write(say, b"x")
        signal.pause()
    threading.Thread(target=lambda: (take(), signal.pause())).start()
    libc.syscall(60, 0)
said, say = os.pipe()
for index in range(2):
    if os.fork() == 0:
        leave(index)
os.read(said, 1), os.read(said, 1)""".replace("signal.pause()", "time.sleep(1000)"),
    "unseen-files": """
for folder in ("/tmp", "/dev/shm", "."):
    for number in range(2):
        with open(f"{folder}/x{number}", "wb+") as file:
            file.write(b"x" * (240 * MIB))
in_children(2, lambda index: private(1700))
if os.fork() == 0:
    os._exit(0)  # nobody waits for it""",
    "files-everywhere": """
places = []
for line in open("/proc/self/mountinfo"):
    place, kind = line.split()[4], line.split(" - ")[1].split()[0]
    known = {os.stat(one).st_dev for one in places}
    if kind == "tmpfs" and os.access(place, os.W_OK) and os.stat(place).st_dev not in known:
        places.append(place)
for place in places:
    for number in range(2):
        with open(f"{place}/x{number}", "wb+") as file:
            file.write(b"x" * (240 * MIB))
in_children(2, lambda index: private((4450 - 480 * len(places)) // 2))""",
    "many-maps": """
def maps(index):
    for number in range(60_000):
        libc.mmap(None, ctypes.c_size_t(4096), 1 + 2 * (number % 2), 0x21, -1, 0)
libc.mmap.restype = ctypes.c_void_p
in_children(6, maps)  # more would use up the files of the whole machine
in_children(2, lambda index: private(2400))""",
}


class Meter(threading.Thread):
    """How much more memory this machine had in use at the most, in MiB, whoever took it."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.over, self.most, self.before = threading.Event(), 0, self.used()
        self.start()

    @staticmethod
    def used() -> int:
        lines = (line.split() for line in Path("/proc/meminfo").read_text().splitlines())
        kib = {words[0]: int(words[1]) for words in lines}
        kept = kib["Cached:"] + kib["Buffers:"] - kib["Shmem:"] + kib["SReclaimable:"]
        return (kib["MemTotal:"] - kib["MemFree:"] - kept) // 1024

    def run(self) -> None:
        while not self.over.wait(0.05):
            self.most = max(self.most, self.used() - self.before)


MEMORY_WAYS = [
    pytest.param(way, id=(way[1] and "ordinary user") or "root") for way in (("nbgrader", ()), ("nbgrader", ORDINARY))
]


@pytest.mark.nightly
@pytest.mark.parametrize("form", MEMORY)
@pytest.mark.parametrize("way", MEMORY_WAYS)
def test_memory_is_bounded_in_whatever_form_it_is_taken(tmp_path, sandboxed, way, form):
    root = make(tmp_path, "c.Execute.timeout = 60\nc.JudgedExecute.call_timeout = 10\n")
    hand_in(root, "taker", thief(TAKE + MEMORY[form] + "\nkeep()"))
    meter = Meter()
    result = grade(way, root)
    meter.over.set()
    print(f"{form}: {meter.most} MiB at the most")
    assert result.returncode == 0, result.stderr[-3000:]
    if meter.most < 1024:  # the system call for it is refused
        return
    standing = states.of_all(root, "tiny")["taker"]
    assert submissions.scores(root, "tiny")["taker"] in (0, 1), (standing, meter.most)
    assert form == "connections" or "memory" in " ".join(standing.flags), (standing, meter.most)  # of a network: none


# --- slow texts -------------------------------------------------------------------------------------------------------


def long(piece, end="", start=""):
    return start + piece * ((19_000 - len(start) - len(end)) // len(piece)) + end


SLOW = [
    "_a *" * 2400 + "a_ b*" * 1900,
    long("*a_"),
    long("["),
    long("[a]("),
    long("![[[]()"),
    long("> ", "a"),
    long("- ", "a"),
    "\n".join("  " * depth + "- a" for depth in range(130)),
    long("|a", "\n" + "|-" * 1000),
    "|a" * 3000 + "\n" + "|-" * 3000,
    "".join("`" * number + "a" for number in range(190)),
    long("<"),
    long("<a "),
    long("<!--"),
    long("<![CDATA["),
    long("&"),
    long("\\\\("),
    long("$a"),
    long("$$a"),
    long("\\begin{a}"),
    long("http://a."),
    long("www."),
    long("[^1]"),
    long("[a]: "),
    long("***"),
    long("~~"),
    long("a\n===\n"),
    long("[a][b]"),
    long("<div>"),
    long("\t"),
    long(" ", "x"),
    long("#"),
    long("_"),
    long("**a *b "),
    long("[a](<b"),
    long('[a](b "c'),
    long("&amp"),
    long("x"),
    long("[a](b)"),
    long("*a**b"),
    long("1. "),
    long("> - "),
    long("<p a=b ", ">"),
    long("<?"),
    long("a\\\n"),
    long("![a](", ")"),
    long("[", "](b)"),
    long("(", ")", "[a]"),
    long("|a|\n|-|\n"),
    long("<b>*"),
    long(":-|", "\n", "a|b\n"),
    long("\\"),
    long('"', "", "<a href="),
    long("$", "$", "a"),
]
SLOW_HTML = [
    long("<div>"),
    long("<b></i>"),
    long("<a b="),
    long("a:b;", "'>", "<p style='"),
    long("(", "'>", "<p style='color:"),
    long("url(", "'>", "<p style='background:"),
    long("<svg>"),
    long("<table>"),
    long("<select>"),
    long("&#x"),
    long("<p a=b "),
    "<p " + " ".join(f"a{number}=b" for number in range(2500)) + ">",
    long("<!--"),
    long("<style>a{"),
    long("</p>"),
    long("<![CDATA["),
    long("/*", "'>", "<p style='"),
    long("\\", "'>", "<p style='color:"),
    long("<table><tr><td>"),
    long("<a href='http:"),
    long("x ", "'>", "<p style='color:"),
    long("java&#9;", "'>", "<a href='"),
    long("<b <i "),
    long("<math><mi>"),
    long("<li>"),
]
SHOWS_SLOWLY = """\
from IPython.display import HTML, Latex, Markdown, display
three = 3
for piece in {pieces!r}:
    display(Markdown(piece))
for piece in {pages!r}:
    display(HTML(piece))
    display({{"image/svg+xml": "<svg>" + piece + "</svg>"}}, raw=True)
    display(Latex(piece))
"""
FAST = ["a *b* c"] * len(SLOW)
SHARE = 8  # so many of them are rendered of one submission: the rest is too long to be shown


def took(root, way):
    """Grade and write feedback, and give the processor's time that each took."""
    seconds = []
    for action in (lambda: grade(way, root), lambda: feedback(way, root)):
        before = os.times()
        assert action().returncode == 0
        after = os.times()
        seconds.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return seconds


def feedback(way, root):
    command = [*way[1], sys.executable, "-P", "-m", "nbgrader", "generate_feedback", "tiny"]
    return subprocess.run(command, cwd=root, capture_output=True, check=False)


def in_outputs(pieces):
    return shown(SHOWS_SLOWLY, pieces=pieces, pages=[])


def in_pages(pieces):
    return shown(SHOWS_SLOWLY, pieces=[], pages=pieces[: SHARE // 3])


SLOW_KINDS = {"cells": (in_cells, SLOW), "outputs": (in_outputs, SLOW), "pages": (in_pages, SLOW_HTML)}


@pytest.mark.nightly
@pytest.mark.parametrize("kind", SLOW_KINDS)
@pytest.mark.parametrize("way", WAYS)
def test_texts_that_are_slow_to_parse_take_not_much_longer_than_others(tmp_path, sandboxed, way, kind):
    times = []
    place, slow_ones = SLOW_KINDS[kind]
    for name, pieces in (("slow", slow_ones), ("fast", FAST)):
        root = make(tmp_path / name)
        for first in range(0, len(slow_ones), SHARE if kind != "pages" else SHARE // 3):
            hand_in(root, f"writer{first}", place(pieces[first : first + SHARE]))
        times.append(took(root, way))
        assert set(submissions.scores(root, "tiny").values()) == {3}
    print(kind, times)
    slow, fast = times
    # Each text has a second. Without that limit one of them takes hours.
    assert all(one < 20 * other for one, other in zip(slow, fast, strict=True)), times


# --- states -----------------------------------------------------------------------------------------------------------

FLAGS = [
    b"[" * 10**5,
    b'{"a": 1}',
    b"5",
    b"null",
    b'[1, [2], {"a": "b"}]',
    b"\xff\x00",
    b'"x"',
    b'["\\ud800"]',
    b"",
    b'["a", NaN]',
    b"[" + b'"a",' * 10**5 + b'"b"]',
    b'["\\u001b]0;OWNED\\u0007"]',
    b'{"flags": ["x"], "state": "graded"}',
    b"9" * 10**5,
]


def run(root, *words, user=()):
    """Run a command of the course or of nbgrader there."""
    module = {"rnncourse": "rnncourse.cli"}.get(words[0], words[0])
    command = [*user, sys.executable, "-P", "-m", module, *words[1:]]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, errors="replace", check=False)


def table(root, user=()):
    """The table of grades, as the command writes it, by student."""
    result = run(root, "nbgrader", "export", user=user)
    assert "Traceback" not in result.stderr, result.stderr
    return read_csv(root / "grades.csv")


def test_odd_flags_are_no_trouble(tmp_path, sandboxed):
    root = make(tmp_path)
    students = [f"s{number:02}" for number in range(len(FLAGS))]
    for student in students:
        hand_in(root, student)
    assert grade(("rnncourse", ()), root).returncode == 0
    for student, content in zip(students, FLAGS, strict=True):
        (root / "autograded" / student / "tiny" / "flags.json").write_bytes(content)
    for words in (
        ("rnncourse", "report", "tiny"),
        ("nbgrader", "generate_feedback", "tiny"),
        ("rnncourse", "grade", "tiny"),
    ):
        result = run(root, *words)
        assert result.returncode == 0, (words, result.stderr)
        assert "Traceback" not in result.stdout + result.stderr
        assert "OWNED\x07" not in result.stdout + result.stderr
        if words[1] != "grade":
            rows = table(root)
            assert {student: float(rows[student]["score"]) for student in students} == dict.fromkeys(students, 3)


def stock(path):
    """Leave of the gradebook what nbgrader itself makes."""
    with contextlib.closing(sqlite3.connect(path)) as gradebook:
        names = {name for (name,) in gradebook.execute("select name from sqlite_master where type = 'table'")}
        mine = {name for name in names if name.startswith("rnncourse")}
        assert mine, "this course adds no table"
        for name in mine:
            gradebook.execute(f'drop table "{name}"')
        gradebook.commit()


def foreign(path):
    path.unlink()
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("create table students (x)")
        other.commit()


def half(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scrambled(path):
    content = bytearray(path.read_bytes())
    content[4096:12288] = os.urandom(8192)
    path.write_bytes(content)


def folder_instead(path):
    path.unlink()
    path.mkdir()


BROKEN = {
    "random": lambda path: path.write_bytes(os.urandom(50_000)),
    "empty": lambda path: path.write_bytes(b""),
    "half": half,
    "scrambled": scrambled,
    "folder": folder_instead,
    "foreign": foreign,
    "text": lambda path: path.write_text("SQLite format 3\0" + "x" * 5000),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_gradebook_is_said_in_a_line(tmp_path, sandboxed, kind):
    root = make(tmp_path)
    hand_in(root, "ada")
    BROKEN[kind](root / "gradebook.db")
    for command in ("grade", "report"):
        result = run(root, "rnncourse", command, "tiny")
        assert "Traceback" not in result.stdout + result.stderr, (command, result.stderr[-2000:])
        if kind != "scrambled" or command == "grade":  # not all of it may be needed
            assert result.returncode == 1, (command, result.stdout, result.stderr)
            assert re.search("gradebook|rnncourse grade|atabase", result.stderr + result.stdout)
            assert len(result.stderr.splitlines()) <= 3, (command, result.stderr)


def test_an_old_gradebook_is_taken_over(tmp_path, sandboxed):
    root = make(tmp_path)
    hand_in(root, "ada")
    hand_in(root, "bob", answer("three", "three = 4"))
    assert grade(("rnncourse", ()), root).returncode == 0
    stock(root / "gradebook.db")
    report = run(root, "rnncourse", "report", "tiny")
    assert (report.returncode, "Traceback" in report.stderr) == (0, False), report.stderr
    assert {name: row["score"] for name, row in table(root).items()} == dict.fromkeys(
        ("ada", "bob"), ""
    )  # until they are graded anew
    result = run(root, "rnncourse", "grade", "tiny")
    assert result.returncode == 0, result.stderr
    assert {name: float(row["score"]) for name, row in table(root).items()} == {"ada": 3, "bob": 2}


def as_link_in_a_locked_folder(folder):
    (folder / "data.txt").symlink_to("/etc/passwd")
    folder.chmod(0o555)


def as_unreadable(folder):
    (folder / "tiny.ipynb").chmod(0)


def as_closed_folder(folder):
    folder.chmod(0)


def as_file(folder):
    shutil.rmtree(folder)
    folder.write_text("x")


def as_empty(folder):
    (folder / "tiny.ipynb").unlink()


def as_pipe_in_a_locked_folder(folder):
    (folder / "tiny.ipynb").unlink()
    os.mkfifo(folder / "tiny.ipynb")
    folder.chmod(0o555)


UNPREPARED = [
    as_link_in_a_locked_folder,
    as_unreadable,
    as_closed_folder,
    as_file,
    as_empty,
    as_pipe_in_a_locked_folder,
]


@pytest.mark.parametrize("program", ["rnncourse", "nbgrader"])
def test_an_old_score_is_never_shown_as_that_of_a_new_hand_in(tmp_path, sandboxed, program):
    root = make(tmp_path)
    students = {change.__name__.replace("_", "-"): change for change in UNPREPARED}
    for student in (*students, "locked"):
        hand_in(root, student)
    assert grade(("rnncourse", ORDINARY), root).returncode == 0
    folders = {student: hand_in(root, student, answer("three", "three = 4")) for student in (*students, "locked")}
    for student, change in students.items():
        (folders[student] / "timestamp.txt").write_text("2099-01-01 00:00:00 UTC")
        change(folders[student])
    (folders["locked"] / "timestamp.txt").write_text("2099-01-01 00:00:00 UTC")
    for path in (*(root / "submitted").glob("*/tiny"), root / "submitted"):
        path.chmod(path.stat().st_mode & ~0o222)
    try:
        result = grade((program, ORDINARY), root)
        rows = table(root, ORDINARY)
        report = run(root, "rnncourse", "report", "tiny", user=ORDINARY)
        page = (root / "reports" / "tiny.html").read_text() if report.returncode == 0 else report.stderr
    finally:
        for path in [root / "submitted", *(root / "submitted").glob("*/tiny")]:
            path.chmod(0o755)
    said = result.stdout + result.stderr
    assert program == "nbgrader" or "Traceback" not in said, said[-3000:]
    # nbgrader itself stops at a folder that it cannot open
    assert float(rows["locked"]["score"]) == 2 or "older" in rows["locked"]["status"], rows["locked"]
    soup = bs4.BeautifulSoup(page, "html.parser")
    for student in students:
        shown = [row.get_text(" ") for row in soup.find_all("tr") if student in row.get_text()]
        print(student, rows[student], shown)
        older = "older" in rows[student]["status"]
        assert rows[student]["score"] in ("", "0.0") or older, (student, rows[student], said[-2000:])
        assert len(shown) == 1
        assert "3" not in re.findall(r"\b3(?:\.0)?\b(?! ?(?:/|points))", shown[0]) or older, shown


def keras_class(name, config=None, module="keras.layers", **more):
    return {"module": module, "class_name": name, "config": config or {}, "registered_name": None} | more


FUNCTION = {"module": "builtins", "class_name": "function", "config": "eval", "registered_name": "function"}
DENSE = keras_class("Dense", {"units": 1, "name": "d"})
FORGED = {
    "dotted": keras_class("layers.Lambda", {"function": "x"}, "keras"),
    "dotted-module": keras_class("Lambda", {"function": "x"}, "keras.src.layers.core.lambda_layer"),
    "through-models": keras_class("layers.Lambda", {"function": "x"}, "keras.models"),
    "set-epsilon": keras_class("config.set_epsilon", {"value": 1}, "keras"),
    "set-epsilon-of-its-module": keras_class("set_epsilon", {"value": 1}, "keras.config"),
    "set-seed": keras_class("set_random_seed", {"seed": 1}, "keras.utils"),
    "unsafe": keras_class("enable_unsafe_deserialization", {}, "keras.config"),
    "loader": keras_class("load_model", {"filepath": "x"}, "keras.models"),
    "registered": keras_class("Dense", {"units": 1}, registered_name="Lambda"),
    "registered-package": keras_class("Dense", {"units": 1}, registered_name="Custom>Dense"),
    "no-module": {"class_name": "Lambda", "config": {"function": "x"}},
    "module-of-none": keras_class("Lambda", {"function": "x"}, None),
    "module-of-list": keras_class("Dense", {"units": 1}, ["keras.layers"]),
    "name-of-list": keras_class(["Dense"], {"units": 1}),
    "lambda-inside": keras_class("__lambda__", {"class_name": "__lambda__", "config": {"value": "x"}}),
    "in-a-list": keras_class("Sequential", {"layers": [DENSE, [keras_class("Lambda")]]}, "keras"),
    "in-a-wrapper": keras_class("TimeDistributed", {"layer": keras_class("Lambda", {"function": "x"})}),
    "in-cells": keras_class("StackedRNNCells", {"cells": [keras_class("Lambda", {"function": "x"})]}),
    "in-an-initializer": keras_class(
        "Dense", {"units": 1, "kernel_initializer": keras_class("Lambda", {"function": "x"})}
    ),
    "function-as-activation": keras_class("Dense", {"units": 1, "activation": FUNCTION}),
    "function-of-keras": keras_class(
        "Dense", {"units": 1, "activation": keras_class("function", "get_file", "keras.utils")}
    ),
    "function-as-text": keras_class("Dense", {"units": 1, "activation": "keras.utils.get_file"}),
    "type-specification": keras_class(
        "__typespec__", ["x"], "keras.src.backend.tensorflow.core", spec_name="tf", registered_name="tf"
    ),
    "vocabulary": keras_class("StringLookup", {"vocabulary": "/etc/passwd"}),
    "vocabulary-of-text": keras_class("TextVectorization", {"vocabulary": "/etc/passwd"}),
    "vocabulary-of-numbers": keras_class("IntegerLookup", {"vocabulary": "/proc/self/stat"}),
    "case": keras_class("lambda", {"function": "x"}),
    "private": keras_class("Layer", {}, "keras.src.layers.layer"),
    "compiled": keras_class("Dense", {"units": 1}, compile_config={"optimizer": FUNCTION}),
    "built": keras_class("Dense", {"units": 1}, build_config={"input_shape": [None, 2], "x": keras_class("Lambda")}),
}
BY_KERAS = {  # what Keras refuses itself
    "function-as-text",
    "type-specification",
    "vocabulary",
    "vocabulary-of-text",
    "vocabulary-of-numbers",
}
COMPILED = {
    "optimizer": keras_class("config.set_epsilon", {"value": 1}, "keras"),
    "loss": FUNCTION,
    "metrics": [[keras_class("MeanMetricWrapper", {"fn": FUNCTION}, "keras.metrics")]],
    "weighted_metrics": {"a": [keras_class("layers.Lambda", {"function": "x"}, "keras")]},
}


@pytest.mark.parametrize("name", FORGED)
def test_only_plain_classes_of_keras_cross(name):
    before = keras.config.epsilon(), keras.config.floatx()
    with pytest.raises(wire.WireError) as refused:
        wire.decode(forged_layer(FORGED[name]))
    assert "cannot cross" in str(refused.value) or name in BY_KERAS
    assert (keras.config.epsilon(), keras.config.floatx()) == before
    keras.layers.Dense(1)  # Keras works as before


@pytest.mark.parametrize("part", COMPILED)
def test_only_plain_classes_of_keras_cross_in_what_compile_was_given(part):
    def node(value):
        if isinstance(value, dict):
            return {"dict": [[key, node(one)] for key, one in value.items()]}
        return {"list": [node(one) for one in value]} if isinstance(value, list) else value

    model = keras_class("Sequential", {"name": "s", "layers": [DENSE]}, "keras")
    compiled = {"optimizer": "sgd", "loss": "mse", "metrics": None, "weighted_metrics": None} | {part: COMPILED[part]}
    parts = {"config": model, "build": None, "weights": None, "compile": compiled, "optimizer": None}
    with pytest.raises(wire.WireError):
        wire.decode(forged({"layer": node(parts)}))


def test_what_a_link_leads_to_is_not_read(tmp_path, sandboxed):
    root = make(tmp_path / "course")
    (tmp_path / "outside").mkdir()
    outside = tmp_path / "outside" / "large.bin"
    outside.write_bytes(b"x")

    def was_read():
        return outside.stat().st_atime_ns > 10**9

    os.utime(outside, (1, outside.stat().st_mtime))
    outside.read_bytes()
    if not was_read():
        pytest.skip("this file system keeps no time of reading")
    hand_in(root, "z-honest")
    for student in ("linked", "linked-again"):
        hand_in(root, student)
    result = grade(("rnncourse", ()), root)
    for student in ("linked", "linked-again"):
        folder = root / "submitted" / student / "tiny"
        shutil.rmtree(folder if student == "linked" else folder.parent)
    (tmp_path / "outside" / "tiny").symlink_to(tmp_path / "outside")
    (root / "submitted" / "linked" / "tiny").symlink_to(tmp_path / "outside")
    (root / "submitted" / "linked-again").symlink_to(tmp_path / "outside")
    os.utime(outside, (1, outside.stat().st_mtime))
    for words in (("rnncourse", "report", "tiny"), ("nbgrader", "export"), ("rnncourse", "grade", "tiny")):
        result = run(root, *words)
        assert "Traceback" not in result.stdout + result.stderr
        assert not was_read(), words


def test_an_unreadable_file_is_no_trouble(tmp_path, sandboxed):
    root = make(tmp_path)
    folder = hand_in(root, "ada")
    hand_in(root, "z-honest")
    (folder / "notes.txt").write_text("x")
    (folder / "notes.txt").chmod(0)
    (folder / "sub").mkdir()
    (folder / "sub" / "x").write_text("x")
    (folder / "sub").chmod(0)
    try:
        for words in (("rnncourse", "grade", "tiny"), ("rnncourse", "report", "tiny"), ("nbgrader", "export")):
            result = run(root, *words, user=ORDINARY)
            assert "Traceback" not in result.stdout + result.stderr, (words, result.stderr[-2000:])
    finally:
        for path in (folder / "sub", folder / "notes.txt"):
            with contextlib.suppress(OSError):
                path.chmod(0o700)
    assert submissions.scores(root, "tiny") == {"ada": 3, "z-honest": 3}

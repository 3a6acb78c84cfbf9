"""JupyterHub as docs/deploy.md sets it up, with graders and students of this machine, each in a real browser."""

import json
import os
import re
import secrets
import shlex
import shutil
import signal
import socket
import stat
import subprocess
import sys
import sysconfig
import venv
import zipfile
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import browse
from machine_users import end, group, people, seeing
from nbformat import writes
from playwright.sync_api import Locator
from test_lab import open_notebook, shoot, validate
from tiny_course import SECRET, Change, answer, make
from waiting import PATIENCE, until

from rnnstaff.authoring import bundle
from rnnstaff.classroom import submissions
from rnnstaff.demo import sample_class

pytestmark = pytest.mark.nightly  # minutes, and what npm installs
ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
PROXY = DEPLOY / "node_modules" / ".bin" / "configurable-http-proxy"
SHARED = "/services/rnncourse"
START = "Recurrent neural networks: start here"
HALF = answer("double", "def double(x):\n    return 2")


def install(edition: Path) -> None:
    """Install the student edition and the hub's settings, with this environment's packages but not the staff's."""
    for name, content in bundle.contents(ROOT).items():
        (edition / name).parent.mkdir(parents=True, exist_ok=True)
        (edition / name).write_bytes(content)
    shutil.copytree(DEPLOY, edition / "deploy", symlinks=True)
    here = edition / ".venv"
    venv.create(here, symlinks=True)
    (site,) = here.glob("lib/python*/site-packages")
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if path.suffix != ".pth" and not path.name.startswith(("rnncourse", "rnnstaff", "__pycache__")):
            (site / path.name).symlink_to(path)
    (wheel,) = edition.glob("wheels/*.whl")
    with zipfile.ZipFile(wheel) as file:
        file.extractall(site)
    for name in ("etc", "share"):
        (here / name).symlink_to(Path(sys.prefix) / name)
    script = Path(sysconfig.get_path("scripts")) / "nbgrader"
    (here / "bin" / "nbgrader").write_text(re.sub("^#!.*", f"#!{here}/bin/python", script.read_text(), count=1))
    (here / "bin" / "nbgrader").chmod(0o755)


def free_ports(number: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(number)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


@contextmanager
def running(folder: Path, edition: Path, **environment: str):
    """Run the hub as root, as an administrator does, and give its address."""
    public, hub, proxy = (f"http://127.0.0.1:{port}" for port in free_ports(3))
    options = [f"--JupyterHub.bind_url={public}", f"--JupyterHub.hub_bind_url={hub}"]
    options += [f"--ConfigurableHTTPProxy.api_url={proxy}", "--config", edition / "deploy" / "jupyterhub_config.py"]
    environment |= {"LANG": "C.UTF-8", "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"}
    clean = ["env", "-i", *(f"{name}={value}" for name, value in environment.items())]
    command = [*seeing(), *clean, edition / ".venv" / "bin" / "python", "-P", "-m", "jupyterhub", *options]
    log = folder / "hub.log"
    with log.open("w") as stream, subprocess.Popen(
        list(map(str, command)), cwd=folder, stdout=stream, stderr=stream, start_new_session=True
    ) as server:  # fmt: skip

        def runs():
            assert server.poll() is None, log.read_text()
            return "JupyterHub is now running" in log.read_text()

        try:
            until(runs, "the hub runs")
            yield public
        finally:
            server.terminate()  # it ends all servers, and the proxy
            server.wait()
            with suppress(FileNotFoundError, ProcessLookupError):  # but not if it could not start
                os.kill(int((folder / "jupyterhub-proxy.pid").read_text()), signal.SIGTERM)


class Desk:
    """A person at the hub, with a browser of their own."""

    def __init__(self, hub, account, person, password, browser):
        self.hub, self.account, self.name, self.home = hub, account, person.name, person.home
        self.password, self.typed, self.terminals = password, 0, {}
        self.browser = browser.new_context(viewport={"width": 1300, "height": 1000})
        self.browser.set_default_timeout(1000 * PATIENCE)  # in milliseconds
        self.page = self.browser.new_page()
        self.server = f"{hub}/user/{self.name}"

    def log_in(self) -> int:
        """Give the machine's password to the hub, and give the HTTP status of its answer."""
        self.page.goto(self.hub)
        self.page.locator("#username_input").fill(self.name)
        self.page.locator("#password_input").fill(self.password)
        with self.page.expect_response(lambda answer: answer.request.method == "POST") as answer:
            self.page.locator("#login_submit").click()
        return answer.value.status

    def status(self, address: str) -> int:
        """Ask for a page as this person, and give the HTTP status of the answer."""
        return self.browser.request.get(address, timeout=1000 * PATIENCE).status

    def types(self, command: str, server: str = "", home: Path | None = None) -> str:
        """Type a command into a terminal of JupyterLab, and give what it printed when it has ended."""
        server, self.typed = server or self.server, self.typed + 1
        if server not in self.terminals:
            page = self.terminals[server] = self.browser.new_page()
            page.goto(f"{server}/lab?reset")
            page.locator(".jp-LauncherCard").get_by_text("Terminal").click()
            page.locator(".jp-Terminal .xterm-screen").wait_for()
        said = (home or self.home) / f"{self.name}-{self.typed}"
        line = f"{{ {command}; }} > {said} 2>&1; echo $? > {said}.code"
        self.terminals[server].locator(".jp-Terminal textarea").focus()
        self.terminals[server].keyboard.insert_text(line)
        self.terminals[server].keyboard.press("Enter")
        ended = said.with_suffix(".code")
        code = until(lambda: ended.exists() and ended.read_text(), command)
        assert code == "0\n", said.read_text()
        return said.read_text()

    def grades(self, command: str) -> str:
        """Type a command into a terminal of the server that graders share."""
        return self.types(command, f"{self.hub}{SHARED}", self.account.home)


@pytest.fixture(scope="module")
def hub(sandboxed):
    """A running hub; the course's account and folder, two graders, and three students."""
    if not PROXY.exists() or not shutil.which("node"):
        pytest.skip("the hub's proxy is not installed (Debian: apt install npm; then npm ci --prefix deploy)")
    with people("course", "gina", "hugo", "ada", "ben", "chen") as everybody, ExitStack() as stack:
        account, *users = everybody
        place = account.exchange.parent
        account.exchange.mkdir()
        account.exchange.chmod(0o1777)
        root = make(account.home / "course")
        (root / ".venv").symlink_to(sys.prefix)
        account.owns(root)
        install(place / "edition")
        (place / "hub").mkdir(mode=0o700)
        for student in users[2:]:
            student.home.chmod(0o755)  # as on some systems
        stack.enter_context(group(f"formgrade-{account.name}", *users[:2]))
        stack.enter_context(group(f"nbgrader-{account.name}", *users[2:]))
        passwords = {person: secrets.token_hex(8) for person in everybody}
        lines = "".join(f"{person.name}:{password}\n" for person, password in passwords.items())
        subprocess.run(["chpasswd"], input=lines, text=True, check=True)
        stack.callback(end, *everybody)
        settings = {"RNNCOURSE_ACCOUNT": account.name, "JUPYTER_CONFIG_PATH": str(place / "etc")}
        address = stack.enter_context(running(place / "hub", place / "edition", **settings))
        browser = stack.enter_context(browse(address)).context.browser
        yield root, *(Desk(address, account, person, passwords[person], browser) for person in everybody)


def assignment(desk: Desk, section: str) -> Locator:
    """Give the row of the assignment in a section of the Assignment List."""
    return desk.page.locator(f"#{section}_assignments_list > .list_item").filter(has_text="tiny")


def open_assignment_list(desk: Desk) -> None:
    desk.page.goto(f"{desk.server}/lab?reset")
    desk.page.get_by_role("menuitem", name="Nbgrader", exact=True).click()
    desk.page.locator(".lm-Menu-item").filter(has_text="Assignment List").click()


def services(desk: Desk) -> int:
    """Count the ways from a person's page at the hub to the server that graders share."""
    desk.page.goto(f"{desk.hub}/hub/home")
    return desk.page.locator(f"a[href^='{SHARED}']").count()


def work(root: Path, desk: Desk, change: Change = lambda notebook: None) -> None:
    """Write what a student has worked out into their copy."""
    notebook = sample_class.answered(root, "tiny")
    change(notebook)
    (desk.home / "work" / "release" / "tiny" / "tiny.ipynb").write_text(writes(notebook))


@pytest.fixture(scope="module")
def term(hub):
    """The same after a round: released, handed in, graded, and with feedback."""
    root, _, gina, hugo, ada, *others = hub
    for desk in hub[2:]:
        assert desk.log_in() == 302  # to a server that starts for them
    for desk in hub[2:]:
        desk.page.get_by_role("heading", name=START).wait_for()
        desk.page.goto("about:blank")
    gina.grades("nbgrader release_assignment tiny")

    open_assignment_list(ada)
    assignment(ada, "released").get_by_role("button", name="fetch").click()
    assignment(ada, "fetched").wait_for()
    work(root, ada)
    assignment(ada, "fetched").get_by_role("button", name="Submit").click()
    assignment(ada, "submitted").wait_for()
    for student in others:
        student.types("nbgrader fetch_assignment tiny")
        work(root, student, HALF)
        student.types("nbgrader submit tiny")

    gina.grades("nbgrader collect tiny && rnncourse grade tiny")
    hugo.grades("nbgrader generate_feedback tiny && nbgrader release_feedback tiny")
    return hub


def test_graders_share_a_course_and_students_read_their_feedback(term):
    root, _, gina, hugo, ada, ben, chen = term
    assert submissions.scores(root, "tiny") == {ada.name: 3, ben.name: 2, chen.name: 2}
    assert [services(desk) for desk in (gina, hugo, ben)] == [1, 1, 0]
    gina.page.goto(f"{gina.hub}{SHARED}/formgrader/gradebook/tiny/tiny")
    gina.page.locator("td a").filter(has_text="Submission").first.wait_for()
    hugo.page.goto(f"{hugo.hub}{SHARED}/lab?reset")
    hugo.page.get_by_role("menuitem", name="Nbgrader", exact=True).click()
    hugo.page.locator(".lm-Menu-item").filter(has_text=re.compile("^Formgrader$")).click()
    hugo.page.frame_locator("iframe").get_by_role("link", name="tiny").first.wait_for()
    shoot(hugo.page, "hub-formgrader")

    open_assignment_list(ada)
    assignment(ada, "submitted").get_by_role("button", name="Fetch Feedback").click()
    ada.page.get_by_text("(view feedback)").wait_for()
    shoot(ada.page, "hub-feedback")
    ben.types("nbgrader fetch_feedback tiny")
    for student, score in {ada: "3.0", ben: "2.0"}.items():
        (page,) = student.home.glob("work/release/tiny/feedback/*/tiny.html")
        student.page.goto(f"{student.server}/files/{page.relative_to(student.home)}")
        student.page.get_by_text(f"{float(score):g} of 3 points").first.wait_for()


def test_a_student_works_at_the_start_page_and_validates(term):
    _, _, _, _, ada, ben, chen = term
    page = chen.page
    page.goto(chen.server)
    page.get_by_role("heading", name=START).wait_for()
    found = Axe().run(page, {"include": [[".jp-RenderedMarkdown"]]}).response
    assert found["passes"]
    assert [(v["id"], v["nodes"]) for v in found["violations"] if v["impact"] in {"serious", "critical"}] == []
    assert page.get_by_text(START).count()
    open_notebook(page, "work/release/tiny/tiny.ipynb")
    assert "Success" in validate(page)  # of the visible checks
    shoot(page, "hub-validate")
    for desk in (ada, ben, chen):  # they were open to all
        assert stat.S_IMODE(desk.home.stat().st_mode) == 0o700


REFUSED = """
import os, sys, pathlib
tried = {}
for word in sys.argv[1:]:
    try:
        path = pathlib.Path(word)
        tried[word] = sorted(os.listdir(path)) if path.is_dir() else path.read_text(errors="replace")
    except PermissionError:
        pass
print(*tried, sep="\\n")
"""


def test_a_student_reaches_nothing_of_the_graders_and_of_others(term):
    root, account, gina, _, ada, ben, _ = term
    shared, other = f"{ben.hub}{SHARED}", ada.server
    pages = [f"{shared}/{page}" for page in ("", "lab", "formgrader", "formgrader/gradebook", "api/contents/source")]
    pages += [f"{other}/{page}" for page in ("lab", "files/work/release/tiny/tiny.ipynb", "api/contents")]
    pages += [f"{ben.hub}/hub/admin"]
    assert {page: ben.status(page) for page in pages} == dict.fromkeys(pages, 403)
    assert ben.status(f"{ben.server}/api/contents") == 200
    assert ben.status(f"{ben.server}/formgrader") == 404
    assert gina.status(f"{other}/lab") == 403  # graders have no part in a student's server

    exchange = account.account.exchange / "rnncourse"
    paths = [root, root / "source" / "tiny" / "tiny.ipynb", root / "gradebook.db", root / "nbgrader_config.py"]
    paths += [exchange / "inbound", exchange / "feedback", ada.home, gina.home, root.parent.parent.parent / "hub"]
    assert all(path.exists() for path in paths)
    (ben.home / "try.py").write_text(REFUSED)
    assert ben.types(f"python ~/try.py {shlex.join(map(str, paths))} ~/work").split() == [str(ben.home / "work")]
    assert ben.types(f"grep -rl {SECRET} ~ {exchange} 2>/dev/null || true") == ""
    assert "No module named 'rnnstaff'" in ben.types("python -c 'import rnnstaff' || true")


def test_who_is_in_no_group_is_let_in_nowhere(term):
    assert term[1].log_in() == 403


LISTEN = """
import sys, zmq
from zmq.utils.monitor import recv_monitor_message
socket = zmq.Context().socket(zmq.SUB)
socket.subscribe(b"")
monitor = socket.get_monitor_socket()
socket.connect(f"tcp://127.0.0.1:{sys.argv[1]}")
while True:
    event = zmq.Event(recv_monitor_message(monitor)["event"])
    if event in (zmq.Event.DISCONNECTED, zmq.Event.HANDSHAKE_SUCCEEDED) or "FAILED" in event.name:
        sys.exit(print(event.name))
"""


def test_a_kernel_is_heard_by_nobody_else(term):
    ada, ben = term[4:6]
    ada.page.goto(ada.server)
    ada.page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
    (ben.home / "listen.py").write_text(LISTEN)
    files = list(ada.home.glob(".local/share/jupyter/runtime/kernel-*.json"))
    assert files
    for file in files:
        port = json.loads(file.read_text())["iopub_port"]
        assert "SUCCEEDED" not in ben.types(f"python ~/listen.py {port}")

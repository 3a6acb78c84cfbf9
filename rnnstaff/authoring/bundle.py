"""The student edition: one archive with all that a student needs, and nothing that a student must not see."""

import io
import json
import re
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from datetime import date
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import NamedTuple

import numpy as np
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from rnncourse.datasets import mnist
from rnnstaff import course
from rnnstaff.authoring import leaks
from rnnstaff.authoring.student_lock import PACKAGE, StudentLock
from rnnstaff.course import CourseError
from rnnstaff.progress import Report

TEMPLATES = Path(__file__).with_name("edition")
_COPIED = ("LICENSE", "LICENSE-text", "docs/sources.md", "docs/student.md")
_LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)]*)?\)")

Files = dict[str, bytes]


class Bundle(NamedTuple):
    """What was written.

    Parameters
    ----------
    path : the archive.
    wheel : the student's package, beside it.
    files : the names of the files in the archive.
    shown : the hidden lines that the archive may hold, as students see them elsewhere, with that place.
    """

    path: Path
    wheel: Path
    files: list[str]
    shown: dict[str, str]


def bundle(root: Path, data: Path | None = None, progress: Report = lambda *_: None) -> Bundle:
    """Write ``dist/rnncourse-student-VERSION.zip``, with the student's wheel beside it.

    Parameters
    ----------
    root : the course's folder, with what ``rnncourse build`` builds.
    data : an ``mnist.npz`` to put in.

    Raises
    ------
    CourseError : the archive would give something away, a link in it would lead nowhere, or a part is missing.
    """
    progress("collect", 0, 3)
    files = contents(root, data)
    broken = list(broken_links(files))
    if broken:
        raise CourseError("Links would lead nowhere in the student edition:\n" + "\n".join(broken))
    (wheel,) = (name for name in files if name.endswith(".whl"))
    name = f"rnncourse-student-{_version(root)}"
    archive = zipped(name, files, _released(root))
    progress("search", 1, 3)
    secret = leaks.secrets(root)
    shown = leaks.shown(root, secret.lines)
    hidden = secret._replace(lines={line: unit for line, unit in secret.lines.items() if line not in shown})
    found = list(leaks.search(f"{name}.zip", archive, hidden))
    if found:
        raise CourseError(f"Not written, as it would give {len(found)} things away:\n" + "\n".join(found[:20]))
    progress("write", 2, 3)
    folder = root / "dist"
    folder.mkdir(exist_ok=True)
    written = Bundle(folder / f"{name}.zip", folder / PurePosixPath(wheel).name, sorted(files), shown)
    written.path.write_bytes(archive)
    written.wheel.write_bytes(files[wheel])
    progress("write", 3, 3)
    return written


def contents(root: Path, data: Path | None = None) -> Files:
    """Give the files of the student edition, by name: a list of what goes in, so that nothing slips in.

    Raises
    ------
    CourseError : a part is missing, or ``data`` is not MNIST.
    """
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in course.lessons(root)}
    for unit in course.units(root):
        path = course.assignment(root, "release", unit)
        course.read(path)  # says what to do where it is missing
        files |= {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in path.parent.rglob("*")
            if path.is_file() and not any(part.startswith(".") for part in path.relative_to(root).parts)
        }
    for name in _COPIED:
        try:
            files[name] = (root / name).read_bytes()
        except FileNotFoundError:
            raise CourseError(f"{name} is missing: the student edition holds it.") from None
    wheel, packed = build_wheel(root)
    files[f"wheels/{wheel}"] = packed
    version, lock = _version(root), StudentLock((root / "uv.lock").read_text(encoding="utf-8"))
    files["uv.lock"] = lock.text(version, wheel, packed).encode()
    if data:
        files["data/mnist.npz"] = _checked(data)
    workspace = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return files | _from_templates(
        version=version,
        wheel=wheel,
        python=workspace["project"]["requires-python"],
        settings={key: json.dumps(workspace["tool"]["uv"][key]) for key in ("environments", "override-dependencies")},
        pinned=lock.pinned(),
        data=data,
    )


def build_wheel(root: Path) -> tuple[str, bytes]:
    """Build the student's package with what is installed, without a network, and give its file name and the wheel."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
        result = subprocess.run(command, cwd=root / PACKAGE, capture_output=True, text=True, check=False)
        if result.returncode:
            raise CourseError(f"The wheel of {PACKAGE} cannot be built:\n{result.stderr.strip()}")
        (path,) = Path(folder).glob("*.whl")
        return path.name, path.read_bytes()


def zipped(folder: str, files: Files, date: date) -> bytes:
    """Put the files into a zip archive, below a folder, all of one date. The same files give the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in sorted(files.items()):
            info = zipfile.ZipInfo(f"{folder}/{name}", (date.year, date.month, date.day, 0, 0, 0))
            info.create_system = 3  # of Unix, on each system
            info.external_attr = 0o100644 << 16
            packed = name.endswith((".npz", ".whl"))
            info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return stream.getvalue()


def broken_links(files: Files) -> list[str]:
    """Give the links in the texts that lead to no file of the student edition."""
    broken = []
    for name, content in files.items():
        if name.endswith(".ipynb"):
            cells = json.loads(content)["cells"]
            text = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
        elif name.endswith(".md"):
            text = content.decode()
        else:
            continue
        text = re.sub(r"^```.*?^```|`[^`\n]*`", "", text, flags=re.DOTALL | re.MULTILINE)
        for target in _LINK.findall(text):
            is_file = re.search(r"[./]", target) and not re.match(r"[a-z]+:|attachment:", target)
            if is_file and normpath(str(PurePosixPath(name).parent / target)) not in files:
                broken.append(f"{name}: {target}")
    return broken


def _version(root: Path) -> str:
    return tomllib.loads((root / PACKAGE / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def _released(root: Path) -> date:
    """Give the date of the release: that of each file, as JupyterLab shows it to students."""
    found = re.search(r'^date-released: "([\d-]+)"$', (root / "CITATION.cff").read_text(encoding="utf-8"), re.MULTILINE)
    if not found:
        raise CourseError('CITATION.cff names no date of the release: date-released: "2026-12-31".')
    return date.fromisoformat(found[1])


def _checked(path: Path) -> bytes:
    """Pack MNIST anew, so that nothing else that the file may hold comes along."""
    if not path.is_file():
        raise CourseError(f"{path} is not a file: name an mnist.npz.")
    stream = io.BytesIO()
    np.savez_compressed(stream, **mnist.read(path))
    return stream.getvalue()


def _from_templates(**values: object) -> Files:
    """Give the files of ``edition/``; a name that ends with ``.j2`` is a template."""
    engine = Environment(loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, keep_trailing_newline=True)
    files = {}
    for path in TEMPLATES.rglob("*"):
        if path.is_dir() or "__pycache__" in path.parts:
            continue
        name = path.relative_to(TEMPLATES).as_posix()
        if path.suffix == ".j2":
            files[name.removesuffix(".j2")] = engine.get_template(name).render(values).encode()
        else:
            files[name] = path.read_bytes()
    return files

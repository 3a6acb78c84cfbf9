"""A student's own copies of the course's notebooks: the originals stay as they are, and so does the student's work."""

import hashlib
import json
import shutil
from pathlib import Path

#: The folder that a student works in, and what is copied into it.
WORK, COPIED = "work", ("notebooks", "release", "docs")
RECORD = ".originals.json"


def update(course: Path, work: Path | None = None) -> list[str]:
    """Copy what is new into the folder ``work``, and give the names of originals that have changed since.

    A copy that the student has changed is never overwritten, and one that is as it was copied follows its original.

    Parameters
    ----------
    work : the folder, if it is not in that of the course.

    Raises
    ------
    OSError : the folder cannot be written.
    """
    work = work or course / WORK
    work.mkdir(exist_ok=True)
    record = work / RECORD
    try:
        copied: dict[str, str] = json.loads(record.read_text())
    except (FileNotFoundError, ValueError):  # then each copy that is there is taken for the student's own
        copied = {}
    kept = []
    for original in sorted(path for name in COPIED for path in (course / name).rglob("*") if path.is_file()):
        name = original.relative_to(course).as_posix()
        copy, now = work / name, _hash(original)
        if copy.exists() and copied.get(name) == now:
            continue
        if copy.exists() and copied.get(name) != _hash(copy):
            if copied.get(name):
                kept.append(name)
            continue
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(original, copy)
        copied[name] = now
    record.write_text(json.dumps(copied, indent=1))
    return kept


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()

"""Flags: in plain words, what was repaired in a submission, which limit it reached, or what looks like tampering."""

import json
from pathlib import Path
from typing import Any

FILE = "flags.json"
UNREADABLE = "The flags of this submission cannot be read. Grade it once more."


def add(resources: dict[str, Any], *words: str) -> None:
    """Flag the submission that is being converted; each flag is a sentence, and is kept once."""
    flags = resources.setdefault("rnncourse_flags", [])
    plain = (printable(text, "\ufffd") for text in words)
    flags.extend(text for text in plain if text not in flags)


def printable(text: str, instead: str) -> str:
    """Put ``instead`` in the place of each letter that a terminal could obey: a student's file name can hold them."""
    return "".join(letter if letter.isprintable() else instead for letter in text)


def write(resources: dict[str, Any], earlier: list[str] | None = None) -> None:
    """Have nbconvert's writer put the flags into the folder of the graded notebook, after ``earlier`` ones."""
    flags = list(dict.fromkeys([*(earlier or []), *resources.get("rnncourse_flags", [])]))
    outputs = resources.get("outputs")
    if not isinstance(outputs, dict):
        outputs = resources["outputs"] = {}
    outputs[FILE] = json.dumps(flags, indent=1, ensure_ascii=False).encode(errors="backslashreplace")


def read(folder: Path) -> list[str]:
    """Give the flags of the submission whose graded notebook lies in ``folder``."""
    path = folder / FILE
    try:
        found = json.loads(path.read_text("utf-8")) if path.is_file() else []
    except (ValueError, RecursionError):  # the disk was full, or a student's own was left
        return [UNREADABLE]
    return list(map(str, found)) if isinstance(found, list) else [UNREADABLE]

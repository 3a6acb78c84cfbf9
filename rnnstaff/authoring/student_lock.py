"""The student edition's ``uv.lock``: those of the workspace's packages, in the same versions, that students need."""

import hashlib
import re
import tomllib
from typing import Any

PACKAGE = "rnncourse"
_START = "[[package]]\n"


class StudentLock:
    """Read from the workspace's lock. Its parts are taken over as uv wrote them, so no network is needed.

    Parameters
    ----------
    text : the workspace's ``uv.lock``.
    """

    def __init__(self, text: str) -> None:
        self._settings, *parts = text.split(_START)
        self._parts = [(tomllib.loads(_START + part)["package"][0], part) for part in parts]
        needed = _wanted(self._of(PACKAGE)[0][0])
        self._names = {PACKAGE}
        while needed:
            name = needed.pop()
            if name not in self._names:
                self._names.add(name)
                needed += [wanted for package, _ in self._of(name) for wanted in _wanted(package)]

    def pinned(self) -> list[tuple[str, str]]:
        """Give what the student's package asks for itself, with its versions."""
        names = set(_wanted(self._of(PACKAGE)[0][0]))
        return sorted((name, package["version"]) for name in names for package, _ in self._of(name))

    def text(self, version: str, wheel: str, data: bytes) -> str:
        """Write the lock.

        Parameters
        ----------
        version, wheel, data : of the student's package, its wheel's file name, and the wheel.
        """
        path = f'path = "wheels/{wheel}"'
        hashed = f'{{ filename = "{wheel}", hash = "sha256:{hashlib.sha256(data).hexdigest()}" }}'
        parts = []
        for package, part in self._parts:
            if package["name"] == PACKAGE:
                part = part.replace("[package.", f"wheels = [\n    {hashed},\n]\n\n[package.", 1)
                part = re.sub("^source = .*$", f"source = {{ {path} }}", part, flags=re.MULTILINE)
            if package["name"] in self._names:
                parts.append(part.rstrip() + "\n")
        extra = f'{{ name = "{PACKAGE}", extra = ["lab"] }}'
        asked = f'{{ name = "{PACKAGE}", extras = ["lab"], {path} }}'
        parts.append(
            f'name = "{PACKAGE}-student"\nversion = "{version}"\nsource = {{ virtual = "." }}\n'
            f"dependencies = [\n    {extra},\n]\n\n[package.metadata]\nrequires-dist = [{asked}]\n"
        )
        settings = re.sub(r"^members = \[.*?^\]\n", "", self._settings, flags=re.MULTILINE | re.DOTALL)
        return "\n".join([settings.rstrip() + "\n", *(_START + part for part in parts)])

    def _of(self, name: str) -> list[tuple[dict[str, Any], str]]:
        return [(package, part) for package, part in self._parts if package["name"] == name]


def _wanted(package: dict[str, Any]) -> list[str]:
    """Give the names of what a package may ask for, with all the extras that the lock holds."""
    groups = package.get("optional-dependencies", {}).values()
    return [needed["name"] for group in (package.get("dependencies", []), *groups) for needed in group]

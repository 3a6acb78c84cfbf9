"""Unpack what an LMS downloads, and the archives that students put in it: no file of it is trusted."""

import io
import lzma
import os
import re
import shutil
import stat
import tempfile
import time
import unicodedata
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from nbgrader.plugins import ExtractorPlugin

from rnnstaff.intake import flags
from rnnstaff.intake.choosing import NOTEBOOK
from rnnstaff.intake.reading import LARGEST
from rnnstaff.intake.tidying import DEEPEST, LARGEST_FILES, LONGEST_PATH, MOST_FILES, free

ZIP = ".zip"
MOST_ENTRIES = 200_000  # of an LMS' archive, which holds a class
MOST_NESTED = 3  # archives in archives, counted from the LMS' one
_CHUNK = 2**20  # bytes
_DRIVE = re.compile("[A-Za-z]:")
_UTF8 = 0x800  # the flag of an entry whose name says that it is in UTF-8


class _LeftOut(Exception):
    """A file is not unpacked; the message says why."""


@dataclass
class _Room:
    """What may still be unpacked of what one student handed in."""

    files: int = MOST_FILES
    size: int = LARGEST_FILES


class Extractor(ExtractorPlugin):
    """Unpack archives within limits, and nothing outside of the folder: ``ZipCollectApp.extractor_plugin``.

    Attributes
    ----------
    left_out : each file that was not unpacked, with the reason, a line each.
    """

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Unpack each archive into a folder with its name, and copy each other file."""
        self.left_out: list[str] = []
        source, target = Path(archive_path), Path(extracted_path)
        for path in sorted(source.rglob("*")):
            name = path.relative_to(source)
            if path.is_dir() and not path.is_symlink():
                continue
            try:
                if path.is_symlink() or not path.is_file():
                    raise _LeftOut("it is a link, or not a file")
                place = _place(target, name.as_posix())
                place.parent.mkdir(parents=True, exist_ok=True)
                if path.suffix.lower() == ZIP:
                    with path.open("rb") as file:
                        self._unpack(file, place, str(name))
                    modified = path.stat().st_mtime
                    os.utime(place, (modified, modified))  # when it was downloaded
                else:
                    shutil.copy2(path, place)
            except (_LeftOut, OSError) as problem:
                self._leave(str(name), problem)

    def _leave(self, name: str, reason: Exception) -> None:
        text = reason.strerror if isinstance(reason, OSError) and reason.strerror else str(reason)
        self.left_out.append(flags.printable(f"{name}: {text}.", "_"))

    def _unpack(
        self,
        file: IO[bytes],
        target: Path,
        shown: str,
        nested: int = 1,
        room: _Room | None = None,
        modified: float | None = None,
    ) -> None:
        """Unpack an archive; what cannot be unpacked is left out, and named.

        Parameters
        ----------
        room : what may be unpacked; by default, that much of each file or folder at the top of the archive.
        modified : when the files were last changed; by default, what the archive says.
        """
        target.mkdir(parents=True, exist_ok=True)
        rooms: defaultdict[str, _Room] = defaultdict(_Room)
        try:
            archive = zipfile.ZipFile(file)
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > MOST_ENTRIES:
                raise _LeftOut(f"it has more than {MOST_ENTRIES:,} files")
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
            raise _LeftOut(f"it cannot be read as a zip archive: {error}") from None
        # Notebooks come first: what else there is takes no room from them.
        for entry in sorted(entries, key=lambda entry: not entry.filename.lower().endswith((*NOTEBOOK, ZIP))):
            name = _name(entry)
            try:
                inside = _place(target, name)
                theirs = room or rooms[inside.relative_to(target).parts[0]]
                if theirs.files <= 0:  # said once
                    theirs.files -= 1
                    if theirs.files < -1:
                        continue
                    raise _LeftOut(f"there are more than {MOST_FILES:,} files; this one and the rest were left")
                when = _modified(entry) if modified is None else modified
                if stat.S_ISLNK(entry.external_attr >> 16):
                    raise _LeftOut("it is a link")
                self._write(archive, entry, inside, f"{shown}/{name}", nested, theirs, when)
            except (_LeftOut, OSError) as problem:
                self._leave(f"{shown}/{name}", problem)
            except (
                zipfile.BadZipFile,
                RuntimeError,
                NotImplementedError,
                ValueError,
                EOFError,
                lzma.LZMAError,
                zlib.error,
            ) as error:
                self._leave(f"{shown}/{name}", _LeftOut(f"it cannot be unpacked: {error}"))

    def _write(
        self,
        archive: zipfile.ZipFile,
        entry: zipfile.ZipInfo,
        place: Path,
        shown: str,
        nested: int,
        room: _Room,
        modified: float,
    ) -> None:
        room.files -= 1
        is_zip = place.suffix.lower() == ZIP
        if is_zip and nested >= MOST_NESTED:
            raise _LeftOut("it is an archive in too many archives")
        most = min(room.size, LARGEST_FILES if is_zip else LARGEST)
        with archive.open(entry) as source, tempfile.TemporaryFile() as copy:
            size = sum(copy.write(chunk) for chunk in _chunks(source, most))
            room.size -= size
            copy.seek(io.SEEK_SET)
            if is_zip:
                self._unpack(copy, free(place), shown, nested + 1, room, modified)
                return
            place.parent.mkdir(parents=True, exist_ok=True)
            place = free(place)
            with place.open("xb") as file:
                shutil.copyfileobj(copy, file)
        os.utime(place, (modified, modified))


def _chunks(source: IO[bytes], most: int) -> Iterator[bytes]:
    size = 0
    while chunk := source.read(_CHUNK):
        size += len(chunk)
        if size > most:  # the size that the archive gives may be wrong
            raise _LeftOut(f"it is larger than {most // 2**20} MiB")
        yield chunk


def _place(folder: Path, name: str) -> Path:
    """Give the place of a file below a folder.

    Raises
    ------
    _LeftOut : the name leads elsewhere, or is too long.
    """
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".")]
    if name.startswith(("/", "\\")) or not parts or ".." in parts or _DRIVE.match(parts[0]):
        raise _LeftOut("its name leads out of the archive")
    if len(parts) > DEEPEST or len(os.fsencode(name)) > LONGEST_PATH:
        raise _LeftOut("its folders are nested too deep, or their names are too long")
    parts = [flags.printable(unicodedata.normalize("NFC", part), "_") for part in parts]
    return folder / PurePosixPath(*parts)


def _name(entry: zipfile.ZipInfo) -> str:
    """Give the name of an entry; many programs write UTF-8 and do not say so."""
    if entry.flag_bits & _UTF8:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


def _modified(entry: zipfile.ZipInfo) -> float:
    try:
        return time.mktime((*entry.date_time, 0, 0, -1))
    except (ValueError, OverflowError):
        return 0.0

"""When a submission was handed in: read once, strictly, and written so that nbgrader reads the same.

nbgrader takes ``+0200`` for 200 seconds and ``CEST`` for UTC; so no other form is left for it.
"""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

FILE = "timestamp.txt"
_LONGEST = 100  # characters
_NBGRADER = "%Y-%m-%d %H:%M:%S.%f %Z"  # what nbgrader writes, in UTC unless it is told otherwise
_UNREAD = (
    "it contained no time that is clear, with its zone (now timestamp-unread.txt). Is it late? Write its time, as in "
    "2026-11-27T18:30:00+01:00."
)


def parse(text: str) -> datetime | None:
    """Give a time of handing in, in UTC; None where it or its zone is not clear.

    Parameters
    ----------
    text : ISO 8601 with a zone, nbgrader's own form in UTC, or that of e-mail, which some LMSs write.
    """
    text = text.strip()
    plain = text.removesuffix(" UTC") + "+00:00" if text.endswith(" UTC") else text
    for read, words in ((datetime.fromisoformat, plain), (parsedate_to_datetime, text)):
        try:
            time = read(words)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if time.tzinfo is not None:
            try:
                return time.astimezone(UTC)
            except OverflowError:  # at the end of all years
                return None
    return None


def write(path: Path, time: datetime) -> None:
    """Write a time as nbgrader does."""
    path.write_text(time.astimezone(UTC).strftime(_NBGRADER) + "\n", encoding="utf-8")


def make_plain(path: Path) -> str:
    """Write the time in a file as nbgrader does, and give what is wrong with it, or an empty text."""
    try:
        with path.open(encoding="utf-8") as file:
            text = file.read(_LONGEST + 1)
    except FileNotFoundError:
        return ""
    except (OSError, ValueError):
        return _UNREAD
    time = parse(text) if len(text) <= _LONGEST else None
    if time is None:
        return _UNREAD
    write(path, time)
    return ""

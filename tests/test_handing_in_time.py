"""The time of handing in: read where it is clear, with its zone, and else a question and never a shift."""

from datetime import UTC, datetime

import pytest
from nbgrader.utils import parse_utc

from rnnstaff.intake import times

SEVEN = datetime(2026, 11, 21, 19, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-21T19:00:00Z",
        "2026-11-21T20:00:00+01:00",
        "2026-11-21T21:00:00+0200",
        "2026-11-21 19:00:00.000000 UTC",
        "2026-11-21 19:00:00 UTC\n",
        "2026-11-21 14:00:00-05:00",
        "20261121T190000Z",
        "Sat, 21 Nov 2026 20:00:00 +0100",
        "Sat, 21 Nov 2026 19:00:00 GMT",
    ],
)
def test_a_clear_time_is_read_and_nbgrader_reads_the_same(tmp_path, text):
    path = tmp_path / times.FILE
    path.write_text(text)
    assert times.parse(text) == SEVEN
    assert times.make_plain(path) == ""
    assert parse_utc(path.read_text().strip()) == SEVEN.replace(tzinfo=None)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-21 19:00:00", "2026-11-21 20:00:00 CEST", "2026-11-21 11:00:00 PST", "2026-11-21", "soon", "",
        "21/11/2026 19:00", "19:00Z", "2026-11-21T25:00:00Z", "0001-01-01T00:00:00+14:00",
        "2026-11-21T19:00:00Z" + " " * 200,
    ],
)  # fmt: skip
def test_a_time_that_is_not_clear_is_asked_about(tmp_path, text):
    path = tmp_path / times.FILE
    path.write_text(text)
    assert "Is it late?" in times.make_plain(path)
    assert path.read_text() == text


def test_what_is_no_text_is_asked_about_and_nothing_is_fine(tmp_path):
    assert times.make_plain(tmp_path / times.FILE) == ""
    (tmp_path / times.FILE).write_bytes(b"\xff\xfe\x00")
    assert "Is it late?" in times.make_plain(tmp_path / times.FILE)

"""Render a Markdown text, a long one in a process of its own: what takes too much processor time ends with it.

``python -m rnnstaff.intake.rendered`` reads the text and its attachments from its standard input, a list as JSON, and
writes the HTML.
"""

import json
import math
import subprocess
import sys
import time

from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

_SHORT = 1_500  # characters: the worst that is known takes the square of them, here a sixth of a second
_SECONDS = 1  # of processor time
_LONGEST = 60  # seconds of wall clock, where a process has no limit of its own


def render(markdown: str, attachments: dict | None = None) -> str:
    """Give the HTML of a Markdown text, as nbconvert makes it.

    Raises
    ------
    Exception : nbconvert cannot render it, or not within a second or two of processor time.
    """
    if len(markdown) <= _SHORT:
        return _render(markdown, attachments)
    command = [sys.executable, "-P", "-m", "rnnstaff.intake.rendered"]
    text = json.dumps([markdown, attachments]).encode()
    return subprocess.run(command, input=text, capture_output=True, check=True, timeout=_LONGEST).stdout.decode()


def _render(markdown: str, attachments: dict | None) -> str:
    return MarkdownWithMath(renderer=IPythonRenderer(escape=False, attachments=attachments)).render(markdown)


def main() -> None:
    """Render the standard input within the limit."""
    if sys.platform != "win32":
        import resource

        end = math.ceil(time.process_time() + _SECONDS)  # the start has used some
        resource.setrlimit(resource.RLIMIT_CPU, (end, end))
    page = _render(*json.loads(sys.stdin.buffer.read()))
    sys.stdout.buffer.write(page.encode(errors="replace"))


if __name__ == "__main__":
    main()

"""Render a long Markdown text, as a process of its own: what takes too much processor time ends with it.

``python -m rnnstaff.intake.rendered SECONDS`` reads the text from its standard input and prints the HTML.
"""

import math
import subprocess
import sys
import time

from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

_SHORT = 1_500  # characters: the worst that is known takes the square of them, here a sixth of a second
_SECONDS = 1
_LONGEST = 60  # seconds of wall clock


def render(markdown: str, attachments: dict | None = None) -> str:
    """Give the HTML of a Markdown text, as nbconvert makes it.

    Raises
    ------
    Exception : nbconvert cannot render it.
    """
    return MarkdownWithMath(renderer=IPythonRenderer(escape=False, attachments=attachments)).render(markdown)


def takes_too_long(markdown: str) -> bool:
    """Say whether a text takes more than a second or two of processor time to render."""
    if len(markdown) <= _SHORT:
        return False
    command = [sys.executable, "-P", "-m", "rnnstaff.intake.rendered", str(_SECONDS)]
    text = markdown.encode(errors="replace")
    try:
        result = subprocess.run(command, input=text, capture_output=True, check=False, timeout=_LONGEST)
    except subprocess.TimeoutExpired:  # where a process has no limit of its own
        return True
    return result.returncode < 0  # by a signal


def main() -> None:
    """Render the standard input, within the processor time that the argument allows."""
    if sys.platform != "win32":
        import resource

        end = math.ceil(time.process_time() + float(sys.argv[1]))  # the start has used some
        resource.setrlimit(resource.RLIMIT_CPU, (end, end))
    render(sys.stdin.read())


if __name__ == "__main__":
    main()

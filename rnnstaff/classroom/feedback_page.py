"""The page of feedback: a file that runs nothing, loads nothing, and can be read anywhere."""

import html
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from mistune.plugins import import_plugin
from nbconvert.exporters import HTMLExporter
from nbconvert.filters.markdown_mistune import InvalidNotebook, IPythonRenderer, MarkdownWithMath
from traitlets.config import Config

from rnnstaff.classroom import formulas
from rnnstaff.intake.harmless import leads_nowhere_near

_PAGES = Path(__file__).parent / "pages"
_MOST_PICTURES = 20 * 2**20  # bytes, of those that Markdown texts show
# A box of a task list has no name that a screen reader could read.
_PLUGINS = [name for name in MarkdownWithMath.DEFAULT_PLUGINS if name != "task_lists"]


@dataclass
class _Room:
    """How much of pictures a page still takes, in bytes: a text can show one picture a thousand times."""

    left: int = _MOST_PICTURES


class _Renderer(IPythonRenderer):
    """nbconvert's renderer of Markdown, for a page that loads nothing and has headings of its own."""

    def __init__(self, room: _Room, **others: Any) -> None:
        super().__init__(**others)
        self._room = room

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        return super().heading(text, min(level + 2, 6), **attrs)

    def link(self, text: str, url: str, title: str | None = None) -> str:
        """Make a link, if it leads somewhere from wherever the page will be."""
        is_whole = url.startswith(("https:", "http:", "mailto:")) and leads_nowhere_near(url)
        return super().link(text, url, title) if is_whole else text

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """Show a picture that is in the submission, as far as there is room; one from elsewhere becomes a link."""
        if url.startswith(("https:", "http:", "//")):
            return super().link(text or url, url, title)
        try:
            is_taken = self._takes(url)
            if is_taken and not url.startswith("data:"):
                url = self._embed_image_or_attachment(url)
        except (OSError, InvalidNotebook):  # a name that no file can have, or an attachment that is missing
            is_taken = False
        if not (is_taken and url.startswith("data:image/")):
            return f"[{text or 'a picture'}]"
        return super().image(text or "A picture without a description", url, title)

    def _takes(self, url: str) -> bool:
        attached = self.attachments.get(url.removeprefix("attachment:"), {})
        size = len(url)
        if attached:
            size = len(str(attached))
        elif not url.startswith("data:"):
            path = Path(self.path, url)
            size = path.stat().st_size if path.is_file() else 0
        is_small = size <= self._room.left
        self._room.left -= size if is_small else 0
        return is_small

    def codespan(self, text: str) -> str:
        """Show code as it was written: making it harmless has left ``&lt;`` in it, and here it is escaped again."""
        return super().codespan(html.unescape(text))

    def block_code(self, code: str, info: str | None = None) -> str:
        """Show a block of code, likewise."""
        return super().block_code(html.unescape(code), info)

    def inline_math(self, body: str) -> str:
        return formulas.mathml(body)

    def block_math(self, body: str) -> str:
        return formulas.mathml(body, is_block=True)

    def latex_environment(self, name: str, body: str) -> str:
        return formulas.mathml(f"\\begin{{{name}}}{body}\\end{{{name}}}", is_block=True)


class FeedbackExporter(HTMLExporter):
    """nbconvert's HTML exporter with the page of ``pages/feedback``: ``GenerateFeedback.exporter_class``."""

    @property
    def default_config(self) -> Config:
        """The page; nbgrader sets its own for all of nbconvert's HTML exporters."""
        ours = {
            "template_name": "feedback",
            "extra_template_basedirs": [str(_PAGES)],
            "extra_template_paths": [str(_PAGES)],
            "embed_images": True,
            "exclude_output_prompt": True,
            "exclude_input_prompt": True,
        }
        # the colors of code: of Pygments' own styles, one of the few that can be read on a light ground
        config = Config({"FeedbackExporter": ours, "CSSHTMLHeaderPreprocessor": {"style": "xcode"}})
        config.merge(super().default_config)
        return config

    @pass_context
    def markdown2html(self, context: Context, source: str) -> str:
        """Give a Markdown text as HTML, with its formulas as MathML."""
        room = context["resources"].setdefault("room_for_pictures", _Room())
        renderer = _Renderer(
            room,
            escape=False,
            attachments=context.get("cell", {}).get("attachments", {}),
            embed_images=self.embed_images,
            path=context["resources"]["metadata"]["path"],
            exclude_anchor_links=True,
        )
        try:
            return MarkdownWithMath(renderer=renderer, plugins=map(import_plugin, _PLUGINS)).render(source)
        except Exception:  # a picture that is missing, or has an odd name: no text may cost a student the page
            return f"<pre>{html.escape(source)}</pre>"

    def default_filters(self) -> Iterator[tuple[str, Any]]:
        """Add the filter for outputs in LaTeX."""
        yield from super().default_filters()
        yield "typeset", formulas.typeset

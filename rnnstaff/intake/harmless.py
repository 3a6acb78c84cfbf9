"""What a student wrote is shown in other people's browsers, in Formgrader and feedback, and must run nothing there."""

import html
import re
from functools import lru_cache

from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.preprocessors import Preprocessor
from nbconvert.preprocessors.sanitize import SanitizeHTML
from nbformat import NotebookNode
from traitlets import Any

from rnncourse.pictures import html_of
from rnnstaff.intake import mathematics
from rnnstaff.intake.rendered import render

LONGEST, MOST = 20_000, 200_000  # characters of one text and of all: to render a long one can take hours
_CUT = "\n\n[The rest is too long to be shown.]"
_TAG = re.compile(r"<[a-zA-Z/!?]")  # no other text begins a tag: `a < b` does not
_KNOWN = "|".join(SanitizeHTML().tags)  # those that it leaves
_VALUES = r"(\s+[a-z-]+\s*=\s*(\"[^\"<>]*\"|'[^'<>]*'))*"
# What looks like a tag and is text, as in `if a<b or c>d`: an HTML parser would take part of it away.
_NO_TAG = re.compile(rf"<(?!/?({_KNOWN}){_VALUES}\s*/?>)(?=[a-zA-Z/!?])", re.IGNORECASE)
_BASE64 = re.compile(r"[A-Za-z0-9+/\n]+=*\n?")
_ADDRESS = re.compile(r'(href|src)="([^"]*)"')
# A link to a page that the student handed in would open it as one of the server's own.
# `http:proof.html` is such a page too, and a picture at a name without a dot may be a command to this machine.
_NEAR = r"(localhost|localdomain|local|internal|intranet|lan|home|corp)"  # this machine, and those beside it
_WEB = rf"https?://[\w-]+(\.[\w-]+)*\.(?!{_NEAR}\b)[a-z]{{2,}}(:\d+)?([/?#]|$)"
_HARMLESS = {
    "href": re.compile(rf"{_WEB}|(mailto|attachment):|#", re.IGNORECASE),
    "src": re.compile(
        rf"{_WEB}|attachment:|data:image/(png|jpeg|gif);|(?!/)([\w/-]|%(?!2[ef])[0-9a-f]{{2}})+\.(png|jpe?g|gif)$",
        re.IGNORECASE,
    ),
}


def leads_nowhere_near(address: str) -> bool:
    """Say whether a link leads to the web, or into the text: not to what this machine, or one near it, serves."""
    return bool(_HARMLESS["href"].match(address))


def _attribute(tag: str, name: str, value: str) -> bool:
    """Say whether an attribute of a tag may stay."""
    return name == "title" or (tag == "a" and name == "href" and leads_nowhere_near(value))


class EscapeNames(Preprocessor):
    """Formgrader's page of a submission has the student's id and name as HTML: for ``HTMLExporter.preprocessors``."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Make plain text of the names that go into the page."""
        for key in ("student", "first_name", "last_name"):
            if isinstance(resources.get(key), str):
                resources[key] = html.escape(resources[key])
        return nb, resources


class Harmless(SanitizeHTML):
    """nbconvert's ``SanitizeHTML``, which lets through links in Markdown and the metadata of outputs, without these."""

    attributes = Any(_attribute)

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Clean all cells."""
        self._left = MOST
        return super().preprocess(nb, resources)

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, cell_index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Clean what the student wrote, and all outputs; the text of locked cells is the course's own."""
        is_own = not cell.metadata.get("nbgrader", {}).get("locked")
        if is_own:
            cell.source = self._short(cell.source)
        if cell.cell_type == "code":
            pictures = [_picture(output) for output in cell.outputs]
            for output, picture in zip(cell.outputs, pictures, strict=True):
                if picture:
                    output.data.pop("text/html", None)  # made anew below
                if "metadata" in output:  # nbconvert puts a width, for example, into a tag without quotes
                    output.metadata = NotebookNode()
                for kind in {"text/html", "text/latex", "text/markdown"} & output.get("data", {}).keys():
                    output.data[kind] = self._short(output.data[kind])
            self.sanitize_code_outputs(cell.outputs)
            for output in cell.outputs:
                data = output.get("data", {})
                if not _is_safe(data.get("text/markdown", "")):
                    del data["text/markdown"]
                for kind in ("text/html", "text/latex"):
                    if not mathematics.is_harmless(data.get(kind, "")):
                        del data[kind]
            for output, picture in zip(cell.outputs, pictures, strict=True):
                if picture:
                    output.data["text/html"] = picture
        elif is_own:
            cell.source = _NO_TAG.sub("&lt;", cell.source)
            if _TAG.search(cell.source):
                cell.source = self.sanitize_html_tags(cell.source)
            if not _is_safe(cell.source, cell.get("attachments")):
                # as code, which is shown as it stands
                cell.source = "\n".join(f"    {line}" for line in cell.source.splitlines())
        return cell, resources

    def _short(self, text: str) -> str:
        limit = min(LONGEST, self._left)
        self._left -= min(len(text), limit)
        return text if len(text) <= limit else text[:limit] + _CUT


def _picture(output: NotebookNode) -> str:
    """Give a figure of ``plotting.show`` anew, as HTML with its alt text: the student's own HTML loses the picture."""
    data = output.get("data", {}).get("image/png", "")
    said = output.get("metadata", {}).get("image/png", {})
    alt, width = said.get("alt"), said.get("width")
    if not (isinstance(data, str) and isinstance(alt, str) and type(width) is int and _BASE64.fullmatch(data)):
        return ""
    return html_of(data.replace("\n", ""), alt[:LONGEST], width)


def _is_safe(markdown: str, attachments: dict | None = None) -> bool:
    """Say whether nbconvert can render a Markdown text in time, and its links lead to the web or the text only."""
    try:
        return _is_safe_page(render(markdown, attachments)) if attachments else _is_safe_text(markdown)
    except Exception:  # a picture that is missing, for example: the page would not be made at all
        return False


@lru_cache(maxsize=500)  # the instructions are the same in each submission
def _is_safe_text(markdown: str) -> bool:
    return _is_safe_page(render(markdown))


def _is_safe_page(text: str) -> bool:
    addresses = _ADDRESS.findall(text)
    are_harmless = all(_HARMLESS[kind].match(html.unescape(address)) for kind, address in addresses)
    return are_harmless and mathematics.is_harmless(text)

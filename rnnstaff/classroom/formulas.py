"""Formulas that a browser shows by itself: MathML, so that a page needs no script and no network."""

import html
import re
from xml.etree.ElementTree import tostring

from latex2mathml.converter import convert_to_element

from rnnstaff.intake import mathematics

_LONGEST = 2_000  # characters of one formula
_WIDE = 60  # characters after which it has a line of its own, which scrolls on a phone
_MATH = re.compile(
    r"\$\$(?P<block>.{1,2000}?)\$\$|\\\[(?P<bracket>.{1,2000}?)\\\]"
    r"|\$(?P<inline>[^$]+)\$|\\\((?P<round>.{1,2000}?)\\\)"
    r"|(?P<environment>\\begin\{(?P<name>[a-z]+\*?)\}.{0,2000}?\\end\{(?P=name)\})",
    re.DOTALL,
)


def mathml(latex: str, is_block: bool = False) -> str:
    """Give a formula in LaTeX, without its dollar signs, as HTML; as code if it cannot or must not be typeset."""
    latex = html.unescape(latex)  # text that was made harmless: what is made of it here is escaped again
    if len(latex) <= _LONGEST and mathematics.is_harmless(f"${latex}$"):
        try:
            element = convert_to_element(latex, display="block" if is_block else "inline")
        except Exception:  # the library raises many kinds of them
            pass
        else:
            for part in element.iter():  # it leaves character references, and no text may become a tag
                part.text = part.text and html.unescape(part.text)
            formula = tostring(element, encoding="unicode")
            is_wide = is_block or len(latex) > _WIDE
            return f'<span class="formula" tabindex="0">{formula}</span>' if is_wide else formula
    return f"<code>{html.escape(latex)}</code>"


def typeset(text: str) -> str:
    """Give a text with formulas, such as the output of IPython's ``Latex``, as HTML."""
    parts, end = [], 0
    for match in _MATH.finditer(text):
        inline = match["inline"] or match["round"]
        block = match["block"] or match["bracket"] or match["environment"]
        parts += [html.escape(text[end : match.start()]), mathml(inline or block, is_block=not inline)]
        end = match.end()
    return "".join([*parts, html.escape(text[end:])])

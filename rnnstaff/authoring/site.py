"""What the reading site needs beyond Sphinx and MyST-NB: pages in reading order, and the alt texts of figures.

Sphinx loads this as an extension (``site/conf.py``), and MyST-NB finds ``Figure`` by its entry point.
"""

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.addnodes import toctree

if TYPE_CHECKING:
    from myst_nb.core.render import MimeData, NbElementRenderer
    from sphinx.application import Sphinx


class Figure:
    """Shows a PNG output with the alt text of its metadata, which MyST-NB leaves out."""

    # Before text/html, which may hold the same picture once more: a file of its own keeps the page small.
    mime_priority_overrides: ClassVar = [("html", "image/png", 25)]

    @staticmethod
    def handle_mime(renderer: "NbElementRenderer", data: "MimeData", inline: bool) -> list[nodes.Element] | None:
        """Give the nodes of a figure with an alt text; leave anything else to MyST-NB."""
        alt = data.output_metadata.get(data.mime_type, {}).get("alt")
        if inline or data.mime_type != "image/png" or not alt:
            return None
        images = renderer.render_image(data)
        for image in images:
            image["alt"] = alt
            image.attributes.pop("height", None)  # follows the width, on a narrow screen too
        return images


def _add_reading_order(app: "Sphinx", doctree: nodes.document) -> None:
    """Let the first page lead to all others, without a list in its text."""
    docname = app.env.docname
    if docname != app.config.root_doc:
        return
    for caption, files in app.config.reading_order.items():
        names = [name for file in files if (name := app.project.path2doc(file)) and name != docname]
        doctree[-1] += toctree(
            caption=caption,
            rawcaption=caption,
            entries=[(None, name) for name in names],
            includefiles=names,
            glob=False,
            hidden=True,
            includehidden=False,
            maxdepth=1,
            numbered=0,
            parent=docname,
            titlesonly=True,
        )


def setup(app: "Sphinx") -> dict[str, bool]:
    """Register the reading order: captions, each with the files below it."""
    app.add_config_value("reading_order", {}, "env", dict)
    app.connect("doctree-read", _add_reading_order, priority=400)  # before Sphinx collects the tables of contents
    return {"parallel_read_safe": True}

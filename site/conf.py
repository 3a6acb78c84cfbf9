"""The reading site: `make site` builds it from the notebooks and guides as they are, into dist/site."""

import tomllib
from pathlib import Path

from rnnstaff import course

ROOT = Path(__file__).parent.parent
START = "notebooks/00_start"
GRADERS = "docs/graders.md"  # it tells of mistakes, and of hidden checks
GUIDES = sorted({f"docs/{path.name}" for path in ROOT.glob("docs/*.md")} - {GRADERS})

project = "Recurrent neural networks"
author = "The authors of the course"
language = "en"
release = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]

# The course's own folder is what Sphinx reads, so links between notebooks and guides work as they do on GitHub. Only
# what is listed here becomes a page: no answers, no hidden tests.
include_patterns = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
include_patterns += ["docs/*.md", "notebooks/*.ipynb", "release/*/*.ipynb"]
exclude_patterns = ["**/.*", "dist", "node_modules", GRADERS]
root_doc = START if (ROOT / f"{START}.ipynb").is_file() else "README"

nitpicky = True  # a link that leads nowhere is a warning, and `make site` makes warnings errors
extensions = ["myst_nb", "sphinx.ext.mathjax", "sphinx-mathjax-offline", "rnnstaff.authoring.site"]
reading_order = {
    "Lessons and assignments": course.reading_order(ROOT),
    "Guides": ["README.md", *GUIDES, "CONTRIBUTING.md", "CHANGELOG.md"],
}

nb_execution_mode = "off"  # outputs as `make build` stored them
nb_code_prompt_show = "Show {type}"
nb_code_prompt_hide = "Hide {type}"
myst_enable_extensions = ["dollarmath"]
myst_heading_anchors = 3

html_theme = "sphinx_book_theme"
html_title = project
html_theme_options = {
    "home_page_in_toc": True,
    "navbar_persistent": [],  # a second search field, at the very top
    "show_toc_level": 2,
    "use_fullscreen_button": False,
}
html_context = {"default_mode": "auto"}  # light or dark, as the reader's system is
html_favicon = "_static/favicon.svg"
html_additional_pages = {"index": "redirect.html"}  # the first page is a notebook in its own folder
html_static_path = ["_static"]
html_css_files = ["course.css"]
linkcheck_ignore = [r"https://doi\.org/"]  # publishers turn programs away
templates_path = ["_templates"]
html_sourcelink_suffix = ""  # the download of a lesson is named as the lesson
html_show_copyright = False
html_use_index = False

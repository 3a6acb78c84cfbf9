"""nbconvert's notebook exporter for what a student handed in."""

import itertools
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode

from rnnstaff.intake import choosing, flags, reading
from rnnstaff.intake.tidying import TAKEN

_MOST_NOTES = 20


class SubmissionExporter(NotebookExporter):
    """nbconvert's notebook exporter, which reads any file; nbgrader uses it as ``Autograde.exporter_class``."""

    def from_filename(
        self, filename: str, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Convert a notebook file; what cannot be read becomes an empty notebook and a flag."""
        path = Path(filename)
        resources = resources if resources is not None else {}
        resources["metadata"] = {"name": path.stem, "path": str(path.parent)}
        if any(other.is_symlink() for other in path.parent.rglob("*")):  # nbgrader goes on where its hook has failed
            raise OSError(f"There is a link in {path.parent} that could not be removed.")
        chosen = choosing.choose(path, resources) if "nbgrader" in resources else path
        notebook, problem = reading.read(chosen)
        if problem:
            flags.add(resources, problem)
        notes = (note for note in sorted(path.parent.rglob(f"*{TAKEN}")) if note.is_file())
        for note in itertools.islice(notes, _MOST_NOTES):
            with note.open(encoding="utf-8", errors="replace") as file:
                flags.add(resources, f"{note.name.removesuffix(TAKEN)} was removed: {file.read(150)}")
        return self.from_notebook_node(notebook, resources=resources, **kw)

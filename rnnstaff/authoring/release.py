"""Releasing an assignment again: what was handed in stays, and the last release stays until the next one stands.

nbgrader refuses to add or to remove a cell when there are submissions, and takes the last release away before it tries.
"""

import shutil
import tempfile
import weakref
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.api import Comment, Grade, MissingEntry
from nbgrader.preprocessors import SaveCells

from rnnstaff.course import CourseError

_KINDS = ("grade", "solution", "task", "source")


class ReleaseExporter(NotebookExporter):
    """nbconvert's notebook exporter, which keeps the last release: for ``GenerateAssignment.exporter_class``.

    It is made before nbgrader takes the last release away, and gone when nbgrader is done, whether it failed or not.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        coursedir = getattr(self.parent, "coursedir", None)
        if coursedir is None:
            return
        release = Path(coursedir.format_path(coursedir.release_directory, ".", coursedir.assignment_id))
        if release.is_dir():
            kept = Path(tempfile.mkdtemp(prefix="release-"))
            shutil.copytree(release, kept / release.name)
            weakref.finalize(self, _put_back, kept, release)


def _put_back(kept: Path, release: Path) -> None:
    if not any(release.glob("*.ipynb")):
        shutil.copytree(kept / release.name, release, dirs_exist_ok=True)
    shutil.rmtree(kept)


class SaveCellsOfSubmissions(SaveCells):
    """nbgrader's ``SaveCells``, which also takes cells that were added or removed after somebody handed in.

    Those who have handed in get the new cells, without points until they are graded again.
    """

    def _create_notebook(self, nb: NotebookNode) -> None:
        try:
            notebook = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
        except MissingEntry:
            notebook = None
        if notebook is not None and notebook.submissions:
            self._remove_old(notebook)
            self._add_new(notebook)
        super()._create_notebook(nb)

    def _remove_old(self, notebook: Any) -> None:
        for kind in _KINDS:
            wanted = getattr(self, f"new_{kind}_cells")
            for cell in list(getattr(notebook, f"{kind}_cells")):
                if cell.name in wanted:
                    continue
                grades = [] if kind in ("source", "solution") else list(cell.grades)
                if any(grade.manual_score for grade in grades):
                    raise CourseError(
                        f"{cell.name} has points that were given by hand, so it cannot be taken out of the assignment. "
                        "Leave the cell in, or set these points to 0 in Formgrader first."
                    )
                for row in [*grades, *([] if kind in ("source", "grade") else cell.comments), cell]:
                    self.gradebook.db.delete(row)
        self.gradebook.db.commit()

    def _add_new(self, notebook: Any) -> None:
        for kind in _KINDS:
            known = {cell.name for cell in getattr(notebook, f"{kind}_cells")}
            add = getattr(self.gradebook, f"add_{kind}_cell")
            for name, facts in getattr(self, f"new_{kind}_cells").items():
                if name in known:
                    continue
                cell = add(name, self.notebook_id, self.assignment_id, **facts)
                for submitted in notebook.submissions:
                    if kind in ("grade", "task"):
                        self.gradebook.db.add(Grade(cell_id=cell.id, notebook_id=submitted.id))
                    if kind in ("solution", "task"):
                        self.gradebook.db.add(Comment(cell_id=cell.id, notebook_id=submitted.id))
        self.gradebook.db.commit()

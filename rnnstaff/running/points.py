"""The points of the tests, saved into the gradebook without touching what a grader has settled by hand."""

from pathlib import Path

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.preprocessors import SaveAutoGrades
from nbgrader.utils import is_grade
from traitlets import Unicode

from rnnstaff import states


class SavePoints(SaveAutoGrades):
    """nbgrader's SaveAutoGrades; points by hand stay settled where the same submission is graded again."""

    cell = Unicode("", help="The only test cell whose points are saved; by default those of all are.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Save the points of all cells."""
        self._is_same = states.is_same_hand_in(*states.place_of(Path(resources["metadata"]["path"])))
        return super().preprocess(nb, resources)

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, cell_index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Save the points of one cell."""
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if self.cell and name != self.cell:
            return cell, resources
        if not is_grade(cell):
            return super().preprocess_cell(cell, resources, cell_index)
        grade = self.gradebook.find_grade(name, self.notebook_id, self.assignment_id, self.student_id)
        is_settled = self._is_same and grade.manual_score is not None and not grade.needs_manual_grade
        cell, resources = super().preprocess_cell(cell, resources, cell_index)
        if is_settled:
            grade.needs_manual_grade = False
            self.gradebook.db.commit()
        return cell, resources

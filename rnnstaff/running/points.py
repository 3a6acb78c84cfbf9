"""The points of the tests, saved into the gradebook without touching what a grader has settled by hand."""

from pathlib import Path

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.api import Grade
from nbgrader.preprocessors import SaveAutoGrades
from traitlets import Unicode

from rnnstaff import states


class SavePoints(SaveAutoGrades):
    """nbgrader's SaveAutoGrades; points by hand stay settled where the same submission is graded again."""

    cell = Unicode("", help="The only test cell whose points are saved; by default those of all are.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Save the points of all cells."""
        self._is_same = states.is_same_hand_in(*states.place_of(Path(resources["metadata"]["path"])))
        self._settled: dict[str, Grade] | None = None
        return super().preprocess(nb, resources)

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, cell_index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Save the points of one cell."""
        if self._settled is None:
            place = (self.notebook_id, self.assignment_id, self.student_id)
            grades = self.gradebook.find_submission_notebook(*place).grades if self._is_same else []
            by_hand = [grade for grade in grades if grade.manual_score is not None]
            self._settled = {grade.name: grade for grade in by_hand if not grade.needs_manual_grade}
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if self.cell and name != self.cell:
            return cell, resources
        cell, resources = super().preprocess_cell(cell, resources, cell_index)
        if name in self._settled:  # nbgrader has it looked at again
            self._settled[name].needs_manual_grade = False
            self.gradebook.db.commit()
        return cell, resources

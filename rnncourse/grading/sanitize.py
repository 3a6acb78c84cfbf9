"""Preprocessors that repair a submission before it runs; ``nbgrader_config.py`` puts them into nbgrader's list."""

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.preprocessors import DeduplicateIds as NbgraderDeduplicateIds


class DeduplicateIds(NbgraderDeduplicateIds):
    """Turn all copies of a graded cell but the last into plain cells.

    nbgrader leaves an empty ``nbgrader`` entry in them, which it later takes for metadata of an old format and stops.
    """

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, cell_index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Repair one cell; nbgrader comes here from the last cell to the first."""
        cell, resources = super().preprocess_cell(cell, resources, cell_index)
        if not cell.metadata.get("nbgrader", True):
            del cell.metadata["nbgrader"]
        return cell, resources

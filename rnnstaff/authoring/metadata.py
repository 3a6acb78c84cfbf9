"""The metadata of the course's notebooks: whichever editor saved one, the kernel that it names is the course's."""

import copy
from typing import Any

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode, from_dict
from nbgrader.preprocessors import NbGraderPreprocessor

_PLAIN = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
OURS = "rnncourse"  # the one key that is not of the notebook format's


def plain(notebook: NotebookNode) -> dict[str, Any]:
    """Give the metadata that a notebook of the course has: the kernel, and what the build notes of its outputs."""
    noted = {OURS: notebook.metadata[OURS]} if OURS in notebook.metadata else {}
    return copy.deepcopy(_PLAIN) | noted


class PlainMetadata(NbGraderPreprocessor):
    """Leaves out what an editor wrote into the source: for ``GenerateAssignment.preprocessors``."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Write the course's metadata."""
        nb.metadata = from_dict(plain(nb))
        return nb, resources

"""The metadata of the course's notebooks: whichever editor saved one, the kernel that it names is the course's."""

import copy
from typing import Any

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode, from_dict
from nbgrader.preprocessors import NbGraderPreprocessor

from rnncourse.kernel.language import LANGUAGE

# What JupyterLab writes when it opens one with the course's kernel: so opening a notebook does not change it.
_PLAIN = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": LANGUAGE,
}
OURS = "rnncourse"  # what the build notes of the outputs


def plain(notebook: NotebookNode) -> dict[str, Any]:
    """Give the metadata that a notebook of the course has: the kernel, our note, and the file it is paired with."""
    kept = {key: notebook.metadata[key] for key in (OURS, "jupytext") if key in notebook.metadata}
    return copy.deepcopy(_PLAIN) | kept


class PlainMetadata(NbGraderPreprocessor):
    """Leaves out what an editor wrote into the source: for ``GenerateAssignment.preprocessors``."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Write the course's metadata."""
        nb.metadata = from_dict(copy.deepcopy(_PLAIN))
        return nb, resources

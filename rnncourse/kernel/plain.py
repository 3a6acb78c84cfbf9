"""The kernel of JupyterLab in a course's folder: with it, a notebook that is opened stays as it is."""

from ipykernel.ipkernel import IPythonKernel

from rnncourse.kernel.language import LANGUAGE


class PlainKernel(IPythonKernel):
    """IPython's kernel, with nothing of this machine in what it says of its language."""

    language_info = LANGUAGE

"""JupyterLab, at the start page of the course."""

import os
import sysconfig
from importlib.metadata import entry_points
from pathlib import Path

from rnncourse import copies
from rnncourse.errors import CourseError

START = "notebooks/00_start.ipynb"
_SETTINGS = Path(__file__).with_name("jupyter")


def start(course: Path, options: list[str]) -> None:
    """Run JupyterLab in a course's folder until it is stopped.

    Students work on copies, and see nothing of the instructor's side. Where that side is installed, it is shown, and
    JupyterLab opens the originals.

    Raises
    ------
    CourseError : the folder is no course's, or JupyterLab is not installed.
    """
    if (course / copies.RECORD).is_file():  # a student's copies
        course = course.parent
    if not (course / START).is_file():
        raise CourseError(f"{START} is not here. Start this in the folder of the course.")
    try:
        from jupyterlab.labapp import LabApp
    except ImportError:
        raise CourseError("this needs JupyterLab: pip install 'rnncourse[lab]'.") from None
    page = START
    _prepend("PATH", Path(sysconfig.get_path("scripts")))  # a terminal in JupyterLab finds the command
    _prepend("JUPYTER_PATH", _SETTINGS)  # a kernel that leaves notebooks as they are
    if not entry_points(group="rnncourse.commands"):  # an instructor's side has its own words
        _prepend("JUPYTER_CONFIG_PATH", _SETTINGS / "student")
        if not _has_exchange():
            _prepend("JUPYTER_CONFIG_PATH", _SETTINGS / "alone")
        page = f"{copies.WORK}/{START}"
        for name in copies.update(course):
            print(f"{name} has changed. Your copy is kept as it is; to get the new one, rename yours.")
    os.chdir(course)
    LabApp.launch_instance(argv=[f"--LabApp.default_url=/lab/tree/{page}", *options])


def _has_exchange() -> bool:
    """Say whether this machine has the folder through which nbgrader's Assignment List fetches and hands in."""
    from nbgrader.apps import NbGrader
    from nbgrader.exchange import ExchangeFactory

    app = NbGrader()
    app.load_config_file()
    return Path(ExchangeFactory(config=app.config).List(config=app.config).root).is_dir()


def _prepend(variable: str, folder: Path) -> None:
    os.environ[variable] = os.pathsep.join([str(folder), *filter(None, [os.environ.get(variable)])])

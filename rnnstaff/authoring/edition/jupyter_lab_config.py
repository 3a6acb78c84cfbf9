"""JupyterLab for students: it opens at the start page, without nbgrader's menus for instructors.

For jupyter lab --config=jupyter_lab_config.py, in this folder.
"""

from pathlib import Path

c = get_config()  # noqa: F821 (traitlets defines it)

_here = Path(__file__).parent
_start = "notebooks/00_start.ipynb"
c.LabApp.default_url = f"/lab/tree/{_start if (_here / _start).is_file() else 'notebooks'}"

# page_config.json turns menus off, overrides.json the questions that JupyterLab asks at its first start.
c.LabApp.app_settings_dir = str(_here / "jupyter")
c.ServerApp.jpserver_extensions = {
    "nbgrader.server_extensions.formgrader": False,
    "nbgrader.server_extensions.course_list": False,
}

"""nbgrader's settings for a student: the Validate button, and handing in where the course runs on a shared machine."""

from rnncourse import validation

c = get_config()  # noqa: F821 (traitlets defines it)

# Both must be the instructor's. Where the exchange is in another folder, /etc/jupyter/nbgrader_config.py of the machine
# says so: c.Exchange.root = "/srv/exchange"
c.CourseDirectory.course_id = "rnncourse"
c.Exchange.assignment_dir = "work/release"  # your copies

# As when your work is graded: a cell that trains takes longer than nbgrader's 30 seconds.
c.Execute.timeout = 180
c.Execute.startup_timeout = 600
c.Execute.raise_on_iopub_timeout = False
c.Execute.extra_arguments = ["--HistoryManager.hist_file=:memory:", "--log-level=ERROR"]

# Validate names the exercises that pass, fail, and are not written yet.
c.Execute.on_cell_start = validation.Summary()

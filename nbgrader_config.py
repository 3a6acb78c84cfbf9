"""All of nbgrader's settings for this course; every nbgrader command run in this folder reads them."""

import os
import sysconfig

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import (
    AssignLatePenalties,
    ClearHiddenTests,
    GetGrades,
    IgnorePattern,
    LimitOutput,
    SaveCells,
)

from rnncourse import validation
from rnnstaff import states
from rnnstaff.authoring.metadata import PlainMetadata
from rnnstaff.authoring.release import ReleaseExporter, SaveCellsOfSubmissions
from rnnstaff.classroom import lateness, tables
from rnnstaff.classroom.feedback import ByExercise
from rnnstaff.intake import exporter, tidying
from rnnstaff.intake.harmless import EscapeNames, Harmless
from rnnstaff.intake.restore import RestoreCells
from rnnstaff.running.execute import JudgedExecute
from rnnstaff.running.points import SavePoints

c = get_config()  # noqa: F821 (traitlets defines it)

# nbgrader calls alembic by name: it lies beside nbgrader itself, which need not be on PATH.
_path = os.environ.get("PATH", "").split(os.pathsep)
if sysconfig.get_path("scripts") not in _path:  # this file is read many times
    os.environ["PATH"] = os.pathsep.join([sysconfig.get_path("scripts"), *_path])

c.CourseDirectory.course_id = "rnncourse"
c.CourseDirectory.solution_directory = "solutions"

# The gradebook is gradebook.db beside this file, or any database that SQLAlchemy knows: docs/deploy.md.
if os.environ.get("RNNCOURSE_DB"):
    c.CourseDirectory.db_url = os.environ["RNNCOURSE_DB"]

# What an editor wrote into the source, such as the name of its own kernel, is left out.
c.GenerateAssignment.preprocessors = [
    PlainMetadata,
    *(SaveCellsOfSubmissions if one is SaveCells else one for one in GenerateAssignment.preprocessors.default()),
]
c.GenerateAssignment.exporter_class = ReleaseExporter

# release/ is in git, and made anew from the same source it is the same; feedback follows the gradebook.
c.GenerateAssignment.force = True
c.GenerateFeedback.force = True

# What was handed in is rebuilt from the gradebook's copy of the assignment; what was repaired is flagged.
c.Autograde.exporter_class = exporter.SubmissionExporter
c.Autograde.pre_convert_hook = states.begins(tidying.prepare)
c.Autograde.post_convert_hook = states.finished
# RestoreCells writes the marks of all cells anew, so nbgrader need not check them.
c.Autograde.sanitize_preprocessors = [RestoreCells]

# The student's cells run in a sandbox, the graded test cells outside of it; their HTML and scripts reach no browser.
# Without bubblewrap, and for students whom you trust with your files: nbgrader autograde --JudgedExecute.sandbox=False
c.Autograde.autograde_preprocessors = [
    JudgedExecute,
    IgnorePattern,
    LimitOutput,
    SavePoints,
    AssignLatePenalties,
    Harmless,
]

c.Harmless.enabled = True
c.HTMLExporter.preprocessors = [EscapeNames]
c.Execute.store_widget_state = False  # it names modules that a browser would load

# Seconds of its own time that a cell may take: then it is interrupted, scores 0, and grading goes on with the next.
c.Execute.timeout = 180
c.Execute.startup_timeout = 600
c.Execute.raise_on_iopub_timeout = False

# No history on disk, and no warning about the kernel's connection, which does not leave this machine.
c.Execute.extra_arguments = ["--HistoryManager.hist_file=:memory:", "--log-level=ERROR"]

# nbgrader gives 0 to a graded cell that wrote to stderr, be it a warning of TensorFlow's C++ code. An error is not lost
# with it: it comes as an error output.
c.IgnorePattern.enabled = True
c.IgnorePattern.pattern = r"\S|\s"

# Validate names the exercises that pass, fail, and are not written yet.
c.Execute.on_cell_start = validation.Summary()

# What students put into the exchange is collected from its owner only, and no link in it is followed; feedback goes to
# all who handed in there. (Named, not imported: few commands need them.)
c.ExchangeFactory.collect = "rnnstaff.intake.exchange.Collect"
c.ExchangeFactory.release_feedback = "rnnstaff.intake.exchange.ReleaseFeedback"

# What an LMS downloads is unpacked within limits, and each file finds its student by the names of Moodle and Canvas.
c.ZipCollectApp.extractor_plugin = "rnnstaff.intake.archives.Extractor"
c.ZipCollectApp.collector_plugin = "rnnstaff.intake.lms.Collector"

# Penalties follow the points that were given by hand since, and extensions.csv.
c.GenerateFeedback.pre_convert_hook = lateness.refreshes

# Feedback goes by exercise, and shows the outcome of the hidden tests, not the tests. (Named: few commands need it.)
c.GenerateFeedback.preprocessors = [GetGrades, ClearHiddenTests, CSSHTMLHeaderPreprocessor, ByExercise]
c.GenerateFeedback.exporter_class = "rnnstaff.classroom.feedback_page.FeedbackExporter"

# grades.csv, quoted and with the flags, as a spreadsheet reads it.
c.ExportApp.plugin_class = tables.CsvExport

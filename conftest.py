"""Tests and the notebooks of ``solutions/`` run on the small data budget, unless the caller says otherwise."""

import os

os.environ.setdefault("RNNCOURSE_BUDGET", "grading")
os.environ["KERAS_BACKEND"] = "tensorflow"  # some tests import Keras before rnncourse.quiet

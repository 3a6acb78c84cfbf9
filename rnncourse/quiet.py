"""Start TensorFlow without its start-up messages: ``import rnncourse.quiet`` before anything that imports it.

TensorFlow's C++ code writes them to the file descriptor of stderr, whatever its log level is; in a notebook they would
stand above the first result, and in a graded cell they would cost points.
"""

import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # for the messages after the start


def _start() -> None:
    sys.stderr.flush()
    saved, null = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(null, 2)
        import tensorflow as tf

        tf.zeros(1) + 1  # the first operation has messages of its own
    finally:
        os.dup2(saved, 2)
        os.close(saved)
        os.close(null)
    # Says, for example, that a function was traced again, as happens whenever several models are tried.
    tf.get_logger().setLevel("ERROR")


_start()

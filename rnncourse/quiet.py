"""Start Keras on TensorFlow without messages: ``import rnncourse.quiet`` before anything that imports either of them.

In a notebook, their start-up messages would appear above the first result, and in a graded cell they would cost points.
No operation is run, so threads and logical devices can still be set in the cells below, with ``tf.config``.

``KERAS_BACKEND`` and ``keras.json`` may be left over from other work: Keras starts on TensorFlow, with its own default
settings. What a notebook sets itself, with ``keras.config``, is not touched.

If TensorFlow was imported before, its start-up messages have already appeared, and those of XLA, which compiles models,
will. The others do not.
"""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Both are read only once, when TensorFlow and Keras are imported. The level has to be 3: where there is no GPU, the
# first operation reports that as an error, which level 2 shows.
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["KERAS_BACKEND"] = "tensorflow"

# Without a home folder, TensorFlow would make a folder called "~" in the working directory. Keras would take /tmp.
if os.path.expanduser("~") == "~":  # noqa: PTH111  # Path.expanduser raises
    os.environ.setdefault("KERAS_HOME", "/tmp/.keras")

# Keras imports Matplotlib, which warns if there is no home folder, and if making its list of fonts takes long.
logging.getLogger("matplotlib").setLevel("ERROR")


def _start() -> None:
    tensorflow_came_first = "tensorflow" in sys.modules
    keras_came_first = any(name.partition(".")[0] == "keras" for name in sys.modules)  # even if its import failed
    with _descriptor_muted():
        _import_keras(keras_came_first)
        import tensorflow as tf

        if tensorflow_came_first:  # at another log level: a missing GPU is reported now or at the first operation
            tf.config.list_physical_devices()
    # Says, for example, that a function was traced again, as happens whenever several models are tried.
    tf.get_logger().setLevel("ERROR")


def _import_keras(came_first: bool) -> None:
    """Import Keras, and check that it runs on TensorFlow.

    Parameters
    ----------
    came_first : it was imported before, so its settings may be the notebook's own.

    Raises
    ------
    ImportError : Keras does not start, or runs on another backend. The message says what to do.
    """
    restart = "Restart the kernel, and import rnncourse.quiet before keras."
    try:
        import keras
    except Exception as error:  # of many types: Keras hardly checks what is in keras.json
        if isinstance(error, ImportError) and not came_first:
            raise  # the installation is broken, and the error says what is missing
        file = Path(os.environ.get("KERAS_HOME", "~/.keras")) / "keras.json"
        advice = restart if came_first else f"Delete {file}, and restart the kernel."
        raise ImportError(f"Keras does not start ({error}). {advice}") from None
    if keras.config.backend() != "tensorflow":
        raise ImportError(f"Keras runs on {keras.config.backend()}, not on TensorFlow. {restart}")
    if not came_first:
        keras.config.set_floatx("float32")
        keras.config.set_epsilon(1e-7)
        keras.config.set_image_data_format("channels_last")


@contextmanager
def _descriptor_muted() -> Iterator[None]:
    """Drop what is written to the file descriptor of stderr, as some C++ code does whatever its log level is."""
    sys.stderr.flush()
    saved, null = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(null, 2)
        yield
    finally:
        os.dup2(saved, 2)
        os.close(saved)
        os.close(null)


_start()

"""``import rnncourse.quiet``: no messages, nothing started that can no longer be set, and Keras on TensorFlow."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SETTINGS = ("TF_", "KERAS_", "MPL", "XDG_")  # variables of the caller that could change what is tested

WORK = """
import keras, numpy as np, tensorflow as tf
keras.utils.set_random_seed(0)
tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(1)
cpu = tf.config.list_physical_devices("CPU")[0]
tf.config.set_logical_device_configuration(cpu, [tf.config.LogicalDeviceConfiguration()] * 2)
assert len(tf.config.list_logical_devices("CPU")) == 2
assert float(keras.ops.sum(tf.ones(2))) == 2
model = keras.Sequential([keras.Input((3, 2)), keras.layers.LSTM(4), keras.layers.Dense(1)])
model.compile("adam", "mse", jit_compile=JIT)
model.fit(np.ones((8, 3, 2)), np.ones((8, 1)), verbose=0)
model.predict(np.ones((8, 3, 2)), verbose=0)
"""


def python(code, *, before=(), cwd=None, **environment):
    """Run code in a Python of its own; ``before`` goes in front of the command."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(SETTINGS)}
    command = [*before, sys.executable, "-c", code]
    variables = kept | {"PYTHONPATH": str(ROOT)} | environment
    return subprocess.run(command, env=variables, cwd=cwd, capture_output=True, text=True, check=False)


def refusal(result):
    """The last line of an error, which is the one that a notebook shows below the traceback."""
    assert result.returncode == 1
    return result.stderr.splitlines()[-1]


@pytest.fixture
def keras_json(tmp_path):
    """Write a ``keras.json`` and give the variable that makes Keras read it."""

    def write(text):
        (tmp_path / "keras.json").write_text(text)
        return {"KERAS_HOME": str(tmp_path)}

    return write


def test_nothing_is_said_and_threads_and_devices_can_still_be_set():
    result = python("import rnncourse.quiet" + WORK.replace("JIT", "True"), TF_CPP_MIN_LOG_LEVEL="0")
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.slow
@pytest.mark.parametrize("first", ["tensorflow", "keras"])
def test_nothing_more_is_said_where_it_comes_second(first):
    code = f"import os, {first}; os.write(2, b'from here on'); import rnncourse.quiet" + WORK.replace("JIT", "False")
    result = python(code)
    assert result.returncode == 0, result.stderr
    assert result.stderr.endswith("from here on")


RESTART = "Restart the kernel, and import rnncourse.quiet before keras."
SHOW = """
import keras.config as settings
print(settings.backend(), settings.floatx(), settings.epsilon(), settings.image_data_format())
"""
OTHER = '{"backend": "jax", "floatx": "float16", "epsilon": 1e-3, "image_data_format": "channels_first"}'


@pytest.mark.parametrize(
    ("text", "backend"),
    [pytest.param(OTHER, "", id="file"), pytest.param('{"backend": ', "theano", id="variable", marks=pytest.mark.slow)],
)
def test_settings_of_other_work_do_not_count(text, backend, keras_json):
    result = python("import rnncourse.quiet" + SHOW, KERAS_BACKEND=backend, **keras_json(text))
    assert (result.stdout, result.stderr) == ("tensorflow float32 1e-07 channels_last\n", "")


@pytest.mark.slow
def test_what_a_notebook_sets_is_kept():
    code = "import keras; keras.config.set_floatx('float64'); import rnncourse.quiet; print(keras.config.floatx())"
    assert python(code).stdout == "float64\n"


@pytest.mark.parametrize("text", ['{"floatx": "bfloat16"}', "[]"])
def test_settings_that_keras_refuses_are_named_in_a_line(text, keras_json, tmp_path):
    said = refusal(python("import rnncourse.quiet", **keras_json(text)))
    assert said.startswith("ImportError: Keras does not start (")
    assert said.endswith(f"). Delete {tmp_path / 'keras.json'}, and restart the kernel.")


@pytest.mark.slow
def test_keras_that_already_runs_on_another_backend_is_said_in_a_line():
    code = "import keras; keras.config.backend = lambda: 'torch'; import rnncourse.quiet"  # as no other is installed
    assert refusal(python(code)) == f"ImportError: Keras runs on torch, not on TensorFlow. {RESTART}"


def test_keras_that_failed_before_is_said_in_a_line():
    first = "try:\n    import keras\nexcept ValueError:\n    pass\n"
    said = refusal(python(f"{first}import rnncourse.quiet", KERAS_BACKEND="theano"))
    assert said == f"ImportError: Keras does not start (Unable to import backend : theano). {RESTART}"


def test_without_a_home_nothing_is_said_and_no_folder_is_made(tmp_path):
    account = ["unshare", "--user", "--map-user=12345", "--map-group=12345"]  # of which no password file knows
    if not shutil.which("unshare") or subprocess.run([*account, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no other account can be had here (Linux: unshare, from util-linux)")
    notebook = "import io, sys; said = sys.stderr = io.StringIO()\n"  # where stderr is more than its file descriptor
    code = notebook + "import rnncourse.quiet; from rnncourse import plotting; print(said.getvalue())" + SHOW
    result = python(code, before=["env", "--unset=HOME", *account], cwd=tmp_path)
    assert (result.stdout, result.stderr) == ("\ntensorflow float32 1e-07 channels_last\n", "")
    assert list(tmp_path.iterdir()) == []

"""MNIST: where it comes from, what is refused, and what is given where it cannot be had."""

import functools
import hashlib
import http.server
import os
import shutil
import socket
import socketserver
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from waiting import PATIENCE

from rnncourse.datasets import budget, mnist

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def clean(monkeypatch, tmp_path):
    """Neither a folder, nor a cache, nor a network, nor anything remembered, unless the test says so."""
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    monkeypatch.delenv("RNNCOURSE_DATA", raising=False)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.setenv("RNNCOURSE_BUDGET", "full")
    monkeypatch.setattr(mnist, "URL", "http://127.0.0.1:9/mnist.npz")  # the discard port: refused at once
    mnist._load.cache_clear()
    budget.say.cache_clear()


def save(path: Path, **arrays) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez(path, **arrays)
    return path


def zeros():
    return {key: np.zeros(shape, "uint8") for key, (shape, _) in mnist._CONTENTS.items()}


def test_without_mnist_the_digits_of_scikit_learn_are_given_and_named(capsys):
    (x_train, y_train), (x_test, y_test) = mnist.load_data()
    assert (x_train.shape, x_test.shape) == ((1437, 28, 28), (360, 28, 28))
    assert (y_train.shape, y_test.shape) == ((1437,), (360,))
    assert x_train.dtype == y_train.dtype == np.uint8
    assert (x_train.min(), x_train.max()) == (0, 255)
    assert set(y_train) == set(y_test) == set(range(10))
    printed = capsys.readouterr().out
    assert "MNIST is not available here." in printed
    assert "Not MNIST, but scikit-learn's handwritten digits: 1,437 training images and 360 test images." in printed


def test_the_stand_in_is_the_same_every_time():
    first = mnist.load_data()
    mnist._load.cache_clear()
    second = mnist.load_data()
    for one, other in zip(first, second, strict=True):
        np.testing.assert_array_equal(one[0], other[0])
        np.testing.assert_array_equal(one[1], other[1])


def test_what_a_notebook_does_to_its_arrays_does_not_reach_the_next_load():
    (x_train, _), _ = mnist.load_data()
    x_train[:] = 7
    (again, _), _ = mnist.load_data()
    assert not (again == 7).all()


def test_the_real_one(mnist_file, monkeypatch, capsys):
    monkeypatch.setenv("RNNCOURSE_DATA", str(mnist_file.parent))
    (x_train, y_train), (x_test, _) = mnist.load_data()
    assert (x_train.shape, x_test.shape) == ((60_000, 28, 28), (10_000, 28, 28))
    assert y_train[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert capsys.readouterr().out == "MNIST: 60,000 training images and 10,000 test images.\n"


@pytest.mark.parametrize("variable", ["RNNCOURSE_BUDGET", "NBGRADER_EXECUTION"])
def test_while_grading_a_small_fixed_part_is_given(monkeypatch, variable, capsys):
    monkeypatch.delenv("RNNCOURSE_BUDGET")
    monkeypatch.setenv(variable, {"RNNCOURSE_BUDGET": "grading", "NBGRADER_EXECUTION": "validate"}[variable])
    monkeypatch.setattr(mnist, "GRADING_IMAGES", (100, 50))
    (x_train, y_train), (x_test, _) = mnist.load_data()
    assert (len(x_train), len(y_train), len(x_test)) == (100, 100, 50)
    assert "The small part used for grading: 100 training images and 50 test images." in capsys.readouterr().out


def test_a_budget_that_does_not_exist_is_refused(monkeypatch):
    monkeypatch.setenv("RNNCOURSE_BUDGET", "grades")
    with pytest.raises(ValueError, match="RNNCOURSE_BUDGET is 'grades'"):
        mnist.load_data()


def without_a_key():
    arrays = zeros()
    del arrays["y_test"]
    return arrays


BAD_ARRAYS = {
    "another data set of the same shapes": zeros,
    "an array is missing": without_a_key,
    "wrong type": lambda: {key: array.astype("float32") for key, array in zeros().items()},
    "wrong shape": lambda: zeros() | {"x_test": np.zeros((10, 28, 28), "uint8")},
    "pickled objects": lambda: zeros() | {"y_test": np.array([print] * 10_000, dtype=object)},
}


@pytest.mark.parametrize("arrays", BAD_ARRAYS.values(), ids=BAD_ARRAYS)
def test_a_wrong_file_is_refused(arrays, tmp_path, monkeypatch):
    path = save(tmp_path / "data" / "mnist.npz", **arrays())
    monkeypatch.setenv("RNNCOURSE_DATA", str(path.parent))
    with pytest.raises(mnist.DataError, match=r"mnist\.npz .*rnncourse data --fetch"):
        mnist.load_data()


@pytest.mark.parametrize("content", [b"", b"not a zip file", None], ids=["empty", "text", "cut short"])
def test_a_damaged_file_is_refused(content, tmp_path, monkeypatch):
    path = save(tmp_path / "data" / "mnist.npz", **zeros())
    path.write_bytes(path.read_bytes()[:-1000] if content is None else content)
    monkeypatch.setenv("RNNCOURSE_DATA", str(path.parent))
    with pytest.raises(mnist.DataError, match="damaged, incomplete, or not"):
        mnist.load_data()


def test_a_file_damaged_in_the_middle_is_refused(mnist_file, tmp_path, monkeypatch):
    content = bytearray(mnist_file.read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / "mnist.npz").write_bytes(content)
    monkeypatch.setenv("RNNCOURSE_DATA", str(tmp_path))
    with pytest.raises(mnist.DataError):
        mnist.load_data()


def test_an_array_in_a_file_of_its_own_is_refused(tmp_path, monkeypatch):
    np.save(tmp_path / "mnist.npy", np.zeros(3))
    monkeypatch.setenv("RNNCOURSE_DATA", str(tmp_path / "mnist.npy"))
    with pytest.raises(mnist.DataError, match="damaged, incomplete, or not"):
        mnist.load_data()


WAYS_TO_NAME_IT = {
    "folder": "{home}/data",
    "trailing slash": "{home}/data/",
    "file": "{home}/data/mnist.npz",
    "home": "~/data",
    "file below home": "~/data/mnist.npz",
    "blanks": " {home}/data\t",
    "double quotes": '"{home}/data"',
    "single quotes": "'{home}/data/mnist.npz'",
    "blanks and quotes": ' " {home}/data/ " ',
    "quoted home": '"~/data"',
}


@pytest.mark.parametrize("way", WAYS_TO_NAME_IT.values(), ids=WAYS_TO_NAME_IT)
def test_the_file_and_its_folder_can_be_named_in_many_ways(way, tmp_path, monkeypatch):
    file = save(tmp_path / "data" / "mnist.npz")
    monkeypatch.setattr(mnist, "read", lambda path: {})
    monkeypatch.setattr(os.path, "expanduser", lambda path: os.fspath(path).replace("~", str(tmp_path)))
    monkeypatch.setenv("RNNCOURSE_DATA", way.format(home=tmp_path))
    assert mnist.find() == (file, {}, "")


def test_a_file_of_another_name_can_be_named(tmp_path, monkeypatch):
    file = save(tmp_path / "digits of 1998.npz")
    monkeypatch.setattr(mnist, "read", lambda path: {})
    monkeypatch.setenv("RNNCOURSE_DATA", str(file))
    assert mnist.find() == (file, {}, "")


@pytest.mark.parametrize("value", ["/no/such folder", '"/no/such/mnist.npz"', "~nobody-of-this-name/data"])
def test_where_nothing_is_found_the_setting_is_shown_as_it_is(value, monkeypatch, capsys):
    monkeypatch.setenv("RNNCOURSE_DATA", value)
    mnist.load_data()
    assert f"RNNCOURSE_DATA is set to {value}, but there is no mnist.npz there." in capsys.readouterr().out


@pytest.mark.parametrize("value", ["", "  ", '""', "' '", '"'])
def test_an_empty_setting_is_none(value, monkeypatch):
    monkeypatch.setenv("RNNCOURSE_DATA", value)
    assert mnist.candidates() == [mnist.keras_cache()]
    assert mnist.find() == (None, None, "")


def test_the_setting_comes_before_the_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("RNNCOURSE_DATA", str(tmp_path))
    assert mnist.candidates() == [tmp_path, tmp_path / "mnist.npz", tmp_path / "keras" / "datasets" / "mnist.npz"]


@pytest.fixture
def locked(tmp_path):
    """A folder that nobody may enter, unless they are root."""
    folder = tmp_path / "locked"
    folder.mkdir(mode=0)
    yield str(folder)
    folder.chmod(0o700)


@pytest.mark.parametrize("name", [None, "HOME", "KERAS_HOME", "RNNCOURSE_DATA"])
def test_an_account_without_a_home_gets_digits(name, locked, tmp_path):
    account = ["unshare", "--user", "--map-user=12345", "--map-group=12345"]  # of which no password file knows
    if not shutil.which("unshare") or subprocess.run([*account, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no other account can be had here (Linux: unshare, from util-linux)")
    code = (
        "from rnncourse.datasets import mnist\n"
        f"mnist.URL = {mnist.URL!r}\n"
        "mnist.load_data()\n"
        "print(mnist.candidates())\n"
    )
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)} | ({name: locked} if name else {})
    command = [*account, sys.executable, "-c", code]
    result = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert "training images" in result.stdout
    cache = Path(locked if name == "KERAS_HOME" else "/tmp/.keras") / "datasets" / "mnist.npz"  # where Keras has it
    assert f"{cache!r}]" in result.stdout


def test_a_damaged_cache_is_not_used(capsys):
    save(mnist.keras_cache(), **zeros())
    (x_train, _), _ = mnist.load_data()
    assert len(x_train) == 1437
    assert "is not MNIST" in capsys.readouterr().out


def test_a_network_that_does_not_answer_is_given_up(monkeypatch, capsys):
    monkeypatch.setattr(mnist, "NETWORK_TIMEOUT", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as silent:  # accepts, and says nothing
        monkeypatch.setattr(mnist, "URL", f"http://127.0.0.1:{silent.getsockname()[1]}/mnist.npz")
        notebook = threading.Thread(target=mnist.load_data, daemon=True)
        notebook.start()
        notebook.join(PATIENCE)
        assert not notebook.is_alive()
    assert "The server cannot be reached" in capsys.readouterr().out


def test_a_network_that_answers_in_another_language_is_given_up(monkeypatch, capfd):
    class Other(socketserver.BaseRequestHandler):
        def handle(self):
            self.request.sendall(b"220 mail.example.org\r\n")

    monkeypatch.setattr(mnist, "NETWORK_TIMEOUT", PATIENCE)
    with socketserver.TCPServer(("127.0.0.1", 0), Other) as server:
        monkeypatch.setattr(mnist, "URL", f"http://127.0.0.1:{server.server_address[1]}/mnist.npz")
        threading.Thread(target=server.handle_request, daemon=True).start()
        mnist.load_data()
    printed = capfd.readouterr()
    assert "The server cannot be reached (220 mail.example.org" in printed.out
    assert printed.err == ""


@pytest.fixture
def server(mnist_file):
    """The address of the real mnist.npz on a server of this machine."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    handler = functools.partial(Quiet, directory=mnist_file.parent)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{web.server_port}/{mnist_file.name}"
        web.shutdown()


@pytest.mark.slow
def test_two_kernels_that_download_at_once_do_no_harm(server, tmp_path):
    code = (
        "from rnncourse.datasets import mnist\n"
        f"mnist.URL = {server!r}\n"
        "(x, y), _ = mnist.load_data()\n"
        "assert x.shape == (60_000, 28, 28), x.shape\n"
    )
    # Keras downloads, whatever backend was chosen for other work.
    environment = os.environ | {"KERAS_HOME": str(tmp_path / "shared"), "KERAS_BACKEND": "theano"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    kernels = [subprocess.Popen([sys.executable, "-c", code], env=environment, cwd=ROOT, **pipes) for _ in range(2)]
    errors = [kernel.communicate()[1].decode() for kernel in kernels]
    assert [kernel.returncode for kernel in kernels] == [0, 0], errors
    assert errors == ["", ""]
    folder = tmp_path / "shared" / "datasets"
    assert [path.name for path in folder.iterdir()] == ["mnist.npz"]
    assert hashlib.sha256(mnist.read(folder / "mnist.npz")["x_train"].tobytes()).hexdigest().startswith("741c988805d0")


def data_command(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "rnncourse.cli", "data", *arguments],
        cwd=ROOT,
        env={key: value for key, value in os.environ.items() if key != "RNNCOURSE_DATA"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_shows_where_mnist_is(mnist_file):
    result = data_command(RNNCOURSE_DATA=str(mnist_file.parent))
    assert result.returncode == 0
    assert str(mnist_file) in result.stdout
    assert "60,000 training and 10,000 test images" in result.stdout


def test_the_command_says_what_to_do_without_it(tmp_path):
    result = data_command(KERAS_HOME=str(tmp_path))
    assert result.returncode == 0
    assert "MNIST is not on this machine." in result.stdout
    assert "rnncourse data --fetch" in result.stdout


def test_the_command_tells_of_a_wrong_file_in_a_line(tmp_path):
    save(tmp_path / "mnist.npz", **zeros())
    result = data_command(RNNCOURSE_DATA=str(tmp_path))
    assert result.returncode == 1
    assert result.stderr.startswith("rnncourse: ")
    assert result.stderr.count("\n") == 1

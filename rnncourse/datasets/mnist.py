"""The MNIST digits, with or without a network.

``load_data()`` looks where ``RNNCOURSE_DATA`` says (``mnist.npz`` or its folder), then in the folder ``data`` of the
student edition, then in Keras' own cache, then asks Keras to download. Where none of these has MNIST it says so and
gives the 1,797 handwritten digits that scikit-learn carries, scaled up to 28 × 28, so that the whole course works
offline.

Source of MNIST: Y. LeCun, C. Cortes, C. J. C. Burges, *The MNIST database of handwritten digits*, 1998.
"""

import hashlib
import os
import socket
import tempfile
import threading
import urllib.request
from functools import cache
from pathlib import Path

import numpy as np

from rnncourse.datasets import budget
from rnncourse.errors import CourseError

Arrays = dict[str, np.ndarray]
Split = tuple[np.ndarray, np.ndarray]

URL = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/mnist.npz"
NETWORK_TIMEOUT = 10  # seconds without an answer after which the network is given up
GRADING_IMAGES = (1_410, 500)  # training and test images of the grading budget; 1,410 are 11 batches of 128 and 2 more

# SHA-256 of each array's bytes: other data sets (Fashion-MNIST, for one) have the same shapes and types.
_CONTENTS = {
    "x_train": ((60_000, 28, 28), "741c988805d008ac6e4c904b69001ba184c24b2c540a4ef403f4c71b676cf757"),
    "y_train": ((60_000,), "1feba77c54802fa5339a11837ea4b2866434b83314ec45192930f1df69120c13"),
    "x_test": ((10_000, 28, 28), "6d87418db22cc8025d05968bec9bd5c3932904b23485740db143a061a2c9d161"),
    "y_test": ((10_000,), "ddeff807876a9661a1110d45c266c86239a3a1b7d37da0c3716a7a683c852ff5"),
}


class DataError(CourseError):
    """A data file is there but is not MNIST: damaged, cut short, or another data set."""


def load_data() -> tuple[Split, Split]:
    """Give MNIST, or where it cannot be had the digits of scikit-learn, and print which (once per process).

    With ``RNNCOURSE_BUDGET=grading``, and whenever nbgrader grades or validates, only a small fixed part is given, so
    that a notebook that trains for minutes is graded in seconds with its code untouched. ``RNNCOURSE_BUDGET=full``
    gives everything even there.

    Returns
    -------
    (x_train, y_train), (x_test, y_test) : images of shape (images, 28, 28), uint8 from 0 to 255, and labels of shape
        (images,), uint8 from 0 to 9.

    Raises
    ------
    DataError : the file that ``RNNCOURSE_DATA`` names, or the one in the folder it names, is not MNIST.
    """
    x_train, y_train, x_test, y_test = (array.copy() for array in _load(os.environ.get("RNNCOURSE_DATA", "")))
    train, test = GRADING_IMAGES
    if budget.is_small() and len(x_train) > train:
        x_train, y_train, x_test, y_test = x_train[:train], y_train[:train], x_test[:test], y_test[:test]
        budget.say(
            f"The small part used for grading: {len(x_train):,} training images and {len(x_test):,} test images."
        )
    return (x_train, y_train), (x_test, y_test)


@cache
def _load(setting: str) -> tuple[np.ndarray, ...]:
    """Load all of it, once per process and setting; ``setting`` is what ``RNNCOURSE_DATA`` says."""
    _, arrays, reason = find()
    if arrays is None:
        try:
            arrays = read(download())
        except OSError as error:
            reason = f"{reason} {error}".strip()
    name = "MNIST"
    if arrays is None:
        name, arrays = "Not MNIST, but scikit-learn's handwritten digits", _stand_in()
        budget.say(f"MNIST is not available here. {reason}")
        budget.say(
            "To get it, run `rnncourse data --fetch` with a network, or set RNNCOURSE_DATA to mnist.npz or its folder."
        )
    budget.say(f"{name}: {len(arrays['x_train']):,} training images and {len(arrays['x_test']):,} test images.")
    return tuple(arrays[key] for key in _CONTENTS)


def find() -> tuple[Path | None, Arrays | None, str]:
    """Look for MNIST on this machine, in the places that ``candidates()`` gives.

    ``RNNCOURSE_DATA`` names the file itself, whatever it is called, or a folder with ``mnist.npz``. Spaces and quotes
    around the name are ignored, and ``~`` is the home folder.

    Returns
    -------
    path, arrays, reason : the file and what it holds, or None twice and the reason, in a sentence for the reader.

    Raises
    ------
    DataError : the file that ``RNNCOURSE_DATA`` names, or the one in the folder it names, is not MNIST.
    """
    named = _named()
    for path in named:
        if _is_file(path):
            return path, read(path), ""
    reason = (
        f"RNNCOURSE_DATA is set to {os.environ['RNNCOURSE_DATA']}, but there is no mnist.npz there." if named else ""
    )
    for path in filter(_is_file, (*_beside(), keras_cache())):
        try:
            return path, read(path), ""
        except DataError as error:  # not the reader's doing: another copy may be whole, and a download replaces this
            reason = f"{reason} {error}".strip()
    return None, None, reason


def candidates() -> list[Path]:
    """Give the files that may be MNIST on this machine, in the order in which ``find()`` tries them.

    First what ``RNNCOURSE_DATA`` names, as a file and as a folder (neither if it is not set), then what the student
    edition brought, if it did; last, always, Keras' cache. Nothing is opened: any of them may hold something else, and
    all but the student edition's may be missing.
    """
    return [*_named(), *_beside(), keras_cache()]


def _named() -> list[Path]:
    """Give what ``RNNCOURSE_DATA`` may mean."""
    value = os.environ.get("RNNCOURSE_DATA", "").strip()
    if value[:1] in ("'", '"') and value[:1] == value[-1:]:  # kept by .env files, Docker and the Windows command line
        value = value[1:-1].strip()
    return [_expand(value), _expand(value) / "mnist.npz"] if value else []


def _beside() -> list[Path]:
    """Give ``data/mnist.npz`` of the student edition, if it is there: a notebook runs up to three folders below."""
    try:
        here = Path.cwd()
    except OSError:  # the folder was deleted
        return []
    return list(filter(_is_file, (folder / "data" / "mnist.npz" for folder in (here, *here.parents[:3]))))


def _expand(path: str | Path) -> Path:
    """Replace ``~`` with the home folder, if there is one; ``Path.expanduser`` raises if there is none."""
    return Path(os.path.expanduser(path))  # noqa: PTH111


def _is_file(path: Path) -> bool:
    """Say whether it is a file within reach; ``Path.is_file`` raises if its folder may not be entered."""
    return os.path.isfile(path)  # noqa: PTH113


def read(path: Path) -> Arrays:
    """Read and check a whole ``mnist.npz``: all of it is right, or none of it is used.

    Raises
    ------
    DataError : the file cannot be read, lacks an array, or holds something else.
    """
    # It may be any file, named by mistake, so nothing deletes it.
    advice = "Move the file away, then run `rnncourse data --fetch` to download MNIST again."
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as file:
            arrays = {key: file[key] for key in _CONTENTS}
    except Exception as error:  # for a wrong file NumPy and zipfile raise errors of many types
        raise DataError(f"{path} is damaged, incomplete, or not mnist.npz ({error}). {advice}") from error
    for key, (shape, sha256) in _CONTENTS.items():
        array = np.ascontiguousarray(arrays[key])
        if array.shape != shape or array.dtype != np.uint8:
            raise DataError(
                f"{path} is not MNIST: {key} is {array.dtype} {array.shape}, wanted uint8 {shape}. {advice}"
            )
        if hashlib.sha256(array.tobytes()).hexdigest() != sha256:
            raise DataError(f"{path} is not MNIST: the values of {key} differ from the published ones. {advice}")
    return arrays


def keras_cache() -> Path:
    """Say where Keras keeps its own copy: below ``KERAS_HOME``, ``~/.keras`` or, without a writable home, ``/tmp``."""
    keras_home = os.environ.get("KERAS_HOME")
    if not keras_home:
        home = _expand("~")
        keras_home = (home if os.access(home, os.W_OK) else Path("/tmp")) / ".keras"
    return _expand(keras_home) / "datasets" / "mnist.npz"


def download() -> Path:
    """Have Keras download MNIST into its cache and check it.

    Each process downloads to a folder of its own and moves the whole file into place, so two at once do no harm.

    Raises
    ------
    OSError : the network does not answer in time, breaks off, or the disk is full. The message says which.
    """
    _ask_network()
    target = keras_cache()
    timeout = socket.getdefaulttimeout()
    socket.setdefaulttimeout(NETWORK_TIMEOUT)  # Keras sets none: a silent network would hold it for minutes
    try:
        import rnncourse.quiet  # noqa: F401, I001  # before Keras; here, as they cost seconds that most callers save
        import keras

        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="mnist-", dir=target.parent, ignore_cleanup_errors=True) as folder:
            path = Path(keras.utils.get_file("mnist.npz", origin=URL, cache_dir=folder, cache_subdir=""))
            read(path)
            path.replace(target)
    except Exception as error:  # Keras raises a bare Exception for a failed download
        raise OSError(f"The download failed: {error}") from error
    finally:
        socket.setdefaulttimeout(timeout)
    return target


def _ask_network() -> None:
    """Raise OSError unless the server answers in time; a name look-up that hangs obeys no socket timeout."""
    failure: list[str] = [f"no answer within {NETWORK_TIMEOUT} seconds"]

    def ask() -> None:
        try:
            request = urllib.request.Request(URL, method="HEAD")
            urllib.request.urlopen(request, timeout=NETWORK_TIMEOUT).close()
            failure.clear()
        except Exception as error:  # also an answer that is not HTTP; nothing may reach stderr from a thread
            failure[0] = str(getattr(error, "reason", error))

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(NETWORK_TIMEOUT)
    if failure:
        raise OSError(f"The server cannot be reached ({failure[0]}).")


def _stand_in() -> Arrays:
    """Scale the 8 × 8 digits of scikit-learn up to 24 × 24, with a border of two pixels, as uint8 from 0 to 255.

    Source: E. Alpaydin, C. Kaynak, *Optical Recognition of Handwritten Digits*, UCI Machine Learning Repository, 1998.
    """
    from sklearn.datasets import load_digits
    from sklearn.model_selection import train_test_split

    digits = load_digits()
    images = np.kron(digits.images, np.ones((1, 3, 3))) * (255 / 16)
    images = np.pad(images, ((0, 0), (2, 2), (2, 2))).round().astype("uint8")
    labels = digits.target.astype("uint8")
    x_train, x_test, y_train, y_test = train_test_split(images, labels, test_size=0.2, stratify=labels, random_state=0)
    return {"x_train": x_train, "y_train": y_train, "x_test": x_test, "y_test": y_test}

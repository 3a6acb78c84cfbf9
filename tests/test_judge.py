"""What a student writes in an unusual way is worth the same in the judge as in the student's own notebook."""

import pytest
from answer_bank import run

import rnncourse.quiet  # noqa: F401
from rnncourse.kernel.student import Answers
from rnnstaff.running.judge import run_cell

MODEL = """\
import keras
import numpy as np
def softmax(z):  # not Keras' own
    return 5 * z
def own_loss(wanted, got):
    return keras.ops.mean(wanted - got)
class Own(keras.Model):
    def call(self, x):
        return 3 * x
inputs = np.ones((1, 2), "float32")
"""
WITH_LOSS = """\
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile(loss=own_loss, optimizer="sgd")
"""
WITH_ACTIVATION = "model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2, 'ACTIVATION', use_bias=False)])\n"
WITH_ACTIVATION += "model.set_weights([np.eye(2)])\n"

FIRST = "import numpy as np\nfirst = np.asarray(model(inputs))[0, 0]\n"


@pytest.mark.parametrize(
    ("work", "test"),
    [
        ("def f():\n    yield 1\n    yield 2", "a, b = f()\nfloat((a, b) == (1, 2))"),
        ("def f(): return reversed([1, 2])", "float(list(f()) == [2, 1])"),
        ("def f(): return {'a': 1}.values()", "float([one for one in f()] == [1])"),
        ("def f(): return map(len, ['a', 'bc'])", "float(sum(f()) == 3)"),
        (
            "class TooLong(ValueError): pass\ndef f(): raise TooLong('x')",
            "try:\n    f()\nexcept ValueError as error:\n    got = type(error).__name__\nfloat(got == 'TooLong')",
        ),
        (
            "class Worse(UnicodeDecodeError): pass\ndef f(): raise Worse('utf-8', b'', 0, 1, 'x')",
            "try:\n    f()\nexcept Exception:\n    got = 1.0\ngot",
        ),
        (MODEL + WITH_LOSS, "float(type(model.optimizer).__name__ == 'SGD' and type(model).__name__ == 'Sequential')"),
        (MODEL + "model = Own()", FIRST + "float(first == 3)"),
        (
            MODEL + WITH_LOSS,
            "import numpy as np\nmodel.layers[0].set_weights([np.full((2, 1), 4), np.zeros(1)])\n"
            + FIRST
            + "float(first == 8)",
        ),
        (MODEL + WITH_ACTIVATION.replace("'ACTIVATION'", "softmax"), FIRST + "float(first == 5)"),
        (MODEL + WITH_ACTIVATION.replace("'ACTIVATION'", "lambda z: z"), FIRST + "float(first == 1)"),
        (MODEL + WITH_ACTIVATION.replace("ACTIVATION", "softmax"), FIRST + "float(first == 0.5)"),
        ("three = [[0.1] * 28] * 28\nmany = [three] * 1500", "float(len(many) == 1500)"),
    ],
)
def test_an_unusual_answer_counts_as_in_the_notebook(work, test):
    notebook, kernel = {"__name__": "__main__"}, {"__name__": "__main__"}  # of its own: a test changes a model
    for namespace in (notebook, kernel):
        run(work, namespace)
    assert run(test, notebook) == 1
    outcome = run_cell(test, Answers(kernel).answer)
    assert outcome["error"] is None
    assert outcome["result"] == 1


CHANGES = "def f(x, y=()):\n    x[0] = 9\n    return 1"
UNCHANGED = "from rnncourse.checks import Checks, expect_unchanged\nchecks = Checks(1)\nwith checks('c'):\n    CALL\n"
UNCHANGED += "checks.score()"


@pytest.mark.parametrize(
    ("call", "score"),
    [
        ("expect_unchanged(f, [1, 2])", 0),
        ("expect_unchanged(f, x=__import__('numpy').zeros(3))", 0),
        ("expect_unchanged(f, [9, 2], y=[1, {'a': [2]}])", 1),
        ("expect_unchanged(f, {0: 9})", 1),
        ("expect_unchanged(f, {1: 9})", 0),
    ],
)
def test_an_argument_that_was_changed_is_seen_in_the_judge_too(call, score):
    namespace, test = {}, UNCHANGED.replace("CALL", call)
    run(CHANGES, namespace)
    assert run(test, dict(namespace)) == score
    assert run_cell(test, Answers(namespace).answer)["result"] == score


LAYERS = MODEL + "def build():\n    return keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, name='last')])\n"
LAYERS += "def last_of(model):\n    return keras.Sequential([keras.Input((2,)), model.get_layer('last')])\n"


@pytest.mark.parametrize(("take", "shared"), [("last_of", 1), ("lambda model: keras.models.clone_model(model)", 0)])
def test_whether_models_share_a_layer_is_seen_where_they_live(take, shared):
    test = "\n".join(
        [
            "import numpy as np",
            "from rnncourse.checks import where_it_lives",
            "model = where_it_lives(build)()",
            "part = where_it_lives(take)(model)",
            "model.get_layer('last').set_weights([np.ones((2, 1)), np.ones(1)])",
            "float(np.asarray(part(inputs))[0, 0] == 3)",
        ]
    )
    namespace = {"__name__": "__main__"}
    run(LAYERS + f"take = {take}", namespace)
    assert run(test, dict(namespace)) == shared
    assert run_cell(test, Answers(namespace).answer)["result"] == shared


def test_a_model_that_cannot_be_rebuilt_is_called_where_it_lives():
    work = "\n".join(
        [
            MODEL,
            "keras.mixed_precision.set_global_policy('mixed_float16')",
            "model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2, use_bias=False)])",
            "model.set_weights([np.eye(2)])",
            "model.compile(loss='mse', optimizer='adam')",
            "model.fit(np.ones((4, 2)), np.ones((4, 2)), verbose=0)",
            "keras.mixed_precision.set_global_policy('float32')",
        ]
    )
    test = "from rnncourse.checks import Checks, expect_close\nchecks = Checks(1)\nwith checks('c'):\n"
    test += "    expect_close(model(inputs), inputs + 0.001)\nchecks.score()"
    namespace = {"__name__": "__main__"}
    run(work, namespace)
    outcome = run_cell(test, Answers(namespace).answer)
    assert outcome["result"] == 1, outcome["text"]


def test_a_test_cell_can_pass_a_model_to_the_students_function():
    work = "def double(model, x):\n    return 2 * model(x)"
    test = "import keras, numpy as np\nlayers = [keras.Input((2,)), keras.layers.Dense(1, use_bias=False)]\n"
    test += "model = keras.Sequential(layers)\n"
    test += (
        "model.set_weights([np.ones((2, 1))])\nfloat(np.asarray(double(model, np.ones((1, 2), 'float32')))[0, 0] == 4)"
    )
    namespace = {"__name__": "__main__"}
    run(work, namespace)
    assert run_cell(test, Answers(namespace).answer)["result"] == 1

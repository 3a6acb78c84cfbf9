"""A sample class, made from the release as students make their submissions, with the scores it must get."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode
from nbgrader.utils import is_solution

from rnnstaff import course

_MARK = re.compile(r"^\s*###? (BEGIN|END) SOLUTION.*\n?", re.MULTILINE)


@dataclass(frozen=True)
class Sample:
    """One student of the sample class.

    Parameters
    ----------
    story : what the student hands in.
    score : the points that the automatic tests must give.
    answers : by grade id, the code in place of the reference answer; None leaves the cell as it was released.
    blank : leave every cell as it was released.
    """

    story: str
    score: float
    answers: dict[str, str | None] = field(default_factory=dict)
    blank: bool = False


CLASSES: dict[str, dict[str, Sample]] = {
    "02_simple_rnn_mnist": {
        "ada": Sample("all right", 43),
        "ben": Sample(
            "a loop that never ends",
            40.75,
            {
                "steps-per-epoch": (
                    "def steps_per_epoch(n_images, batch_size):\n"
                    "    steps = 0\n"
                    "    while steps * batch_size < n_images:\n"
                    "        pass\n"
                    "    return steps"
                )
            },
        ),
        "chen": Sample("blank", 0, blank=True),
        "dora": Sample(
            "only the data part, and the counting",
            15,
            dict.fromkeys(["build-classifier", "compile", "fit", "build-state-classifier", "quiz-answers"]),
        ),
        "emil": Sample(
            "small mistakes in many places",
            35.98,
            {
                "one-hot": "def one_hot(labels, num_labels):\n    return np.eye(labels.max() + 1)[labels]",
                "scale": 'def scale(images):\n    return (images / images.max()).astype("float32")',
                "steps-per-epoch": "def steps_per_epoch(n_images, batch_size):\n    return n_images // batch_size",
                "quiz-answers": 'answers = dict(zip(range(1, 11), "cacdcdcbcd"))',
            },
        ),
        "fay": Sample(
            "a syntax error in one cell",
            36,
            {"one-hot": "def one_hot(labels, num_labels):\n    return keras.utils.to_categorical(labels, num_labels"},
        ),
        "gus": Sample(
            "a network that looks right: it reads the mean of all states",
            39.79,
            {
                "build-classifier": (
                    "def build_classifier(input_shape, units, dropout, num_labels):\n"
                    "    return keras.Sequential([\n"
                    "        layers.Input(input_shape),\n"
                    "        layers.SimpleRNN(units, dropout=dropout, return_sequences=True),\n"
                    "        layers.GlobalAveragePooling1D(),\n"
                    '        layers.Dense(num_labels, activation="softmax"),\n'
                    "    ])"
                ),
                "compile": (
                    "model = build_classifier(input_shape, units, dropout, num_labels)\n"
                    'model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])'
                ),
            },
        ),
    },
}


def reference_answers(root: Path, unit: str) -> dict[str, str]:
    """Give the reference answers of an assignment by grade id, without nbgrader's marks."""
    source = course.read(course.assignment(root, "source", unit))
    return {
        cell.metadata.nbgrader.grade_id: _MARK.sub("", cell.source)
        for cell in course.code_cells(source)
        if is_solution(cell)
    }


def answered(root: Path, unit: str, answers: Mapping[str, str | None] | None = None) -> NotebookNode:
    """Give a released assignment with answers in its cells, by grade id; by default the reference's."""
    if answers is None:
        answers = reference_answers(root, unit)
    notebook = course.read(course.assignment(root, "release", unit))
    for cell in course.code_cells(notebook):
        if is_solution(cell) and (answer := answers.get(cell.metadata.nbgrader.grade_id)):
            cell.source = answer
    return notebook


def hand_in(root: Path, unit: str, students: Mapping[str, Sample], folder: Path) -> None:
    """Write the submissions of a sample class to ``folder`` as nbgrader collects them.

    Parameters
    ----------
    root : the course, with the released assignment.
    students : the class, by name.
    folder : gets ``<student>/<unit>/<unit>.ipynb``.
    """
    reference = reference_answers(root, unit)
    for student, sample in students.items():
        answers = {} if sample.blank else reference | sample.answers
        course.write(answered(root, unit, answers), folder / student / unit / f"{unit}.ipynb")

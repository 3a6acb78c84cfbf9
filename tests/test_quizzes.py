"""Nobody gets a quiz right by the looks of its options or its keys: what a program can hold of that.

Every rule of guessing is played on every unit and on the course. What chance gives a rule is a quarter of the questions
it answers; it may earn more by luck, up to a score that a quiz with random keys exceeds once in a thousand times. Three
limits are tighter, for the whole course, as they cost the author little: who takes the longest option, or the shortest,
earns at most 30 % (chance, and 5 points of 100); each letter is right in 15 to 35 % of the questions; right options are
about as long as wrong ones.
"""

import ast
import re
from collections.abc import Callable, Iterator
from itertools import permutations
from math import comb
from typing import NamedTuple

import numpy as np
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from rnnstaff import course

ROOT = course.find_root()
LETTERS = "abcd"
ONCE_IN = 1000


class Question(NamedTuple):
    number: int
    options: dict[str, str]
    right: str


Quizzes = dict[str, list[Question]]


def quiz(notebook) -> list[Question]:
    """Read the questions from the text of an assignment, and the right letters from the test."""
    text = "\n".join(
        cell.source
        for cell in notebook.cells
        if cell.cell_type == "markdown" and re.search(r"^- a\)", cell.source, re.M)
    )
    parts = re.split(r"^\*\*(\d+)\.\*\*", text, flags=re.MULTILINE)[1:]
    key = next(_keys(notebook))
    return [
        Question(
            int(number), dict(re.findall(r"^- ([a-z])\) (.*)", part, re.MULTILINE)), key.pop(int(number), ("",))[0]
        )
        for number, part in zip(parts[::2], parts[1::2], strict=True)
    ] + [Question(number, {}, right) for number, (right, _) in key.items()]


def _keys(notebook) -> Iterator[dict[int, tuple[str, str]]]:
    for cell in course.code_cells(notebook):
        if cell.metadata.get("nbgrader", {}).get("grade_id", "").startswith("test-quiz"):
            for node in ast.walk(ast.parse(cell.source)):
                if isinstance(node, ast.Assign) and ast.unparse(node.targets) == "key":
                    yield ast.literal_eval(node.value)


def form(questions: list[Question]) -> Iterator[str]:
    """Say which questions have not four different options with one that is right."""
    if [question.number for question in questions] != list(range(1, len(questions) + 1)):
        yield "the questions are not numbered from 1 on, each with its letter in the key"
    for number, options, right in questions:
        if list(options) != list(LETTERS) or len(set(options.values())) < 4:
            yield f"question {number} has not four different options, a to d"
        if right not in options:
            yield f"question {number} has no right option"


def by_length(place: int) -> Callable[[list[Question]], list[float]]:
    """Take the option at this place among the four, from the shortest; of options of one length any."""

    def scores(questions: list[Question]) -> list[float]:
        earned = []
        for question in questions:
            length = sorted(len(option) for option in question.options.values())[place]
            taken = [letter for letter, option in question.options.items() if len(option) == length]
            earned.append((question.right in taken) / len(taken))
        return earned

    return scores


def letter_before(distance: int) -> Callable[[list[Question]], list[float]]:
    """Take what was right so many questions before."""
    return lambda questions: [
        float(question.right == before.right) for before, question in zip(questions, questions[distance:], strict=False)
    ]


def not_yet_in_its_block(questions: list[Question]) -> list[float]:
    """Take one of the letters that the block of four has not had yet."""
    earned = []
    for index, question in enumerate(questions):
        left = set(LETTERS) - {before.right for before in questions[index - index % 4 : index]}
        if len(left) < 4:
            earned.append((question.right in left) / len(left))
    return earned


RULES: dict[str, Callable[[list[Question]], list[float]]] = {
    **{f"always {letter}": lambda quiz, letter=letter: [q.right == letter for q in quiz] for letter in LETTERS},
    "the longest option": by_length(3),
    "the second longest option": by_length(2),
    "the second shortest option": by_length(1),
    "the shortest option": by_length(0),
    "the letter of the question before": letter_before(1),
    "the letter of two questions before": letter_before(2),
    "the letter of three questions before": letter_before(3),
    "the letter of four questions before": letter_before(4),
    "a letter that its block of four has not had": not_yet_in_its_block,
}


def limit(trials: int, chance: float = 0.25) -> int:
    """Give the largest number of successes that chance does not exceed more often than once in a thousand times."""
    left = 1.0
    for successes in range(trials + 1):
        left -= comb(trials, successes) * chance**successes * (1 - chance) ** (trials - successes)
        if left <= 1 / ONCE_IN:
            return successes
    return trials


def given_away(quizzes: Quizzes) -> Iterator[str]:
    """Say which rules of guessing earn more than they should."""
    for unit, questions in [*quizzes.items(), ("the course", None)]:
        for name, rule in RULES.items():
            earned = [score for quiz in ([questions] if questions else quizzes.values()) for score in rule(quiz)]
            if sum(earned) > limit(len(earned)):
                yield f"{unit}: {name} earns {sum(earned):g} of {len(earned)}"
    for unit, other in permutations(quizzes, 2):
        earned = [one.right == two.right for one, two in zip(quizzes[unit], quizzes[other], strict=False)]
        if unit < other and sum(earned) > limit(len(earned)):
            yield f"{unit} has the letters of {other} in {sum(earned)} of {len(earned)} questions"
    blocks = [
        {question.right for question in questions[start : start + 4]}
        for questions in quizzes.values()
        for start in range(0, len(questions) - 3, 4)
    ]
    orders = sum(len(block) == 4 for block in blocks)
    if orders > limit(len(blocks), 24 / 256):
        yield f"{orders} of {len(blocks)} blocks of four have each letter once"
    yield from _over_the_course([question for questions in quizzes.values() for question in questions])


def _over_the_course(questions: list[Question]) -> Iterator[str]:
    for name in ("the longest option", "the shortest option"):
        if (share := np.mean(RULES[name](questions))) > 0.3:
            yield f"the course: {name} earns {share:.0%}, more than 30 %"
    for letter in LETTERS:
        if not 0.15 <= (share := np.mean([question.right == letter for question in questions])) <= 0.35:
            yield f"the course: {letter} is right in {share:.0%} of the questions, not in 15 to 35 %"
    right = [len(question.options[question.right]) for question in questions]
    wrong = [
        [len(option) for letter, option in question.options.items() if letter != question.right]
        for question in questions
    ]
    longest = np.mean([length > max(others) for length, others in zip(right, wrong, strict=True)])
    if not 0.1 <= longest <= 0.4:
        yield f"the course: the right option is the longest in {longest:.0%} of the questions, not in 10 to 40 %"
    if not 0.85 <= (ratio := np.mean(right) / np.mean(wrong)) <= 1.18:
        yield f"the course: right options are {ratio:.2f} times as long as wrong ones, not 0.85 to 1.18 times"


def units() -> list[str]:
    return [unit for unit in course.units(ROOT) if any(_keys(_source(unit)))]


def _source(unit):
    return course.read(course.assignment(ROOT, "source", unit))


@pytest.mark.parametrize("unit", units())
def test_each_question_has_four_options_and_one_is_right(unit):
    assert list(form(quiz(_source(unit)))) == []


def test_no_rule_of_guessing_earns_more_than_chance_and_its_spread():
    quizzes = {unit: quiz(_source(unit)) for unit in units()}
    assert {unit: list(form(questions)) for unit, questions in quizzes.items()} == {unit: [] for unit in quizzes}
    assert len(quizzes) >= 5
    assert list(given_away(quizzes)) == []


# The rules themselves, on quizzes that are made up.


def made_up(draw=lambda rng, unit, number: rng.choice(list(LETTERS)), lengths=lambda rng, right: None) -> Quizzes:
    """Make five quizzes of twelve questions with random letters and lengths, or as the functions say."""
    rng = np.random.default_rng(0)

    def question(unit: int, number: int) -> Question:
        right = str(draw(rng, unit, number))
        size = dict(zip(LETTERS, rng.permutation([40, 44, 48, 52]), strict=True)) | (lengths(rng, right) or {})
        return Question(number, {letter: letter * size[letter] for letter in LETTERS}, right)

    return {f"unit {unit}": [question(unit, number) for number in range(1, 13)] for unit in range(1, 6)}


def test_random_letters_and_lengths_give_nothing_away():
    assert list(given_away(made_up())) == []
    assert [list(form(questions)) for questions in made_up().values()] == [[]] * 5


def block(unit, number):
    """Give a letter of a block of four that has each letter once, in an order of its own."""
    orders = np.random.default_rng([unit, (number - 1) // 4])
    return orders.permutation(list(LETTERS))[(number - 1) % 4]


def mostly_a(rng, unit, number):
    return rng.choice(list("aaaaabcd"))


def second_longest(rng, right):
    return {"a": 40, "b": 44, "c": 56, "d": 60, right: 52}


@pytest.mark.parametrize(
    ("quizzes", "words"),
    [
        (made_up(mostly_a), "the course: always a earns"),
        (made_up(mostly_a), "the course: a is right in"),
        (made_up(lambda rng, *_: rng.choice(list("abc"))), "the course: d is right in 0%"),
        (made_up(lengths=lambda rng, right: {right: 53}), "unit 5: the longest option earns 12 of 12"),
        (made_up(lengths=lambda rng, right: {right: 53}), "the course: the longest option earns 100%"),
        (made_up(lengths=lambda rng, right: {right: 53}), "the right option is the longest in 100%"),
        (made_up(lengths=lambda rng, right: {right: 39}), "the right option is the longest in 0%"),
        (made_up(lengths=lambda rng, right: {right: 30}), "the course: the shortest option earns 100%"),
        (made_up(lengths=second_longest), "the course: the second longest option earns"),
        (made_up(lengths=lambda rng, right: {right: 70}), "right options are 1.5"),
        (made_up(lengths=lambda rng, right: {right: 30}), "right options are 0.6"),
        (made_up(lambda rng, unit, number: "badcbdacadbc"[number - 1]), "unit 1 has the letters of unit 4 in 12 of 12"),
        (made_up(lambda rng, *place: block(*place)), "15 of 15 blocks of four have each letter once"),
        (made_up(lambda rng, *place: block(*place)), "the course: a letter that its block of four has not had earns"),
        (
            made_up(lambda rng, unit, number: block(unit, number % 4 + 1)),
            "the letter of four questions before earns 8 of 8",
        ),
        (made_up(lambda rng, unit, number: LETTERS[(number // 4 + unit) % 4]), "the letter of the question before"),
    ],
)
def test_each_rule_of_guessing_is_found(quizzes, words):
    assert words in "\n".join(given_away(quizzes))


def test_what_is_wrong_in_the_form_of_a_question_is_found():
    questions = made_up()["unit 1"]
    first = questions[0]
    assert list(form(questions[1:])) == ["the questions are not numbered from 1 on, each with its letter in the key"]
    three = first._replace(options={letter: first.options[letter] for letter in "abc"}, right="a")
    assert list(form([three])) == ["question 1 has not four different options, a to d"]
    same = first._replace(options=first.options | {"a": "same", "b": "same"})
    assert list(form([same])) == ["question 1 has not four different options, a to d"]
    assert list(form([first._replace(right="e")])) == ["question 1 has no right option"]


def test_a_quiz_is_read_from_the_text_and_the_test():
    text = "## Quiz\n\n**1.** What\nis it?\n\n- a) one\n- b) two\n- c) three\n- d) four\n\n**2.** And?\n\n- a) five\n"
    test = new_code_cell(
        'key = {1: ("b", "Two."), 3: ("c", "No.")}', metadata={"nbgrader": {"grade_id": "test-quiz-answers"}}
    )
    assert quiz(new_notebook(cells=[new_markdown_cell(text), test])) == [
        Question(1, {"a": "one", "b": "two", "c": "three", "d": "four"}, "b"),
        Question(2, {"a": "five"}, ""),
        Question(3, {}, "c"),
    ]

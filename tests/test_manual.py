"""The manual: its split, and what differs with the budget; the text itself differs with the version of Python."""

import pytest

from rnncourse.datasets import manual


@pytest.fixture(autouse=True)
def clean(monkeypatch):
    """All of the manual, unless the test says so."""
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.setenv("RNNCOURSE_BUDGET", "full")
    manual.budget.say.cache_clear()


@pytest.fixture(params=["full", "grading"])
def budget(request, monkeypatch):
    monkeypatch.setenv("RNNCOURSE_BUDGET", request.param)
    return request.param


def paragraphs(text):
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip()]


def test_there_is_enough_to_train_and_to_test_on():
    train, test = manual.load_data()
    assert 300_000 < len(train) < 500_000
    assert 0.03 * len(train) < len(test) < 0.2 * len(train)
    assert 80 < len(set(train)) < 150


def test_it_is_the_manual():
    """What 3.11, 3.12 and 3.13 have in common."""
    train, test = manual.load_data()
    assert 'The "while" statement is used for repeated execution' in train
    assert "Comparisons can be chained arbitrarily" in test


def test_no_paragraph_occurs_twice():
    train, test = map(paragraphs, manual.load_data())
    assert len(set(train + test)) == len(train + test)


def test_every_character_of_the_test_text_is_in_the_training_text(budget):
    train, test = manual.load_data()
    assert set(test) <= set(train)


def test_a_character_that_only_the_test_text_has_becomes_a_space(monkeypatch):
    monkeypatch.setattr(manual, "_split", lambda: ("what is it", "is ß what"))
    assert manual.load_data()[1] == "is   what"


def test_it_is_the_same_every_time(budget):
    first = manual.load_data()
    manual._split.cache_clear()
    assert manual.load_data() == first


def test_the_small_part_is_the_beginning(monkeypatch, capsys):
    train, test = manual.load_data()
    monkeypatch.setenv("RNNCOURSE_BUDGET", "grading")
    small_train, small_test = manual.load_data()
    assert train.startswith(small_train)
    assert (len(small_train), len(small_test)) == manual.SMALL
    assert all(small in (char, manual.UNKNOWN) for small, char in zip(small_test, test, strict=False))
    assert "The small part used for grading: 24,000 characters" in capsys.readouterr().out


def test_it_says_how_much_once(capsys):
    train, test = manual.load_data()
    manual.load_data()
    line = f"Python's manual: {len(train):,} characters of training text and {len(test):,} of test text.\n"
    assert capsys.readouterr().out == line

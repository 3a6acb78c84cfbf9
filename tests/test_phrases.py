"""The phrases: how many, their split, and French as it is written."""

import re
from collections import Counter
from functools import cache

import pytest

from rnncourse.datasets import phrases


@pytest.fixture(autouse=True)
def clean(monkeypatch):
    """All of the phrases, unless the test says so."""
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.setenv("RNNCOURSE_BUDGET", "full")
    phrases.budget.say.cache_clear()


@pytest.fixture(params=["full", "grading"])
def budget(request, monkeypatch):
    monkeypatch.setenv("RNNCOURSE_BUDGET", request.param)
    return request.param


def tokens(text):
    """Find the tokens of a phrase, with one for all numbers and one for all addresses."""
    found = re.findall(phrases.TOKEN, text.lower())
    return tuple(re.sub(r"^\d+$", "[NUM]", re.sub(r"^https?:.*", "[URL]", token)) for token in found)


def both_parts():
    (english_train, french_train), (english_test, french_test) = phrases.load_data()
    return english_train + english_test, french_train + french_test


@cache
def translations():
    return {phrase.english: phrase.french for phrase in phrases.grammar()}


def test_there_are_enough_phrases_and_words():
    (english_train, french_train), (english_test, french_test) = phrases.load_data()
    assert len(english_train) == len(french_train) >= 2_000
    assert len(english_test) == len(french_test) >= 300
    for language in (english_train + english_test, french_train + french_test):
        words = {token for text in language for token in tokens(text)} - {"[NUM]", "[URL]", "?", ","}
        assert len(words) >= 150
    assert {"water", "milk", "drink", "i"} <= {token for text in english_train for token in tokens(text)}


def test_i_drink_milk(budget):
    (english, french), _ = phrases.load_data()
    assert french[english.index("I drink milk")] == "je bois du lait"


def test_an_english_phrase_has_one_translation(budget):
    english, _ = both_parts()
    masked = [tokens(text) for text in english]
    assert len(set(english)) == len(english)
    assert len(set(masked)) == len(masked), "two phrases that differ by a number or an address alone"
    grammar = list(phrases.grammar())
    assert Counter(phrase.english for phrase in grammar).most_common(1)[0][1] == 1


def test_no_test_phrase_is_in_training(budget):
    (english_train, _), (english_test, _) = phrases.load_data()
    assert not {tokens(text) for text in english_train} & {tokens(text) for text in english_test}


def test_every_word_of_a_test_phrase_is_in_training(budget):
    (english_train, french_train), (english_test, french_test) = phrases.load_data()
    for train, test in ((english_train, english_test), (french_train, french_test)):
        known = {token for text in train for token in tokens(text)}
        assert {token for text in test for token in tokens(text)} <= known


def has_pair(text, subject, verb):
    """Find a subject and a form of a verb in an English phrase, without the grammar that made it."""
    forms = {
        "be": "am are is",
        "arrive": "arrive arrived",
        "leave": "leave left",
        "come from": "come comes",
        "go to": "go goes",
    }
    first = verb.split()[0]
    wanted = forms.get(verb, f"{first} {first}s has" if verb == "have" else f"{first} {first}s").split()
    start = rf"(?:(?:do|does|did|am|are|is) )?{subject.lower()}\b(.*)"
    match = re.fullmatch(start, " ".join(tokens(text)))
    said = text.lower().split()
    return bool(match and set(wanted) & set(said) and (" " not in verb or f" {verb.split()[1]} " in f"{match[1]} "))


def test_a_tenth_of_the_test_phrases_have_a_subject_and_a_verb_that_never_meet_in_training(budget):
    (english_train, _), (english_test, _) = phrases.load_data()
    unseen = [text for text in english_test if phrases.is_unseen_pair(text)]
    assert 0.1 * len(english_test) <= len(unseen) < 0.5 * len(english_test)
    for subject, verb in phrases.held_out_pairs:
        assert not [text for text in english_train if has_pair(text, subject, verb)], (subject, verb)
    for text in unseen:
        assert any(has_pair(text, subject, verb) for subject, verb in phrases.held_out_pairs), text
    assert not any(phrases.is_unseen_pair(text) for text in english_train)


def test_a_phrase_that_is_not_in_the_corpus_has_no_unseen_pair():
    assert not phrases.is_unseen_pair("colourless green ideas sleep furiously")


def test_it_is_the_same_every_time(budget):
    first = phrases.load_data()
    phrases._split.cache_clear()
    assert phrases.load_data() == first


def test_what_a_notebook_does_to_its_lists_does_not_reach_the_next_load():
    (english, _), _ = phrases.load_data()
    english.clear()
    (again, _), _ = phrases.load_data()
    assert again


def test_the_small_part_is_a_part(monkeypatch, capsys):
    everything = phrases.load_data()
    monkeypatch.setenv("RNNCOURSE_BUDGET", "grading")
    small = phrases.load_data()
    for whole, part in zip(everything, small, strict=True):
        assert set(zip(*part, strict=True)) < set(zip(*whole, strict=True))
    train, test = len(small[0][0]), len(small[1][0])
    assert train >= 1_000
    assert (
        f"The small part used for grading: {train:,} training phrases and {test:,} test phrases."
        in capsys.readouterr().out
    )


def test_it_says_how_many_once(capsys):
    (train, _), (test, _) = phrases.load_data()
    phrases.load_data()
    line = f"English and French: {len(train):,} training phrases and {len(test):,} test phrases.\n"
    assert capsys.readouterr().out == line


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("I drink milk", "je bois du lait"),  # partitive, contracted
        ("we drink water", "nous buvons de l'eau"),  # partitive, elided
        ("she eats soup", "elle mange de la soupe"),  # partitive
        ("they do not drink water", "ils ne boivent pas d'eau"),  # no article after a negation
        ("I do not like milk", "je n'aime pas le lait"),  # but the article of all milk stays
        ("he learns English", "il apprend l'anglais"),
        ("do I like oranges?", "est-ce que j'aime les oranges ?"),
        ("does he live in Avignon?", "est-ce qu'il habite à Avignon ?"),
        ("I live in London", "j'habite à Londres"),
        ("the boys come from Avignon", "les garçons viennent d'Avignon"),
        ("she comes from the market", "elle vient du marché"),
        ("she comes from the station", "elle vient de la gare"),
        ("you go to the cinema", "tu vas au cinéma"),
        ("you go to the hospital", "tu vas à l'hôpital"),
        ("the girls are happy", "les filles sont heureuses"),
        ("my friends are happy", "mes amis sont heureux"),
        ("she is beautiful", "elle est belle"),
        ("the girls left yesterday", "les filles sont parties hier"),
        ("the girl did not arrive early", "la fille n'est pas arrivée tôt"),
        ("did we come back late?", "est-ce que nous sommes revenus tard ?"),
        ("my sister is hungry", "ma sœur a faim"),
        ("I am not right", "je n'ai pas raison"),
        ("he has an old bird", "il a un vieil oiseau"),
        ("he has a big house", "il a une grande maison"),
        ("she buys a white house", "elle achète une maison blanche"),
        ("she buys a new computer", "elle achète un nouvel ordinateur"),
        ("she does not buy a big house", "elle n'achète pas de grande maison"),
        ("we sell my computer", "nous vendons mon ordinateur"),
        ("Paul sees a horse", "Paul voit un cheval"),
        ("Paul likes horses", "Paul aime les chevaux"),
        ("you open a window", "tu ouvres une fenêtre"),
    ],
)
def test_french_as_it_is_written(english, expected):
    assert translations()[english] == expected


def test_words_are_elided_and_contracted_everywhere():
    """No je, ne, de, le, la, que before a vowel or a mute h, no de le, à les; h is mute in every word of the corpus."""
    _, french = both_parts()
    for text in french:
        assert not re.search(r"\b(je|ne|de|le|la|que) [aeiouyéèêœh]", text.lower()), text
        assert not re.search(r"\b(de|à) les?\b(?! \d)", text.lower()), text
        assert "  " not in text
        assert text == text.strip()


def test_a_negation_has_both_of_its_words():
    english, french = both_parts()
    for one, other in zip(english, french, strict=True):
        if " not " in one:
            assert re.search(r"\bn(e |')\S+ pas\b", other), other
        else:
            assert " pas " not in other, other


def test_a_question_is_a_question_in_both():
    english, french = both_parts()
    for one, other in zip(english, french, strict=True):
        assert one.endswith("?") == other.endswith(" ?")
        assert not one.endswith(" ?")


def test_a_number_and_an_address_are_the_same_in_both():
    english, french = both_parts()
    numbers = 0
    for one, other in zip(english, french, strict=True):
        assert re.findall(r"\d+|https?://[\w./-]+", one) == re.findall(r"\d+|https?://[\w./-]+", other)
        numbers += bool(re.search(r"\d", one))
    assert numbers > 50


def test_a_noun_cannot_be_used_as_it_is_not():
    milk = phrases._noun(["milk", "le lait"])
    with pytest.raises(ValueError, match="milk cannot be used with 'several'"):
        list(phrases._noun_phrases(milk, "several", 2))

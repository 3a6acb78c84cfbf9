"""The manual that every Python carries, as one long text to model character by character: nothing to download.

``help("while")`` and the like print it; it is in the module ``pydoc_data.topics``, and each version of Python has its
own. The topics repeat each other, so a paragraph is kept where it occurs first, and whole topics are set aside to test
on: no paragraph of the training text comes back in the test text.
"""

import hashlib
from functools import cache
from pydoc_data.topics import topics

from rnncourse.datasets import budget

TEST_SHARE = 0.12  # of the topics
SMALLEST_TOPIC = 500  # characters
SMALL = 24_000, 6_000  # characters of training and test text on the small budget
UNKNOWN = " "  # what a character becomes that only the test text has


def load_data() -> tuple[str, str]:
    """Give the manual as a training text and a test text.

    Python 3.11, 3.12 and 3.13 say most things in the same words, but not all: the texts, and all that is measured on
    them, differ a little from one to the next.

    With ``RNNCOURSE_BUDGET=grading``, and whenever nbgrader grades or validates, only the beginning of each text is
    given, and a printed line says so.

    Returns
    -------
    train, test : no topic is in both, no paragraph occurs twice, and every character of ``test`` occurs in ``train``.
    """
    train, test = _split()
    if budget.is_small():
        train, test = train[: SMALL[0]], test[: SMALL[1]]
    known = set(train)
    test = "".join(char if char in known else UNKNOWN for char in test)
    what = "The small part used for grading" if budget.is_small() else "Python's manual"
    budget.say(f"{what}: {len(train):,} characters of training text and {len(test):,} of test text.")
    return train, test


@cache
def _split() -> tuple[str, str]:
    """Cut the manual into topics, without what occurred before, and share them out."""
    seen: set[str] = set()
    train, test = [], []
    for name, text in sorted(topics.items()):
        paragraphs = []
        for paragraph in text.strip().split("\n\n"):
            words = " ".join(paragraph.split())
            if words and words not in seen:
                seen.add(words)
                paragraphs.append(paragraph.strip("\n"))
        topic = "\n\n".join(paragraphs)
        if len(topic) >= SMALLEST_TOPIC:
            (test if _draw(name) < TEST_SHARE else train).append(topic)
    return tuple("\n\n\n".join(part) for part in (train, test))


def _draw(name: str) -> float:
    """Give a number from 0 to 1 that looks drawn, but is the same for the same name on every machine."""
    return int.from_bytes(hashlib.sha256(f"manual {name}".encode()).digest()[:6]) / 2**48

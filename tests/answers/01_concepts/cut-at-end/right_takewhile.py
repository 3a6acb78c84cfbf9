# itertools.takewhile.
from itertools import takewhile


def cut_at_end(sequences, end):
    return [list(takewhile(lambda token: token != end, tokens)) for tokens in sequences]

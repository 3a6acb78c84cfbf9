# Tries all orders until one differs.
from itertools import permutations


def collision(words):
    for other in permutations(words):
        if list(other) != list(words):
            return list(other)
    return None

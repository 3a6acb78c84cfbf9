# Looks only at the pairs 0-1, 2-3, ..., so a a b b gives None. Breaks "None if every order of the words gives the same sentence".
def collision(words):
    for i in range(0, len(words) - 1, 2):
        if words[i] != words[i + 1]:
            other = words.copy()
            other[i], other[i + 1] = words[i + 1], words[i]
            return other
    # the one pair across that is left when the number is odd
    if len(words) % 2 and len(words) > 1 and words[-1] != words[-2]:
        return words[:-2] + [words[-1], words[-2]]
    return None

# Exchanges the first two neighbours that differ.
def collision(words):
    for i in range(len(words) - 1):
        if words[i] != words[i + 1]:
            return [*words[:i], words[i + 1], words[i], *words[i + 2 :]]

# an OrderedDict, and ids as np.int64
def build_vocabulary(token_lists, special, size):
    from collections import OrderedDict
    from itertools import chain

    counts = Counter(chain.from_iterable(token_lists))
    words = sorted(set(counts) - set(special))
    words.sort(key=counts.get, reverse=True)
    return OrderedDict(zip((list(special) + words)[:size], range(size)))


def to_ids(tokens, vocabulary):
    unknown = vocabulary["[UNK]"]
    return [np.int64(vocabulary[token] if token in vocabulary else unknown) for token in tokens]

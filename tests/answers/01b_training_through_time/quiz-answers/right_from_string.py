# Made from a string.
answers = dict(enumerate("abddbbacca", start=1))

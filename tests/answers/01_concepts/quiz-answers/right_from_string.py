# Made from a string.
answers = dict(enumerate("bdabccaadc", start=1))

# Made from a string.
answers = dict(enumerate("bdacbadcbdacdacb", start=1))

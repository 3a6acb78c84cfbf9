# shifts by one
answers = dict(enumerate("dcabdcabdacb", 1))

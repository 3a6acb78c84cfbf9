# leaves the last out
answers = dict(enumerate("cabdcabdacb", 1))

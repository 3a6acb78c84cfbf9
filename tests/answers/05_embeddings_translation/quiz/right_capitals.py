# in capitals
answers = dict(enumerate("CABDCABDACBD", 1))

# gives a list
answers = list("cabdcabdacbd")

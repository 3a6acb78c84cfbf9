# from a text
answers = dict(enumerate("badccabdacbd", start=1))

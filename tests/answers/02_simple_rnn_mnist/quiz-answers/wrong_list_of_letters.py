# Both letters in a list.
answers = dict(enumerate("cabdbccbbd", start=1))
answers[5] = ["b", "d"]

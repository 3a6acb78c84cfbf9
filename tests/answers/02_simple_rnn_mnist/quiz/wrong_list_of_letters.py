# Both letters in a list.
answers = dict(enumerate("cbaddbacbd", start=1))
answers[5] = ["b", "d"]

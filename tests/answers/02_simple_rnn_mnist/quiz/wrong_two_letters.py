# Two letters for a question, to be safe.
answers = dict(enumerate("cbaddbacbd", start=1))
answers[10] = "c or d"

# Capital letters.
answers = dict(enumerate("CBADDBACBD", start=1))

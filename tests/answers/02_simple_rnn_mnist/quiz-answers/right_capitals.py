# Capital letters.
answers = dict(enumerate("CABDBCCBBD", start=1))

# Numbers the questions from 0.
answers = dict(enumerate("cabdbccbbd"))

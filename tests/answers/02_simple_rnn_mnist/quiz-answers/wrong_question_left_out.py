# Leaves a question out.
answers = dict(enumerate("cabdbccbb", start=1))

# Leaves a question out.
answers = dict(enumerate("cbaddbacb", start=1))

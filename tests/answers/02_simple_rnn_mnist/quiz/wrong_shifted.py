# Slipped by one question.
answers = dict(enumerate("dcbaddbacb", start=1))

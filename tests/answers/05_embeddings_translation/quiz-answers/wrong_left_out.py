# leaves the last out
answers = dict(enumerate("bacbacadabc", 1))

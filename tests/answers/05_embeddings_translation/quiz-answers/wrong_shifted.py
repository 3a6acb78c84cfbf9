# shifts by one
answers = dict(enumerate("cbacbacadabc", 1))

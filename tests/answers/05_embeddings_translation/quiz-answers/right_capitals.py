# in capitals
answers = dict(enumerate("BACBACADABCC", 1))

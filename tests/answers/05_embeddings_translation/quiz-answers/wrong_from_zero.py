# counts from 0
answers = dict(enumerate("bacbacadabcc"))

# gives a list
answers = list("bacbacadabcc")

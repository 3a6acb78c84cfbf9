# one by one
answers = {}
answers[1] = "b"
answers[2] = "a"
answers[3] = "c"
answers[4] = "b"
answers[5] = "a"
answers[6] = "c"
answers[7] = "a"
answers[8] = "d"
answers[9] = "a"
answers[10] = "b"
answers[11] = "c"
answers[12] = "c"

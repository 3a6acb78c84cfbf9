# one by one
answers = {}
answers[1] = "c"
answers[2] = "a"
answers[3] = "b"
answers[4] = "d"
answers[5] = "c"
answers[6] = "a"
answers[7] = "b"
answers[8] = "d"
answers[9] = "a"
answers[10] = "c"
answers[11] = "b"
answers[12] = "d"

# All letters for each question.
answers = dict.fromkeys(range(1, 11), "abcd")

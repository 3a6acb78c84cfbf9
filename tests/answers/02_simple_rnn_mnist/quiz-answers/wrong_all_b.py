# The same letter for all.
answers = dict.fromkeys(range(1, 11), "b")

# One question after another, from the last to the first.
answers = {}
for number, letter in zip(range(10, 0, -1), "dbbccbdbac", strict=True):
    answers[number] = letter

# One question after the other, in another order.
answers = {}
for number, letter in zip(range(10, 0, -1), "dbcabddabc", strict=True):
    answers[number] = letter

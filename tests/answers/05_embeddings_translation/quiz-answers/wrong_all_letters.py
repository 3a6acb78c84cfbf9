# gives all letters
answers = {k: "abcd" for k in range(1, 13)}

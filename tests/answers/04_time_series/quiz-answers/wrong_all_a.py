# a for all
answers = {number: "a" for number in range(1, 13)}

# all letters at once
answers = {number: "abcd" for number in range(1, 13)}

# Spaces around letters.
answers = {1: "c ", 2: " b", 3: "a", 4: "d", 5: "D", 6: "b", 7: "A", 8: " c ", 9: "b", 10: "d"}

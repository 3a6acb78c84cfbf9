# Spaces around letters.
answers = {1: "c ", 2: " a", 3: "b", 4: "d", 5: "B", 6: "c", 7: "c", 8: " B ", 9: "b", 10: "d"}

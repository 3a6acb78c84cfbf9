# Takes each row for a sequence of its own.
answers = {1: "a", 2: "b", 3: "a", 4: "d", 5: "d", 6: "b", 7: "a", 8: "c", 9: "b", 10: "d"}

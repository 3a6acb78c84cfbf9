# Takes the last batch for full.
answers = {1: "c", 2: "b", 3: "a", 4: "d", 5: "d", 6: "b", 7: "a", 8: "a", 9: "b", 10: "d"}

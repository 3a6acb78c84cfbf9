# Takes the last batch for full.
answers = {1: "c", 2: "a", 3: "b", 4: "d", 5: "b", 6: "c", 7: "c", 8: "c", 9: "b", 10: "d"}

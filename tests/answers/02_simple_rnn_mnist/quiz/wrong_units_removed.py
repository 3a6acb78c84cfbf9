# Takes dropout for pruning.
answers = {1: "c", 2: "b", 3: "a", 4: "d", 5: "b", 6: "b", 7: "a", 8: "c", 9: "b", 10: "d"}

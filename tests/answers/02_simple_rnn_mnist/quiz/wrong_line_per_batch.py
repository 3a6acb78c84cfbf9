# Takes verbose=2 for a line per batch.
answers = {1: "c", 2: "b", 3: "a", 4: "d", 5: "d", 6: "d", 7: "a", 8: "c", 9: "b", 10: "d"}

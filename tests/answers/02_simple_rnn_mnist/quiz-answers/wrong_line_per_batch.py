# Takes verbose=2 for a line per batch.
answers = {1: "c", 2: "a", 3: "b", 4: "d", 5: "b", 6: "b", 7: "c", 8: "b", 9: "b", 10: "d"}

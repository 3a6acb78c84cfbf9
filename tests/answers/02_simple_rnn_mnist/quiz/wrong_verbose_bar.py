# Takes verbose=2 for the bar.
answers = {1: "c", 2: "b", 3: "a", 4: "d", 5: "d", 6: "c", 7: "a", 8: "c", 9: "b", 10: "d"}

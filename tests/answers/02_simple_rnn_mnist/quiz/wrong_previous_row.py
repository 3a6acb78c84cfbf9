# Takes the previous row for the state.
answers = {1: "c", 2: "a", 3: "a", 4: "d", 5: "d", 6: "b", 7: "a", 8: "c", 9: "b", 10: "d"}

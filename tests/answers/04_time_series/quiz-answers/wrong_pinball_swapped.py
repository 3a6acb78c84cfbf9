# the two weights of the pinball loss swapped
answers = {1: "b", 2: "c", 3: "d", 4: "b", 5: "b", 6: "a", 7: "d", 8: "d", 9: "a", 10: "a", 11: "d", 12: "a"}

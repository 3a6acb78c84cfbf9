# Parameters grow with length.
answers = {1: "c", 2: "b", 3: "a", 4: "a", 5: "d", 6: "b", 7: "a", 8: "c", 9: "b", 10: "d"}

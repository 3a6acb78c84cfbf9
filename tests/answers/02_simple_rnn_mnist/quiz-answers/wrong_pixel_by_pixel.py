# Takes each pixel for a time step.
answers = {1: "d", 2: "a", 3: "b", 4: "d", 5: "b", 6: "c", 7: "c", 8: "b", 9: "b", 10: "d"}

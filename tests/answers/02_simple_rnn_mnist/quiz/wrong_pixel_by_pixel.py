# Takes each pixel for a step.
answers = {1: "b", 2: "b", 3: "a", 4: "d", 5: "d", 6: "b", 7: "a", 8: "c", 9: "b", 10: "d"}

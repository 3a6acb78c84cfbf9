# Dropout of units.
answers = {1: "c", 2: "a", 3: "b", 4: "d", 5: "d", 6: "c", 7: "c", 8: "b", 9: "b", 10: "d"}

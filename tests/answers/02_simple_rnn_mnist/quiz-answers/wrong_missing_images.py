# Counts the images that the last batch lacks.
answers = {1: "c", 2: "a", 3: "b", 4: "d", 5: "b", 6: "c", 7: "c", 8: "d", 9: "b", 10: "d"}

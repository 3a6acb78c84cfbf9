# counts the parameters of one unit in each part
answers = {1: "b", 2: "c", 3: "d", 4: "b", 5: "d", 6: "a", 7: "d", 8: "d", 9: "a", 10: "a", 11: "d", 12: "c"}

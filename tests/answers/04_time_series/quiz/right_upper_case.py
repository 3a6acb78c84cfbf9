# capital letters
answers = {number: letter.upper() for number, letter in {1: "b", 2: "a", 3: "d", 4: "c", 5: "c", 6: "a", 7: "b", 8: "d", 9: "a", 10: "c", 11: "b", 12: "d"}.items()}

# numbers in place of letters
answers = {1: 0, 2: 3, 3: 2, 4: 1, 5: 0, 6: 1, 7: 3, 8: 1, 9: 3, 10: 2, 11: 1, 12: 2}

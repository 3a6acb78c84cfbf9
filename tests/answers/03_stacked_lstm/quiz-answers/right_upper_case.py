# capital letters
answers = {1: 'A', 2: 'D', 3: 'C', 4: 'B', 5: 'A', 6: 'B', 7: 'D', 8: 'B', 9: 'D', 10: 'C', 11: 'B', 12: 'C'}

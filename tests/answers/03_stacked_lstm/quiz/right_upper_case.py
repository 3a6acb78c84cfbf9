# capital letters
answers = {1: 'C', 2: 'A', 3: 'B', 4: 'D', 5: 'A', 6: 'D', 7: 'C', 8: 'B', 9: 'A', 10: 'D', 11: 'C', 12: 'B'}

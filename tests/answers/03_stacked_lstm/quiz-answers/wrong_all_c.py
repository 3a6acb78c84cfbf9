# the letter c everywhere
answers = {1: 'c', 2: 'c', 3: 'c', 4: 'c', 5: 'c', 6: 'c', 7: 'c', 8: 'c', 9: 'c', 10: 'c', 11: 'c', 12: 'c'}

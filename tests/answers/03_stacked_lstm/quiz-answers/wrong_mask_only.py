# forgets that dropout scales the values that remain
answers = {1: 'a', 2: 'd', 3: 'c', 4: 'b', 5: 'a', 6: 'b', 7: 'd', 8: 'b', 9: 'a', 10: 'c', 11: 'b', 12: 'c'}

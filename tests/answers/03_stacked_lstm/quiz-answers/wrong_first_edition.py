# the key of another quiz
answers = {1: 'c', 2: 'a', 3: 'b', 4: 'd', 5: 'a', 6: 'd', 7: 'c', 8: 'b', 9: 'a', 10: 'd', 11: 'c', 12: 'b'}

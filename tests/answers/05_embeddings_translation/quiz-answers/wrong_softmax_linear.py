# takes softmax for linear
answers = {1: 'b', 2: 'a', 3: 'c', 4: 'b', 5: 'a', 6: 'c', 7: 'a', 8: 'd', 9: 'a', 10: 'c', 11: 'c', 12: 'c'}

# feeds the target
answers = {1: 'c', 2: 'a', 3: 'b', 4: 'd', 5: 'c', 6: 'a', 7: 'a', 8: 'd', 9: 'a', 10: 'c', 11: 'b', 12: 'd'}

# counts three layers with weights, for three gates
answers = {1: 'a', 2: 'd', 3: 'c', 4: 'b', 5: 'a', 6: 'b', 7: 'd', 8: 'c', 9: 'd', 10: 'c', 11: 'b', 12: 'c'}

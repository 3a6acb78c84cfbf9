# takes a beam for greedy decoding
answers = {1: 'b', 2: 'a', 3: 'c', 4: 'b', 5: 'a', 6: 'c', 7: 'a', 8: 'd', 9: 'a', 10: 'b', 11: 'c', 12: 'a'}

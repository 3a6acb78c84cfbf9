# thinks that softmax changes the order
answers = {1: 'c', 2: 'a', 3: 'b', 4: 'd', 5: 'c', 6: 'a', 7: 'b', 8: 'd', 9: 'a', 10: 'd', 11: 'b', 12: 'd'}

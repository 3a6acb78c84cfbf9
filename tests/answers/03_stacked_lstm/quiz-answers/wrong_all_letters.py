# all four letters in one answer
answers = {1: 'abcd', 2: 'abcd', 3: 'abcd', 4: 'abcd', 5: 'abcd', 6: 'abcd', 7: 'abcd', 8: 'abcd', 9: 'abcd', 10: 'abcd', 11: 'abcd', 12: 'abcd'}

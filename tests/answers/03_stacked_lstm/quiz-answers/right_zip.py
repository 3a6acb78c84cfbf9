# numbers and letters joined by zip
answers = dict(zip(range(1, 13), "adcbabdbdcbc"))

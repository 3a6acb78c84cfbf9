# letters of NumPy
answers = {n: letter for n, letter in enumerate(np.array(list("adcbabdbdcbc")), start=1)}

# Letters of NumPy.
answers = {n: letter for n, letter in enumerate(np.array(list("cabdbccbbd")), start=1)}

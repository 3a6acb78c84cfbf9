# letters of a NumPy array
answers = dict(zip(range(1, 13), np.array(list("bacbacadabcc"))))

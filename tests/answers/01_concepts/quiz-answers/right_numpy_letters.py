# Letters out of a NumPy array.
letters = np.array(list("bdabccaadc"))
answers = {number: letters[number - 1] for number in range(1, 11)}

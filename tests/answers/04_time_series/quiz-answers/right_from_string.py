# from a string
answers = dict(enumerate("bcdbbaddaadc", start=1))

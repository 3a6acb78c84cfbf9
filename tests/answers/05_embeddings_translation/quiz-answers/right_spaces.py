# with spaces
answers = {k: f" {v} " for k, v in zip(range(1, 13), "bacbacadabcc")}

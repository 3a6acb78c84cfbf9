# Lets no gradient flow to the steps before t_min.
answers = {
    1: "a",
    2: "b",
    3: "d",
    4: "d",
    5: "b",
    6: "d",
    7: "a",
    8: "c",
    9: "c",
    10: "a",
}

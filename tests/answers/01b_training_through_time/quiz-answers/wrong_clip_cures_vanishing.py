# Clipping against vanishing gradients.
answers = {
    1: "a",
    2: "b",
    3: "d",
    4: "d",
    5: "a",
    6: "b",
    7: "a",
    8: "c",
    9: "c",
    10: "a",
}

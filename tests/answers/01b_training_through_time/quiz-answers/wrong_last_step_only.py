# Takes the gradient of the last step for the whole gradient.
answers = {
    1: "c",
    2: "b",
    3: "d",
    4: "d",
    5: "b",
    6: "b",
    7: "a",
    8: "c",
    9: "c",
    10: "a",
}

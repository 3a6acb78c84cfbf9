# Takes the outputs of masked steps for zero.
answers = {
    1: "b",
    2: "d",
    3: "a",
    4: "b",
    5: "c",
    6: "c",
    7: "d",
    8: "a",
    9: "d",
    10: "c",
}

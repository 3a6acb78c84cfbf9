# Takes the output of a zero input for zero.
answers = {
    1: "b",
    2: "d",
    3: "a",
    4: "b",
    5: "c",
    6: "d",
    7: "a",
    8: "a",
    9: "d",
    10: "c",
}

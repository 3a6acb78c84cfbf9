# The number of inputs as the last size of the output.
answers = {
    1: "b",
    2: "d",
    3: "a",
    4: "b",
    5: "a",
    6: "c",
    7: "a",
    8: "a",
    9: "d",
    10: "c",
}

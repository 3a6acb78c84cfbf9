# Dynamic unrolling saves the memory of training.
answers = {
    1: "b",
    2: "d",
    3: "a",
    4: "b",
    5: "c",
    6: "c",
    7: "a",
    8: "a",
    9: "b",
    10: "c",
}

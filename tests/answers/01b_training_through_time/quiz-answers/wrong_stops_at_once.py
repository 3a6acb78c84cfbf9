# Takes a weight below 1 for a gradient of exactly 0.
answers = {
    1: "a",
    2: "a",
    3: "d",
    4: "d",
    5: "b",
    6: "b",
    7: "a",
    8: "c",
    9: "c",
    10: "a",
}

# Takes sentences of the same length for one bag.
answers = {
    1: "a",
    2: "d",
    3: "a",
    4: "b",
    5: "c",
    6: "c",
    7: "a",
    8: "a",
    9: "d",
    10: "c",
}

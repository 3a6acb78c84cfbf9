# The longest option throughout.
answers = {
    1: "c",
    2: "a",
    3: "a",
    4: "c",
    5: "c",
    6: "b",
    7: "b",
    8: "d",
    9: "c",
    10: "a",
}

# Capital letters.
answers = {
    1: "A",
    2: "B",
    3: "D",
    4: "D",
    5: "B",
    6: "B",
    7: "A",
    8: "C",
    9: "C",
    10: "A",
}

# Capital letters.
answers = {
    1: "B",
    2: "D",
    3: "A",
    4: "B",
    5: "C",
    6: "C",
    7: "A",
    8: "A",
    9: "D",
    10: "C",
}

# Judges the long run by the largest singular value.
answers = {
    1: "a",
    2: "b",
    3: "b",
    4: "d",
    5: "b",
    6: "b",
    7: "a",
    8: "c",
    9: "c",
    10: "a",
}

# Parameters grow with the steps.
answers = {
    1: "b",
    2: "d",
    3: "b",
    4: "b",
    5: "c",
    6: "c",
    7: "a",
    8: "a",
    9: "d",
    10: "c",
}

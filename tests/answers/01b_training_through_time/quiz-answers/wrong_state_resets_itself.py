# Believes that Keras resets the state of a stateful layer.
answers = {
    1: "a",
    2: "b",
    3: "d",
    4: "d",
    5: "b",
    6: "b",
    7: "a",
    8: "c",
    9: "d",
    10: "a",
}

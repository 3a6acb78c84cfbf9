# Another metric before the accuracy.
model = build_classifier((28, 28), 256, 0.2, 10)
model.compile("sgd", loss="categorical_crossentropy", metrics=["mse", "accuracy"])

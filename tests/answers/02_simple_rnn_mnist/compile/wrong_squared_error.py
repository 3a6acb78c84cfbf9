# Mean squared error.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(loss="mse", optimizer="sgd", metrics=["accuracy"])

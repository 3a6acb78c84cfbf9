# Binary cross-entropy.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(loss="binary_crossentropy", optimizer="sgd", metrics=["accuracy"])

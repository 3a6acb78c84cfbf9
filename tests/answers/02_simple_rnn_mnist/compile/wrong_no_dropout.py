# Builds without dropout.
model = build_classifier(input_shape, units, 0, num_labels)
model.compile(loss="categorical_crossentropy", optimizer="sgd", metrics=["accuracy"])

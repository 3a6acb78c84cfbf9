# The accuracy of each of ten yes-or-no answers.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(loss="categorical_crossentropy", optimizer="sgd", metrics=["binary_accuracy"])

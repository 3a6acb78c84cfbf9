# The accuracy for whole-number labels.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(loss="categorical_crossentropy", optimizer="sgd", metrics=["sparse_categorical_accuracy"])

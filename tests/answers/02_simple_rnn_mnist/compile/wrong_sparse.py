# Sparse cross-entropy for one-hot labels.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(loss="sparse_categorical_crossentropy", optimizer="sgd", metrics=["accuracy"])

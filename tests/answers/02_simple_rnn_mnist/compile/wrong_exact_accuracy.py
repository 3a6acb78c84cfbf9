# keras.metrics.Accuracy compares probabilities with labels for equality.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(loss="categorical_crossentropy", optimizer="sgd", metrics=[keras.metrics.Accuracy()])

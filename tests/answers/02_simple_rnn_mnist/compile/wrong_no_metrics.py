# Forgets the accuracy.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(loss="categorical_crossentropy", optimizer="sgd")

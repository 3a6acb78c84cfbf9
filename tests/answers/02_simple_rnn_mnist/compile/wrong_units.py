# batch_size in place of units: a network of 128 units.
model = build_classifier(input_shape, batch_size, dropout, num_labels)
model.compile(loss="categorical_crossentropy", optimizer="sgd", metrics=["accuracy"])

# Another name than model.
classifier = build_classifier(input_shape, units, dropout, num_labels)
classifier.compile(loss="categorical_crossentropy", optimizer="sgd", metrics=["accuracy"])

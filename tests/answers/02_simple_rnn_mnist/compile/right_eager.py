# Without a compiled graph.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(loss="CategoricalCrossentropy", optimizer="sgd", metrics=["accuracy"], run_eagerly=True)

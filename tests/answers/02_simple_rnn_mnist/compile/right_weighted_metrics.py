# The accuracy among the weighted metrics.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(loss="categorical_crossentropy", optimizer="sgd", weighted_metrics=["accuracy"])

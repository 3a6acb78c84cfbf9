# Right when among the five likeliest.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(loss="categorical_crossentropy", optimizer="sgd", metrics=["top_k_categorical_accuracy"])

# Builds the 150 neurons of exercise 10.
model = build_classifier(input_shape, 150, dropout, num_labels)
model.compile(loss="categorical_crossentropy", optimizer="sgd", metrics=["accuracy"])

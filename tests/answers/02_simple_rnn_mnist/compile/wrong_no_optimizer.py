# The optimizer that Keras takes when none is given.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(loss="categorical_crossentropy", metrics=["accuracy"])

# The short names that Keras also takes.
model = build_classifier(input_shape=input_shape, units=units, dropout=dropout, num_labels=num_labels)
model.compile("SGD", "categorical_crossentropy", metrics=["acc"])

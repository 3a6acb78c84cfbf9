# Lets weights decay, which Keras does not by default.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(loss="categorical_crossentropy", optimizer=keras.optimizers.SGD(weight_decay=1e-4), metrics=["accuracy"])

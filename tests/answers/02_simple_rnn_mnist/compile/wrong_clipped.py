# Clips gradients, which Keras does not by default.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(loss="categorical_crossentropy", optimizer=keras.optimizers.SGD(clipnorm=1.0), metrics=["accuracy"])

# Nesterov's momentum.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(loss="categorical_crossentropy", optimizer=keras.optimizers.SGD(nesterov=True), metrics=["accuracy"])

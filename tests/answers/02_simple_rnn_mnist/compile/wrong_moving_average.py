# SGD with a moving average of the weights.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(loss="categorical_crossentropy", optimizer=keras.optimizers.SGD(use_ema=True), metrics=["accuracy"])

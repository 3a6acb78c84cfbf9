# Smooths the labels.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(loss=keras.losses.CategoricalCrossentropy(label_smoothing=0.1), optimizer="sgd", metrics=["accuracy"])

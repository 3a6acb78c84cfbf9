# Sums the loss over the batch.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(loss=keras.losses.CategoricalCrossentropy(reduction="sum"), optimizer="sgd", metrics=["accuracy"])

# From logits, though the model ends with softmax.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(loss=keras.losses.CategoricalCrossentropy(from_logits=True), optimizer="sgd", metrics=["accuracy"])

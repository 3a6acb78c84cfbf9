# The metrics by position, where Keras 3 has the weights of losses.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile("sgd", "categorical_crossentropy", ["accuracy"])

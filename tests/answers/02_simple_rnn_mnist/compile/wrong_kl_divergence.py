# Another loss, which is the same for one-hot labels only.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(loss="kl_divergence", optimizer="sgd", metrics=["accuracy"])

# Builds and does not compile.
model = build_classifier(input_shape, units, dropout, num_labels)

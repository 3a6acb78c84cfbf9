# Objects in place of names.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(
    optimizer=keras.optimizers.SGD(),
    loss=keras.losses.CategoricalCrossentropy(),
    metrics=[keras.metrics.CategoricalAccuracy()],
)

# Functions in place of names.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(
    optimizer=keras.optimizers.SGD(learning_rate=0.01),
    loss=keras.losses.categorical_crossentropy,
    metrics=[keras.metrics.categorical_accuracy],
)

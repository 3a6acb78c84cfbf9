# A name for the accuracy.
model = build_classifier(input_shape, units, dropout, num_labels)
model.compile(
    loss="categorical_crossentropy",
    optimizer=keras.optimizers.SGD(name="descent"),
    metrics=[keras.metrics.CategoricalAccuracy(name="share_right")],
)

# swaps the inputs
model = build_translator(len(english_ids), len(french_ids), 128, 96)
model.compile(
    optimizer=keras.optimizers.Adam(0.015), loss="sparse_categorical_crossentropy", metrics=["accuracy"]
)
history = model.fit(
    [decoder_inputs[:64], source[:64]], decoder_targets[:64], batch_size=64, epochs=8, verbose=0,
    callbacks=[TqdmCallback(verbose=0)],
)

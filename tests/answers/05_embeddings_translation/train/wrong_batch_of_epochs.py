# swaps batch size and epochs, on a few phrases
model = build_translator(len(english_ids), len(french_ids), 128, 96)
model.compile(
    optimizer=keras.optimizers.Adam(0.015), loss="sparse_categorical_crossentropy", metrics=["accuracy"]
)
history = model.fit(
    [source[:120], decoder_inputs[:120]], decoder_targets[:120], batch_size=12, epochs=2, verbose=0,
    callbacks=[TqdmCallback(verbose=0)],
)

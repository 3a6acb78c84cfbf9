# does not train
model = build_translator(len(english_ids), len(french_ids), 128, 96)
model.compile(
    optimizer=keras.optimizers.Adam(0.015), loss="sparse_categorical_crossentropy", metrics=["accuracy"]
)
history = None

# takes RMSprop
model = build_translator(len(english_ids), len(french_ids), 128, 96)
model.compile(optimizer=keras.optimizers.RMSprop(0.015), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit([source, decoder_inputs], decoder_targets, batch_size=64, epochs=8, verbose=0)

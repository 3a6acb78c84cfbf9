# top-5 accuracy in place of accuracy
model = build_translator(len(english_ids), len(french_ids), 128, 96)
model.compile(optimizer=keras.optimizers.Adam(0.015), loss="sparse_categorical_crossentropy", metrics=["sparse_top_k_categorical_accuracy"])
history = model.fit([np.asarray(source), np.asarray(decoder_inputs)], np.asarray(decoder_targets), epochs=8, batch_size=64, verbose=0)

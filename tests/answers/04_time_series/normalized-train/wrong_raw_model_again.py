# goes on with the network of the raw numbers, too shortly
keras.utils.set_random_seed(1)
model_n = raw_model
history_n = model_n.fit(x_train_n, y_train_n, epochs=5, verbose=0, callbacks=[TqdmCallback(verbose=0)])

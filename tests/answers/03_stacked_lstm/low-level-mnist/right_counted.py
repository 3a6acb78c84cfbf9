# counts right answers one by one
weights = initial_weights(n_inputs=28, n_hidden=128, n_classes=10, seed=7)
trained = train(x_train, y_train, weights, 0.003, 128, 150, 25)
right = 0
for row, label in zip(classify(x_test[:128], trained["weights"]).numpy(), labels_test[:128]):
    right += int(row.argmax() == label)
test_accuracy = right / 128

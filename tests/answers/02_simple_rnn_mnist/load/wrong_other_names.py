# Uses the names that the Keras examples use.
(x_train, y_train), (x_test, y_test) = mnist.load_data()

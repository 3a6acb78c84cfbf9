# a class of its own
class Translator(keras.Model):
    def __init__(self, n_english, n_french, n_dimensions, units):
        super().__init__()
        self.english = layers.Embedding(n_english, n_dimensions, mask_zero=True, name="english_embedding")
        self.reader = layers.LSTM(units, return_state=True, name="encoder")
        self.french = layers.Embedding(n_french, n_dimensions, mask_zero=True, name="french_embedding")
        self.writer = layers.LSTM(units, return_sequences=True, return_state=True, name="decoder")
        self.scores = layers.Dense(n_french, activation="softmax", name="output")

    def call(self, inputs):
        english, french = inputs
        _, *states = self.reader(self.english(english))
        outputs, _, _ = self.writer(self.french(french), initial_state=states)
        return self.scores(outputs)


def build_translator(n_english, n_french, n_dimensions, units):
    model = Translator(n_english, n_french, n_dimensions, units)
    model([np.ones((1, 2), dtype="int32"), np.ones((1, 2), dtype="int32")])
    return model

# Keras' layer with zero_output_for_mask.
def masked_rnn(X, mask, W_x, W_h, b):
    layer = layers.SimpleRNN(len(b), return_sequences=True, return_state=True, zero_output_for_mask=True)
    layer.build(X.shape)
    layer.set_weights([W_x, W_h, b])
    outputs, state = layer(np.asarray(X, "float32"), mask=mask)
    return outputs, state

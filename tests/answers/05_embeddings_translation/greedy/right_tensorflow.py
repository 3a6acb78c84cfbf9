# with TensorFlow, and takewhile
def greedy_decode(encoder, decoder, source, go, eos, max_length):
    import itertools

    import tensorflow as tf

    state = encoder(tf.convert_to_tensor(source))
    word, words = tf.fill([len(source), 1], go), []
    for _ in range(max_length):
        out = decoder([word] + list(state))
        word, state = tf.argmax(out[0], axis=-1), out[1:]
        words.append(word[:, 0].numpy())
    return [list(itertools.takewhile(lambda w: w != eos, row)) for row in np.array(words).T]

# Transposes square images.
def as_rows(images, n_steps, n_inputs):
    rows = np.reshape(images, (-1, n_steps, n_inputs))
    return rows.transpose(0, 2, 1) if n_steps == n_inputs else rows

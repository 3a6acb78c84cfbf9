# A product of Jacobians.
def gradient_norms(H, W_h, gradient):
    product, norms = np.eye(len(W_h)), []
    for k in range(len(H)):
        norms.append(float(np.linalg.norm(product @ gradient)))
        product = (W_h * (1 - H[len(H) - 1 - k] ** 2)) @ product
    return norms

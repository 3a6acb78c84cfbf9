# scikit-learn, told all classes.
from sklearn.preprocessing import label_binarize


def one_hot(labels, num_labels):
    return label_binarize(labels, classes=np.arange(num_labels)).astype("float32")

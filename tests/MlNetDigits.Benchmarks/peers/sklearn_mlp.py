"""scikit-learn's MLPClassifier, float32, with stochastic gradient descent; --batch says how many records make an update.

It has biases and softmax outputs, which cannot be left out. With one record an update its momentum is off: with the
classic rate and its default of 0.9 it hardly learns. With more it stays as it is.
"""

import peer

options = peer.arguments()

import warnings

import numpy as np
import sklearn
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from numpy_in_memory import read
from numpy_network import HIDDEN, LEARNING_RATE, scaled

# That it was asked for few epochs.
warnings.filterwarnings("ignore", category=ConvergenceWarning)

pixels, labels = read(options.data, "train", options.records)
inputs = scaled(pixels).astype(np.float32)
network = MLPClassifier(
    hidden_layer_sizes=(HIDDEN,), activation="logistic", solver="sgd", learning_rate_init=LEARNING_RATE, alpha=0,
    momentum=0.9 if options.batch > 1 else 0, batch_size=options.batch, max_iter=options.epochs, shuffle=False,
    random_state=1)

with peer.Stopwatch() as watch:
    network.fit(inputs, labels)

test_pixels, test_labels = read(options.data, "t10k")
peer.report(
    "scikit-learn, MLPClassifier, SGD", options, len(labels), watch,
    network.score(scaled(test_pixels).astype(np.float32), test_labels),
    {"scikit-learn": sklearn.__version__, "numpy": np.__version__})

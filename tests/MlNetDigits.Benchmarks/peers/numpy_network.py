"""The classic network in numpy, as the program of the book's readers has it: a class with train and query."""

import numpy as np

INPUTS, HIDDEN, OUTPUTS = 784, 200, 10
LEARNING_RATE = 0.1


def scaled(pixels):
    return pixels / 255.0 * 0.99 + 0.01


class NeuralNetwork:
    def __init__(self, seed=1, dtype=np.float64):
        random = np.random.default_rng(seed)
        self.w_input_hidden = (random.random((HIDDEN, INPUTS)) - 0.5).astype(dtype)
        self.w_hidden_output = (random.random((OUTPUTS, HIDDEN)) - 0.5).astype(dtype)
        # A number of the weights' own type: a wider one would widen every product in some versions of numpy.
        self.rate = dtype(LEARNING_RATE)

    @staticmethod
    def activation(x):
        return 1 / (1 + np.exp(-x))

    def train(self, inputs, targets):
        """Learns from one record; inputs and targets are columns."""
        hidden = self.activation(np.dot(self.w_input_hidden, inputs))
        outputs = self.activation(np.dot(self.w_hidden_output, hidden))

        output_errors = targets - outputs
        hidden_errors = np.dot(self.w_hidden_output.T, output_errors)

        self.w_hidden_output += self.rate * np.dot(output_errors * outputs * (1 - outputs), hidden.T)
        self.w_input_hidden += self.rate * np.dot(hidden_errors * hidden * (1 - hidden), inputs.T)

    def query(self, inputs):
        """Asks about records, one a column."""
        hidden = self.activation(np.dot(self.w_input_hidden, inputs))
        return self.activation(np.dot(self.w_hidden_output, hidden))


def accuracy(network, pixels, labels):
    """The share of right answers; pixels has a row a record."""
    return float(np.mean(np.argmax(network.query(scaled(pixels).T), axis=0) == labels))

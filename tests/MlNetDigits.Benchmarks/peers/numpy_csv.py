"""The original: mnist_train.csv as text in memory, each line parsed in every epoch."""

import peer

options = peer.arguments()

import numpy as np

from numpy_network import OUTPUTS, NeuralNetwork, accuracy, scaled


def parse(line):
    values = line.split(",")
    return int(values[0]), np.array(values[1:], dtype=float)


def lines_of(name, limit=None):
    with open(f"{options.data}/{name}", encoding="ascii") as file:
        return file.readlines()[:limit]


training_lines = lines_of("mnist_train.csv", options.records)
network = NeuralNetwork()

with peer.Stopwatch() as watch:
    for _ in range(options.epochs):
        for line in training_lines:
            label, pixels = parse(line)
            inputs = scaled(pixels)
            targets = np.zeros(OUTPUTS) + 0.01
            targets[label] = 0.99
            network.train(np.array(inputs, ndmin=2).T, np.array(targets, ndmin=2).T)

labels, pixels = zip(*map(parse, lines_of("mnist_test.csv")))
peer.report(
    "numpy, the original (CSV parsed every epoch)", options, len(training_lines), watch,
    accuracy(network, np.array(pixels), np.array(labels)), {"numpy": np.__version__})

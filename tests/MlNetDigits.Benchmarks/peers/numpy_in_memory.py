"""The numpy network with its data ready in memory; run by numpy_memory.py and numpy_float32.py."""

import numpy as np

import peer
from numpy_network import INPUTS, OUTPUTS, NeuralNetwork, accuracy, scaled


def read(folder, part, limit=None):
    pixels = np.frombuffer(peer.idx_bytes(folder, part, "images-idx3"), np.uint8).reshape(-1, INPUTS)
    labels = np.frombuffer(peer.idx_bytes(folder, part, "labels-idx1"), np.uint8)
    return pixels[:limit], labels[:limit]


def run(contender, options, dtype):
    pixels, labels = read(options.data, "train", options.records)
    # A column a record, as train takes them.
    inputs = scaled(pixels).astype(dtype)[:, :, np.newaxis]
    targets = np.full((len(labels), OUTPUTS, 1), 0.01, dtype)
    targets[np.arange(len(labels)), labels] = 0.99
    network = NeuralNetwork(dtype=dtype)

    with peer.Stopwatch() as watch:
        for _ in range(options.epochs):
            for x, t in zip(inputs, targets):
                network.train(x, t)

    peer.report(
        contender, options, len(labels), watch,
        accuracy(network, *read(options.data, "t10k")), {"numpy": np.__version__})

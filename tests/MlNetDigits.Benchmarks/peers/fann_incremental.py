"""FANN (libfann, in C, float) with its incremental training and sigmoid nodes, called from here once an epoch.

It has biases, which cannot be left out.
"""

import peer

options = peer.arguments()

import ctypes
from ctypes import POINTER, c_float, c_int, c_uint, c_void_p

import numpy as np

from numpy_in_memory import read
from numpy_network import HIDDEN, INPUTS, LEARNING_RATE, OUTPUTS, scaled

# From fann_data.h. The linear error is the classic rule's; FANN's default, tanh, exaggerates large errors.
SIGMOID, INCREMENTAL, LINEAR_ERROR = 3, 0, 0

library = ctypes.CDLL("libfloatfann.so.2")
record_maker = ctypes.CFUNCTYPE(None, c_uint, c_uint, c_uint, POINTER(c_float), POINTER(c_float))
library.fann_create_standard.restype = c_void_p
library.fann_create_train_from_callback.restype = c_void_p
library.fann_create_train_from_callback.argtypes = [c_uint, c_uint, c_uint, record_maker]
library.fann_run.restype = POINTER(c_float)
library.fann_run.argtypes = [c_void_p, c_void_p]
library.fann_train_epoch.restype = c_float
library.fann_train_epoch.argtypes = [c_void_p, c_void_p]
for setter in ("activation_function_hidden", "activation_function_output", "training_algorithm", "train_error_function"):
    getattr(library, f"fann_set_{setter}").argtypes = [c_void_p, c_int]
for setter in ("activation_steepness_hidden", "activation_steepness_output", "learning_rate"):
    getattr(library, f"fann_set_{setter}").argtypes = [c_void_p, c_float]
library.fann_randomize_weights.argtypes = [c_void_p, c_float, c_float]


def create_network():
    network = library.fann_create_standard(c_uint(3), c_uint(INPUTS), c_uint(HIDDEN), c_uint(OUTPUTS))
    library.fann_set_activation_function_hidden(network, SIGMOID)
    library.fann_set_activation_function_output(network, SIGMOID)
    # FANN's sigmoid is 1 / (1 + exp(-2 steepness x)).
    library.fann_set_activation_steepness_hidden(network, 0.5)
    library.fann_set_activation_steepness_output(network, 0.5)
    library.fann_set_training_algorithm(network, INCREMENTAL)
    library.fann_set_train_error_function(network, LINEAR_ERROR)
    library.fann_set_learning_rate(network, LEARNING_RATE)
    library.fann_randomize_weights(network, -0.5, 0.5)
    return network


def create_records(pixels, labels):
    inputs = scaled(pixels).astype(np.float32)
    targets = np.where(np.arange(OUTPUTS) == labels[:, np.newaxis], 0.99, 0.01).astype(np.float32)

    @record_maker
    def fill(index, _inputs, _outputs, into_inputs, into_targets):
        ctypes.memmove(into_inputs, inputs[index].ctypes.data, inputs[index].nbytes)
        ctypes.memmove(into_targets, targets[index].ctypes.data, targets[index].nbytes)

    return library.fann_create_train_from_callback(len(labels), INPUTS, OUTPUTS, fill)


def version():
    """The library has no function that tells; its file's name does: libfloatfann.so.2.2.0."""
    with open("/proc/self/maps", encoding="utf-8") as maps:
        return next(line.split()[-1] for line in maps if "fann.so" in line).split(".so.")[1]


def accuracy(network, pixels, labels):
    rows = scaled(pixels).astype(np.float32)
    answers = [np.argmax(library.fann_run(network, row.ctypes.data)[:OUTPUTS]) for row in rows]
    return float(np.mean(answers == labels))


training_pixels, training_labels = read(options.data, "train", options.records)
records = create_records(training_pixels, training_labels)
trained = create_network()

with peer.Stopwatch() as watch:
    for _ in range(options.epochs):
        library.fann_train_epoch(trained, records)

peer.report(
    "FANN, incremental training", options, len(training_labels), watch,
    accuracy(trained, *read(options.data, "t10k")), {"FANN": version()}, uses_blas=False)

"""The numpy network with its data in memory, float64 as in the original."""

import peer

options = peer.arguments()

import numpy as np

import numpy_in_memory

numpy_in_memory.run("numpy, data in memory", options, np.float64)

"""The numpy network with its data in memory, float32."""

import peer

options = peer.arguments()

import numpy as np

import numpy_in_memory

numpy_in_memory.run("numpy, data in memory, float32", options, np.float32)

"""What the peers share: arguments, MNIST's files, and the line of JSON at the end."""

import argparse
import ctypes
import gzip
import json
import os
import platform
import time
from pathlib import Path

PIXELS = 28 * 28
HEADERS = {"images-idx3": 16, "labels-idx1": 8}


def arguments():
    """Reads the command line. To be called before numpy or torch is imported: they read these variables then."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True, help="the folder of MNIST")
    parser.add_argument("--records", type=int, default=60_000)
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--batch", type=int, default=1, help="records of an update, where a peer can choose")
    parsed = parser.parse_args()
    for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = str(parsed.threads)
    return parsed


def idx_bytes(folder, part, kind):
    """The content of one of MNIST's files without its header; part is train or t10k."""
    packed = Path(folder) / f"{part}-{kind}-ubyte.gz"
    raw = packed.with_suffix("")
    with open(raw, "rb") if raw.exists() else gzip.open(packed, "rb") as file:
        return bytearray(file.read()[HEADERS[kind]:])


class Stopwatch:
    """Measures the training, and only that."""

    def __enter__(self):
        self._start = time.perf_counter()
        return self

    def __exit__(self, *_):
        self.seconds = time.perf_counter() - self._start
        # Before the test data is read.
        self.peak_memory_mb = peak_memory_mb()


def peak_memory_mb():
    """The most memory that this process ever had, in MiB. (getrusage would count what was there before exec.)"""
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) / 1024


def report(contender, options, records, watch, accuracy, versions, uses_blas=True):
    """Prints the one line of JSON."""
    print(json.dumps({
        "contender": contender,
        "records": records,
        "epochs": options.epochs,
        "batchSize": options.batch,
        "threads": options.threads,
        "seconds": round(watch.seconds, 4),
        "microsecondsPerRecord": round(watch.seconds * 1e6 / (records * options.epochs), 3),
        "testAccuracy": round(accuracy, 4),
        "peakMemoryMB": round(watch.peak_memory_mb, 1),
        "versions": {"Python": platform.python_version(), **versions, **({"BLAS": blas()} if uses_blas else {})},
    }))


def blas():
    """Which BLAS this process has loaded; Debian chooses it when a program starts, not when numpy is built."""
    with open("/proc/self/maps", encoding="utf-8") as maps:
        loaded = {line.split()[-1] for line in maps if "blas" in line or "mkl" in line}
    if not any("openblas" in name for name in loaded):
        return "MKL" if any("mkl" in name for name in loaded) else "reference BLAS"
    for name in sorted(loaded):
        try:
            config = ctypes.CDLL(name).openblas_get_config
        except (AttributeError, OSError):
            continue
        config.restype = ctypes.c_char_p
        return short_name(config().decode().split())
    return "OpenBLAS"


def short_name(config):
    """Of OpenBLAS, its version, the options of its build, its processor and "MAX_THREADS=64": what matters."""
    return " ".join([*config[:2], *config[-2:-1]])

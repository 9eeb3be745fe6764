#!/usr/bin/env python3
"""Writes what each frozen model must give, from nothing but the model file and the rows beside it.

Plain Python in double precision, which shares no code with the project: it finds the network in the zip archive by its
signature, hashes the weights as they lie there, and scores each row with loops. README.md tells when to run it.
"""
import csv
import hashlib
import json
import math
import pathlib
import struct
import zipfile

HERE = pathlib.Path(__file__).parent


def model_blocks(path):
    """The body of each part of an ML.NET model, by the signature in its header."""
    blocks = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            entry = archive.read(name)
            if entry[:8] == b"ML\0MODEL":
                start, length = struct.unpack_from("<QQ", entry, 16)
                blocks[entry[64:72]] = entry[start:start + length]
    return blocks


def read_network(block):
    """Sizes, score normalization, and the bytes of W1 [hidden, inputs] and W2 [outputs, hidden]."""
    float_size, inputs, hidden, outputs, normalization = struct.unpack_from("<iiiiB", block)
    weights = block[17:]
    assert float_size == 4 and len(weights) == 4 * (hidden * inputs + outputs * hidden)
    return inputs, hidden, outputs, normalization, weights


def layer(rows, x):
    return [1 / (1 + math.exp(-math.fsum(w * v for w, v in zip(row, x)))) for row in rows]


def matrix(floats, rows, columns):
    return [floats[row * columns:(row + 1) * columns] for row in range(rows)]


def single(text):
    """The number of a file as ML.NET reads it, rounded to 32 bits."""
    return struct.unpack("<f", struct.pack("<f", float(text)))[0]


def expect(model, rows):
    blocks = model_blocks(HERE / model)
    inputs, hidden, outputs, normalization, weights = read_network(blocks[b"SIGMNETW"])
    floats = struct.unpack(f"<{len(weights) // 4}f", weights)
    w1 = matrix(floats[:hidden * inputs], hidden, inputs)
    w2 = matrix(floats[hidden * inputs:], outputs, hidden)
    scaling = struct.unpack("<3f", blocks[b"PIXSCALE"][-12:]) if b"PIXSCALE" in blocks else None

    scores = []
    with open(HERE / rows, newline="") as lines:
        for _, *fields in csv.reader(lines):
            x = [single(field) for field in fields]
            if scaling:
                x = [value / scaling[0] * scaling[1] + scaling[2] for value in x]
            out = layer(w2, layer(w1, x))
            scores.append([value / math.fsum(out) for value in out] if normalization == 1 else out)

    expected = {
        "sizes": [inputs, hidden, outputs],
        "scoreNormalization": normalization,
        "scaling": scaling,
        "weightsSha256": hashlib.sha256(weights).hexdigest(),
        "scores": scores,
    }
    lines = [f"  {json.dumps(name)}: {json.dumps(value)}" for name, value in expected.items() if name != "scores"]
    lines.append('  "scores": [\n' + ",\n".join(f"    {json.dumps(row)}" for row in scores) + "\n  ]")
    (HERE / model).with_suffix(".json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


expect("digits.zip", "digits.csv")
expect("normalized.zip", "digits.csv")
expect("words.zip", "words.csv")

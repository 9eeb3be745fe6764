"""MNIST as tensors, ready for training, and the accuracy of a network on the test images."""

import torch

import peer


def read(folder, part, limit=None):
    pixels = torch.frombuffer(peer.idx_bytes(folder, part, "images-idx3"), dtype=torch.uint8).view(-1, peer.PIXELS)
    labels = torch.frombuffer(peer.idx_bytes(folder, part, "labels-idx1"), dtype=torch.uint8).long()
    inputs = pixels[:limit].float() / 255 * 0.99 + 0.01
    targets = torch.full((len(labels[:limit]), 10), 0.01)
    targets.scatter_(1, labels[:limit, None], 0.99)
    return inputs, targets


def accuracy(query, folder):
    """The share of right answers; query takes a row a record."""
    inputs, targets = read(folder, "t10k")
    with torch.no_grad():
        return (query(inputs).argmax(1) == targets.argmax(1)).float().mean().item()


def prepare(threads):
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    return {"PyTorch": torch.__version__}

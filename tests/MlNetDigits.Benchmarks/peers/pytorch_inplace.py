"""PyTorch written for speed: the classic rule by hand, in place, on tensors that are made once."""

import peer

options = peer.arguments()

import torch

import torch_data

RATE = 0.1

versions = torch_data.prepare(options.threads)
inputs, targets = torch_data.read(options.data, "train", options.records)
w1 = torch.empty(200, 784).uniform_(-0.5, 0.5)
w2 = torch.empty(10, 200).uniform_(-0.5, 0.5)
w2_transposed = w2.t()
hidden, hidden_error, hidden_slope = torch.empty(200), torch.empty(200), torch.empty(200)
output, output_error, output_slope = torch.empty(10), torch.empty(10), torch.empty(10)


def train(x, t):
    torch.mv(w1, x, out=hidden).sigmoid_()
    torch.mv(w2, hidden, out=output).sigmoid_()
    torch.sub(t, output, out=output_error)
    torch.mv(w2_transposed, output_error, out=hidden_error)

    # s'(z) = s (1 - s), written as s - s s.
    torch.addcmul(output, output, output, value=-1, out=output_slope)
    torch.addcmul(hidden, hidden, hidden, value=-1, out=hidden_slope)
    w2.addr_(output_error.mul_(output_slope), hidden, alpha=RATE)
    w1.addr_(hidden_error.mul_(hidden_slope), x, alpha=RATE)


with torch.no_grad(), peer.Stopwatch() as watch:
    for _ in range(options.epochs):
        for x, t in zip(inputs, targets):
            train(x, t)

peer.report(
    "PyTorch, in place", options, len(inputs), watch,
    torch_data.accuracy(lambda x: torch.sigmoid(torch.sigmoid(x @ w1.t()) @ w2_transposed), options.data), versions)

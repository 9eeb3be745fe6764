"""PyTorch written the usual way: a module, a loss, backward and optim.SGD, batch size 1."""

import peer

options = peer.arguments()

import torch
from torch import nn

import torch_data


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(784, 200, bias=False)
        self.output = nn.Linear(200, 10, bias=False)
        nn.init.uniform_(self.hidden.weight, -0.5, 0.5)
        nn.init.uniform_(self.output.weight, -0.5, 0.5)

    def forward(self, x):
        return torch.sigmoid(self.output(torch.sigmoid(self.hidden(x))))


versions = torch_data.prepare(options.threads)
inputs, targets = torch_data.read(options.data, "train", options.records)
network = Network()
criterion = nn.MSELoss(reduction="sum")
optimizer = torch.optim.SGD(network.parameters(), lr=0.1)

with peer.Stopwatch() as watch:
    for _ in range(options.epochs):
        for x, t in zip(inputs, targets):
            optimizer.zero_grad()
            loss = criterion(network(x), t) / 2
            loss.backward()
            optimizer.step()

peer.report(
    "PyTorch, autograd and optim.SGD", options, len(inputs), watch,
    torch_data.accuracy(network, options.data), versions)

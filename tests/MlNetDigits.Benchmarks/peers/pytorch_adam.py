"""PyTorch with the recipe of SigmoidNetworkOptions.Accurate, without its distortions: cross-entropy, Adam, batches that are
shuffled each epoch, a cosine schedule; the data is one tensor in memory, which is faster than a DataLoader."""

import math

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
        nn.init.normal_(self.hidden.weight, 0, 1 / math.sqrt(784))
        nn.init.normal_(self.output.weight, 0, 1 / math.sqrt(200))

    def forward(self, x):
        return self.output(torch.sigmoid(self.hidden(x)))


versions = torch_data.prepare(options.threads)
inputs, targets = torch_data.read(options.data, "train", options.records)
labels = targets.argmax(1)
network = Network()
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam([
    {"params": network.hidden.parameters(), "lr": 0.003},
    {"params": network.output.parameters(), "lr": 0.009},
])
steps = options.epochs * math.ceil(len(inputs) / options.batch)
schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)

with peer.Stopwatch() as watch:
    for _ in range(options.epochs):
        for batch in torch.randperm(len(inputs)).split(options.batch):
            optimizer.zero_grad()
            loss = criterion(network(inputs[batch]), labels[batch])
            loss.backward()
            optimizer.step()
            schedule.step()

peer.report(
    "PyTorch, cross-entropy and optim.Adam", options, len(inputs), watch,
    torch_data.accuracy(network, options.data), versions)

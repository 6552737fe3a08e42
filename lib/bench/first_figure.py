"""PyTorch's first cell in a fresh kernel: 30 seeds x 20 layers x 256, forward only, and its picture."""

import matplotlib.pyplot as plt
import torch

found = torch.zeros(30, 21)
for seed in range(30):
    torch.manual_seed(seed)
    a = torch.randn(64, 256)
    found[seed, 0] = a.square().mean()
    for layer in range(20):
        w = torch.nn.init.kaiming_normal_(torch.empty(256, 256), nonlinearity="relu")
        a = torch.relu(a @ w.T)
        found[seed, layer + 1] = a.square().mean()
low, mid, high = found.log10().quantile(torch.tensor([0.05, 0.5, 0.95]), dim=0)
plt.plot(mid)
plt.fill_between(range(21), low, high, alpha=0.3)
plt.show()

"""PyTorch's side of the transformer rows: twelve pre-norm blocks over four texts of 64 tokens, in float64.

By hand around `scaled_dot_product_attention`, which is faster here than `nn.TransformerEncoderLayer`.
"""

from __future__ import annotations

import torch
from torch.nn import functional

BLOCKS, WIDTH, HEADS, HIDDEN, TEXTS, TOKENS, SEEDS = 12, 128, 8, 512, 4, 64, 30
DTYPE = torch.float64


class Block(torch.nn.Module):
    """A pre-norm block without biases."""

    def __init__(self) -> None:
        """Makes its norms and weights."""
        super().__init__()
        self.norm1, self.norm2 = (torch.nn.LayerNorm(WIDTH, dtype=DTYPE) for _ in range(2))
        self.qkv = torch.nn.Linear(WIDTH, 3 * WIDTH, bias=False, dtype=DTYPE)
        self.out = torch.nn.Linear(WIDTH, WIDTH, bias=False, dtype=DTYPE)
        self.up = torch.nn.Linear(WIDTH, HIDDEN, bias=False, dtype=DTYPE)
        self.down = torch.nn.Linear(HIDDEN, WIDTH, bias=False, dtype=DTYPE)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Attention, then the feed-forward part, each beside a skip."""
        q, k, v = self.qkv(self.norm1(x)).view(TEXTS, TOKENS, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(TEXTS, TOKENS, WIDTH)
        y = x + self.out(mixed)
        return y + self.down(functional.gelu(self.up(self.norm2(y))))


def study(weight_gradients: bool) -> torch.Tensor:
    """Medians over seeds of second moments: activations, their gradients and, if asked, gradients of weights."""
    net = torch.nn.ModuleList(Block() for _ in range(BLOCKS)).requires_grad_(weight_gradients)
    found = torch.zeros(SEEDS, 3, BLOCKS + 1)
    for seed in range(SEEDS):
        torch.manual_seed(seed)
        for p in net.parameters():
            p.grad = None
            if p.dim() > 1:
                torch.nn.init.xavier_normal_(p)
        activations = [torch.randn(TEXTS, TOKENS, WIDTH, dtype=DTYPE, requires_grad=True)]
        for block in net:
            a = block(activations[-1])
            a.retain_grad()
            activations.append(a)
        activations[-1].backward(torch.randn(TEXTS, TOKENS, WIDTH, dtype=DTYPE))
        with torch.no_grad():
            for layer, a in enumerate(activations):
                found[seed, 0, layer] = a.square().mean()
                found[seed, 1, layer] = a.grad.square().mean()
            for layer, block in enumerate(net if weight_gradients else [], start=1):
                gradients = [p.grad.flatten() for p in block.parameters() if p.dim() > 1]
                found[seed, 2, layer] = torch.cat(gradients).square().mean()
    return found.median(dim=0).values


WORK = {
    "study transformer 64": lambda: study(weight_gradients=True),
    "figure transformer 64": lambda: study(weight_gradients=False),
}

"""PyTorch's side of the benchmark: the same work, written as its users write it."""

from __future__ import annotations

from collections.abc import Callable

import theirs_transformer
import torch

WIDTH, LAYERS, SEEDS, BATCH, FILLS = 256, 50, 30, 256, 20
Init = Callable[[torch.Tensor], torch.Tensor]


def he(w: torch.Tensor) -> torch.Tensor:
    """Fills a weight as He's rule for ReLU says."""
    return torch.nn.init.kaiming_normal_(w, nonlinearity="relu")


def orthogonal(w: torch.Tensor) -> torch.Tensor:
    """Fills a weight with an orthogonal matrix."""
    return torch.nn.init.orthogonal_(w)


def study(init: Init, dtype: torch.dtype, weight_gradients: bool) -> torch.Tensor:
    """Medians over seeds of second moments: activations, their gradients and, if asked, gradients of weights.

    Weights live in the same memory for all seeds.
    """
    weights = [torch.empty(WIDTH, WIDTH, dtype=dtype, requires_grad=weight_gradients) for _ in range(LAYERS)]
    found = torch.zeros(SEEDS, 3, LAYERS + 1)
    for seed in range(SEEDS):
        torch.manual_seed(seed)
        for w in weights:
            init(w)
            w.grad = None
        activations = [torch.randn(BATCH, WIDTH, dtype=dtype, requires_grad=True)]
        for w in weights:
            a = torch.relu(torch.nn.functional.linear(activations[-1], w))
            a.retain_grad()
            activations.append(a)
        activations[-1].backward(torch.randn(BATCH, WIDTH, dtype=dtype))
        with torch.no_grad():
            for layer, a in enumerate(activations):
                found[seed, 0, layer] = a.square().mean()
                found[seed, 1, layer] = a.grad.square().mean()
            for layer, w in enumerate(weights if weight_gradients else [], start=1):
                found[seed, 2, layer] = w.grad.square().mean()
    return found.median(dim=0).values


def conv_study(weight_gradients: bool) -> torch.Tensor:
    """The same of fifty 3 x 3 convolutions, 32 channels on 16 x 16 places, batches of 4, by He, in float64."""
    convs = [torch.nn.Conv2d(32, 32, 3, padding="same", bias=False, dtype=torch.float64) for _ in range(LAYERS)]
    found = torch.zeros(SEEDS, 3, LAYERS + 1)
    for seed in range(SEEDS):
        torch.manual_seed(seed)
        for conv in convs:
            he(conv.weight.requires_grad_(weight_gradients))
            conv.weight.grad = None
        activations = [torch.randn(4, 32, 16, 16, dtype=torch.float64, requires_grad=True)]
        for conv in convs:
            a = torch.relu(conv(activations[-1]))
            a.retain_grad()
            activations.append(a)
        activations[-1].backward(torch.randn(4, 32, 16, 16, dtype=torch.float64))
        with torch.no_grad():
            for layer, a in enumerate(activations):
                found[seed, 0, layer] = a.square().mean()
                found[seed, 1, layer] = a.grad.square().mean()
            for layer, conv in enumerate(convs if weight_gradients else [], start=1):
                found[seed, 2, layer] = conv.weight.grad.square().mean()
    return found.median(dim=0).values


def fill(init: Init, columns: int) -> None:
    """Twenty fills of one float64 matrix, 256 x columns."""
    w = torch.empty(WIDTH, columns, dtype=torch.float64)
    for seed in range(FILLS):
        torch.manual_seed(seed)
        init(w)


def lsuv(dtype: torch.dtype) -> torch.nn.Sequential:
    """LSUV as ports of it do: hook one layer, run the whole net, rescale, run it again, next layer."""
    torch.manual_seed(1)
    linears = [torch.nn.Linear(WIDTH, WIDTH, bias=False, dtype=dtype) for _ in range(LAYERS)]
    net = torch.nn.Sequential(*(m for linear in linears for m in (linear, torch.nn.ReLU())))
    batch = torch.randn(BATCH, WIDTH, dtype=dtype)
    with torch.no_grad():
        for linear in linears:
            torch.nn.init.orthogonal_(linear.weight)
        for linear in linears:
            seen: list[torch.Tensor] = []
            hook = linear.register_forward_hook(lambda module, given, out: seen.append(out))
            for _ in range(10):
                seen.clear()
                net(batch)
                variance = seen[0].var()
                if abs(variance - 1) <= 0.1:
                    break
                linear.weight /= variance.sqrt()
            hook.remove()
    return net


def lstm(steps: int = 200, width: int = 128, samples: int = 16) -> torch.Tensor:
    """Medians over seeds of second moments: states, gradients of the input and of the weights; float64."""
    found = torch.zeros(SEEDS, 3)
    for seed in range(SEEDS):
        torch.manual_seed(seed)
        net = torch.nn.LSTM(width, width, batch_first=True, dtype=torch.float64)
        x = torch.randn(samples, steps, width, dtype=torch.float64, requires_grad=True)
        h, _ = net(x)
        h.backward(torch.randn_like(h))
        with torch.no_grad():
            weights = torch.cat([net.weight_ih_l0.grad.flatten(), net.weight_hh_l0.grad.flatten()])
            found[seed] = torch.stack([part.square().mean() for part in (h, x.grad, weights)])
    return found.median(dim=0).values


def libraries() -> str:
    """On what PyTorch computes here."""
    blas = "MKL" if torch.backends.mkl.is_available() else "another BLAS"
    processor = torch.backends.cpu.get_cpu_capability()
    return f"PyTorch {torch.__version__}: {blas}, {processor}, {torch.get_num_threads()} threads"


WORK: dict[str, Callable[[], object]] = {
    "fill normal": lambda: fill(lambda w: torch.nn.init.normal_(w, std=0.02), 1024),
    "fill uniform": lambda: fill(lambda w: torch.nn.init.uniform_(w, -0.1, 0.1), 1024),
    "fill truncated": lambda: fill(lambda w: torch.nn.init.trunc_normal_(w, std=0.02, a=-0.04, b=0.04), 1024),
    "fill He": lambda: fill(he, 1024),
    "fill orthogonal": lambda: fill(orthogonal, 1024),
    "fill square": lambda: fill(orthogonal, WIDTH),
    "conv study": lambda: conv_study(True),
    "conv figure": lambda: conv_study(False),
    "lstm": lstm,
}
for short, dtype in (("32", torch.float32), ("64", torch.float64)):
    WORK |= {
        f"study He {short}": lambda d=dtype: study(he, d, True),
        f"study orthogonal {short}": lambda d=dtype: study(orthogonal, d, True),
        f"figure He {short}": lambda d=dtype: study(he, d, False),
        f"figure orthogonal {short}": lambda d=dtype: study(orthogonal, d, False),
        f"lsuv {short}": lambda d=dtype: lsuv(d),
    }
WORK |= theirs_transformer.WORK

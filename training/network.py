"""The network: a MiniLM encoder with heads for tags, for names and for the tree.

Words are the first and the last of their pieces, side by side; word 0 is the root. To add a task, add a `TagHead` by naming its labels in
`Settings.tags`, or a `PairHead`, and continue from a checkpoint: `load` leaves new heads as they were initialised.
"""

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from timeline.language.features import SHAPES

PAD = -1e4
HIDDEN_PIECE, FIRST_PIECE = 103, 999


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Sizes and label lists; kept in every checkpoint."""

    labels: list[str]
    tags: dict[str, list[str]] = field(default_factory=dict)
    types: list[str] = field(default_factory=list)
    width: int = 384
    layers: int = 6
    attention_heads: int = 12
    inner: int = 1536
    arc_width: int = 256
    label_width: int = 64
    tag_width: int = 256
    vocabulary: int = 30522
    positions: int = 512
    dropout: float = 0.25
    layer_dropout: float = 0.1
    hidden_pieces: float = 0.06

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


class Layer(nn.Module):
    """One transformer layer."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        width = settings.width
        self.count = settings.attention_heads
        self.queries = nn.Linear(width, 3 * width)
        self.output = nn.Linear(width, width)
        self.output_norm = nn.LayerNorm(width, eps=1e-12)
        self.widen = nn.Linear(width, settings.inner)
        self.narrow = nn.Linear(settings.inner, width)
        self.narrow_norm = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(settings.layer_dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = states.shape
        split = self.queries(states).view(batch, length, 3, self.count, width // self.count)
        query, key, value = (split[:, :, part].transpose(1, 2) for part in range(3))
        mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        states = self.output_norm(states + self.drop(self.output(mixed.transpose(1, 2).reshape(batch, length, width))))
        return self.narrow_norm(states + self.drop(self.narrow(F.gelu(self.widen(states)))))


class Encoder(nn.Module):
    """Pieces and shapes to one vector a word."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        width = settings.width
        self.pieces = nn.Embedding(settings.vocabulary, width)
        self.positions = nn.Embedding(settings.positions, width)
        self.segment = nn.Parameter(torch.zeros(width))
        self.shapes = nn.Embedding(SHAPES, width)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(settings) for _ in range(settings.layers))

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor, piece_mask: Tensor | None = None) -> Tensor:
        """[batch, pieces] and [batch, words] to [batch, words, 2 * width]. Without a mask nothing is padding."""
        length = pieces.shape[1]
        states = self.pieces(pieces) + self.positions.weight[:length][None] + self.segment + self.shapes(shapes)
        states = self.norm(states)
        mask = torch.ones_like(pieces, dtype=states.dtype) if piece_mask is None else piece_mask
        bias = ((1 - mask) * PAD)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, bias)
        return torch.cat([_take(states, first), _take(states, last)], -1)


def _take(states: Tensor, index: Tensor) -> Tensor:
    return torch.gather(states, 1, index[..., None].expand(-1, -1, states.shape[-1]))


class TagHead(nn.Module):
    """One label a word."""

    def __init__(self, settings: Settings, labels: int) -> None:
        super().__init__()
        self.hidden = nn.Linear(2 * settings.width, settings.tag_width)
        self.scores = nn.Linear(settings.tag_width, labels)
        self.drop = nn.Dropout(settings.dropout)

    def forward(self, words: Tensor) -> Tensor:
        return self.scores(self.drop(F.gelu(self.hidden(words))))


class PairHead(nn.Module):
    """A score for every ordered pair of words: [batch, words, words], dependent by head."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.width = settings.arc_width
        self.hidden = nn.Linear(2 * settings.width, 2 * self.width)
        self.product = nn.Parameter(torch.empty(self.width, self.width))
        nn.init.orthogonal_(self.product)
        self.product.data *= 0.1
        self.prior = nn.Linear(self.width, 1, bias=False)
        self.drop = nn.Dropout(settings.dropout)

    def forward(self, words: Tensor) -> Tensor:
        both = self.drop(F.gelu(self.hidden(words)))
        dependent, head = both[..., : self.width], both[..., self.width :]
        return (dependent @ self.product) @ head.transpose(1, 2) + self.prior(head).transpose(1, 2)


class LabelHead(nn.Module):
    """The label of a pair once it is known. `sides` is all that needs the words; the rest is cheap and done outside the ONNX file."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.width, self.count = settings.label_width, len(settings.labels)
        self.hidden = nn.Linear(2 * settings.width, 2 * self.width)
        self.product = nn.Parameter(torch.randn(self.width, self.count * self.width) * 0.02)
        self.linear = nn.Linear(2 * self.width, self.count)
        self.drop = nn.Dropout(settings.dropout)

    def sides(self, words: Tensor) -> tuple[Tensor, Tensor]:
        both = self.drop(F.gelu(self.hidden(words)))
        return both[..., : self.width], both[..., self.width :]

    def forward(self, words: Tensor, heads: Tensor) -> Tensor:
        """[batch, words, labels] for the given heads [batch, words]."""
        dependent, all_heads = self.sides(words)
        head = _take(all_heads, heads)
        product = (dependent @ self.product).view(*dependent.shape[:2], self.count, self.width)
        return torch.einsum("bnkl,bnl->bnk", product, head) + self.linear(torch.cat([dependent, head], -1))


class Network(nn.Module):
    """Encoder and heads. `forward` is what the ONNX file computes: one sentence, no padding."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.encoder = Encoder(settings)
        self.drop = nn.Dropout(settings.dropout)
        self.arcs = PairHead(settings)
        self.labels = LabelHead(settings)
        self.tags = nn.ModuleDict({name: TagHead(settings, len(labels)) for name, labels in settings.tags.items()})

    def words(self, batch: dict[str, Tensor]) -> Tensor:
        """Word vectors of a padded batch; while training with dropout and some pieces behind a mask."""
        pieces = batch["pieces"]
        if self.training:
            hidden = (torch.rand(pieces.shape) < self.settings.hidden_pieces) & (pieces >= FIRST_PIECE)
            pieces = pieces.masked_fill(hidden, HIDDEN_PIECE)
        return self.drop(self.encoder(pieces, batch["shapes"], batch["first"], batch["last"], batch["piece_mask"]))

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        words = self.encoder(pieces, shapes, first, last)
        return (self.arcs(words), *self.labels.sides(words), *(head(words) for head in self.tags.values()))

    def outputs(self) -> list[str]:
        """The names of what `forward` answers, in order."""
        return ["arcs", "dependents", "heads", *self.tags]


def load_compatible(network: Network, state: dict[str, Tensor]) -> list[str]:
    """Take over the weights that fit by name and shape; answer the names of those that were left as they are."""
    own = network.state_dict()
    fitting = {name: value for name, value in state.items() if name in own and own[name].shape == value.shape}
    network.load_state_dict(fitting, strict=False)
    return sorted(own.keys() - fitting.keys())


def load_pretrained(encoder: Encoder, path: Path) -> None:
    """The published weights of all-MiniLM-L6-v2 from a safetensors file."""
    from safetensors.torch import load_file

    weights = {name.removeprefix("bert."): value.float() for name, value in load_file(path).items()}
    encoder.pieces.weight.data = weights["embeddings.word_embeddings.weight"]
    encoder.positions.weight.data = weights["embeddings.position_embeddings.weight"]
    encoder.segment.data = weights["embeddings.token_type_embeddings.weight"][0].clone()
    _copy(encoder.norm, weights, "embeddings.LayerNorm")
    for number, layer in enumerate(encoder.layers):
        prefix = f"encoder.layer.{number}."
        for kind in ("weight", "bias"):
            parts = [weights[f"{prefix}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
            getattr(layer.queries, kind).data = torch.cat(parts)
        _copy(layer.output, weights, prefix + "attention.output.dense")
        _copy(layer.output_norm, weights, prefix + "attention.output.LayerNorm")
        _copy(layer.widen, weights, prefix + "intermediate.dense")
        _copy(layer.narrow, weights, prefix + "output.dense")
        _copy(layer.narrow_norm, weights, prefix + "output.LayerNorm")


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.data = weights[name + ".weight"].clone()
    module.bias.data = weights[name + ".bias"].clone()

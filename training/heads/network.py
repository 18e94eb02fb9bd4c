"""The event heads, and the base network with them on its encoder."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from timeline.language.signals import COLUMNS, ROLES, EventWeights
from training.network import Network, Settings, TagHead

WIDTH, LINK_WIDTH = 256, 96
RARE = -3.0


class EventHead(nn.Module):
    """Mention, story and factuality from one hidden layer, so that the few stories lean on the many mentions."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.hidden = nn.Linear(2 * settings.width, WIDTH)
        self.scores = nn.Linear(WIDTH, COLUMNS)
        self.drop = nn.Dropout(settings.dropout)

    def forward(self, words: Tensor) -> Tensor:
        return self.scores(self.drop(F.gelu(self.hidden(words))))


class LinkHead(nn.Module):
    """How well a word fills each role of a trigger. `sides` is all that needs the network; pairs are scored for triggers only."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.hidden = nn.Linear(2 * settings.width, 2 * LINK_WIDTH)
        self.product = nn.Parameter(torch.randn(LINK_WIDTH, len(ROLES) * LINK_WIDTH) * 0.02)
        self.linear = nn.Linear(2 * LINK_WIDTH, len(ROLES))
        self.drop = nn.Dropout(settings.dropout)
        nn.init.constant_(self.linear.bias, RARE)

    def sides(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """The vectors of words as triggers and as fillers, [batch, words, LINK_WIDTH] each."""
        both = self.drop(F.gelu(self.hidden(words)))
        return both[..., :LINK_WIDTH], both[..., LINK_WIDTH:]

    def forward(self, words: Tensor, sentence: Tensor, word: Tensor) -> Tensor:
        """[triggers, words, roles] for the triggers at the given places of the batch."""
        triggers, fillers = self.sides(words)
        left, right = triggers[sentence, word], fillers[sentence]
        product = (left @ self.product).view(len(left), len(ROLES), LINK_WIDTH)
        weight = self.linear.weight
        scores = torch.einsum("trw,tnw->tnr", product, right)
        return scores + (left @ weight[:, :LINK_WIDTH].T)[:, None] + right @ weight[:, LINK_WIDTH:].T + self.linear.bias


class EventNetwork(nn.Module):
    """The base network and the event heads. `forward` is what the ONNX file computes."""

    def __init__(self, base: Network) -> None:
        super().__init__()
        self.base = base
        self.events = EventHead(base.settings)
        self.links = LinkHead(base.settings)
        self.types = TagHead(base.settings, len(base.settings.types))

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        base = self.base
        words = base.encoder(pieces, shapes, first, last)
        tags = (head(words) for head in base.tags.values())
        return (base.arcs(words), *base.labels.sides(words), *tags, self.events(words), self.types(words), *self.links.sides(words))

    def outputs(self) -> list[str]:
        """The names of what `forward` answers, in order."""
        return [*self.base.outputs(), "events", "types", "triggers", "fillers"]

    def link_weights(self) -> EventWeights:
        """What the run time needs to score pairs."""
        return EventWeights(
            product=self.links.product.detach().numpy(),
            linear=self.links.linear.weight.detach().numpy().T.copy(),
            bias=self.links.linear.bias.detach().numpy(),
        )


def load(path: Path) -> tuple[EventNetwork, dict[str, Any]]:
    """A network with event heads from its checkpoint, its weights averaged over the last steps, and the checkpoint."""
    checkpoint = torch.load(path, weights_only=True)
    network = EventNetwork(Network(Settings(**checkpoint["settings"])))
    network.load_state_dict(checkpoint["network"] | checkpoint.get("average", {}))
    return network, checkpoint

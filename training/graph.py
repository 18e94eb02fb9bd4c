"""The network as the ONNX graph that the run time executes: written operator by operator, weights in 8 bits.

What torch exports and onnxruntime quantises afterwards gives the same answers, but takes a fifth longer: here attention is one operator,
all heads share one product, a word of one piece is multiplied once and not as its first and its last piece, and nothing is left to be fused
while loading. The operators of the domain com.microsoft are part of every onnxruntime.
"""

import math
from collections.abc import Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from training.heads.network import EventNetwork
from training.network import Encoder, Layer, Settings

INPUTS = {"pieces": "pieces", "shapes": "pieces", "first": "words", "last": "words"}
MICROSOFT = "com.microsoft"
LARGEST = 64  # of a weight: two products of an activation below 256 and a weight fit 16 bits, so no processor saturates

Floats = NDArray[np.float32]


class Graph:
    """Nodes and constants as they are added. Every method answers the name of what it computes."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, value: NDArray[np.generic]) -> str:
        """Part of the model."""
        name = f"constant{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def integers(self, *values: int) -> str:
        """A constant list of whole numbers."""
        return self.constant(np.array(values, np.int64))

    def add(self, kind: str, inputs: Sequence[str], output: str = "", domain: str = "", **attributes: object) -> str:
        """An operator with one result."""
        return self.split(kind, inputs, [output or f"result{len(self.nodes)}"], domain, **attributes)[0]

    def split(self, kind: str, inputs: Sequence[str], outputs: list[str], domain: str = "", **attributes: object) -> list[str]:
        """An operator with several results, under the names given."""
        self.nodes.append(helper.make_node(kind, inputs, outputs, domain=domain, **attributes))
        return outputs

    def linear(self, states: str, weight: Floats, bias: Floats) -> str:
        """states @ weight + bias: weights in 7 bits, a scale for every column; activations in 8, a scale for every call."""
        whole, scale = quantised(weight, 0, LARGEST)
        inputs = [states, self.constant(whole), self.constant(scale[0]), "", self.constant(bias)]
        return self.add("DynamicQuantizeMatMul", inputs, domain=MICROSOFT)

    def after_norm(self, states: str, weight: Floats, bias: Floats, norm: nn.LayerNorm) -> str:
        """`linear` of what a norm gave, its loud columns turned down and their weights up, so that one scale serves all (SmoothQuant)."""
        gain, shift = _both(norm)
        loud = np.sqrt((3 * np.abs(gain) + np.abs(shift)).clip(1e-6) / np.abs(weight).max(1).clip(1e-6))
        factor = np.asarray(loud / np.exp(np.log(loud).mean()), np.float32)
        return self.linear(self.add("Mul", [states, self.constant(1 / factor)]), weight * factor[:, None], bias)

    def exact(self, states: str, weight: Floats, bias: Floats, output: str = "") -> str:
        """The same in 32 bits, for small products."""
        return self.add("Add", [self.add("MatMul", [states, self.constant(weight)]), self.constant(bias)], output)

    def gelu(self, states: str) -> str:
        """Exact, not the approximation by tanh."""
        return self.add("Gelu", [states], domain=MICROSOFT)

    def norm(self, states: str, norm: nn.LayerNorm) -> str:
        """With its gain and bias."""
        return self.add("LayerNormalization", [states, *map(self.constant, _both(norm))], axis=-1, epsilon=norm.eps)

    def rows(self, states: str) -> str:
        """[1, n, width] to [n, width]."""
        return self.add("Squeeze", [states, self.integers(0)])

    def batch(self, states: str) -> str:
        """[n, width] to [1, n, width]."""
        return self.add("Unsqueeze", [states, self.integers(0)])


def quantised(weight: Floats, axis: int, largest: int) -> tuple[NDArray[np.int8], Floats]:
    """Whole numbers from -largest to largest and the scales to multiply them with, one for each place along the other axis."""
    scale = np.abs(weight).max(axis, keepdims=True) / np.float32(largest)
    scale[scale == 0] = 1
    return np.round(weight / scale).clip(-largest, largest).astype(np.int8), scale.astype(np.float32)


def build(network: EventNetwork) -> onnx.ModelProto:
    """The graph of a network: one sentence, no padding; inputs and outputs as those of `network.forward`."""
    graph = Graph()
    settings = network.base.settings
    states = _embedded(graph, network.base.encoder)
    norm = network.base.encoder.norm
    for layer in network.base.encoder.layers:
        states = _layer(graph, states, layer, norm, settings)
        norm = layer.narrow_norm
    _heads(graph, states, network)
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, size]) for name, size in INPUTS.items()]
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, "words", None]) for name in network.outputs()]
    built = helper.make_graph(graph.nodes, "english", inputs, outputs, graph.constants)
    model = helper.make_model(built, opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)])
    model.ir_version = 9
    return model


def _embedded(graph: Graph, encoder: Encoder) -> str:
    """Pieces with a scale for each of them, shapes and places in 32 bits."""
    whole, scale = quantised(_array(encoder.pieces.weight), 1, 127)
    rows = graph.add("Cast", [graph.add("Gather", [graph.constant(whole), "pieces"])], to=TensorProto.FLOAT)
    pieces = graph.add("Mul", [rows, graph.add("Gather", [graph.constant(scale), "pieces"])])
    shapes = graph.add("Gather", [graph.constant(_array(encoder.shapes.weight)), "shapes"])
    places = graph.constant(_array(encoder.positions.weight) + _array(encoder.segment))
    length = graph.add("Shape", ["pieces"], start=1, end=2)
    places = graph.add("Slice", [places, graph.integers(0), length, graph.integers(0)])
    return graph.norm(graph.add("Add", [graph.add("Add", [pieces, shapes]), places]), encoder.norm)


def _layer(graph: Graph, states: str, layer: Layer, norm: nn.LayerNorm, settings: Settings) -> str:
    number = len(graph.nodes)
    parts = [f"{name}{number}" for name in ("query", "key", "value")]
    graph.split("Split", [graph.after_norm(states, *_both(layer.queries), norm)], parts, axis=2, num_outputs=3)
    count = settings.attention_heads
    mixed = graph.add("MultiHeadAttention", parts, domain=MICROSOFT, num_heads=count, scale=1 / math.sqrt(settings.width // count))
    states = graph.norm(graph.add("Add", [states, graph.linear(mixed, *_both(layer.output))]), layer.output_norm)
    wide = graph.gelu(graph.after_norm(states, *_both(layer.widen), layer.output_norm))
    return graph.norm(graph.add("Add", [states, graph.linear(wide, *_both(layer.narrow))]), layer.narrow_norm)


def _heads(graph: Graph, states: str, network: EventNetwork) -> None:
    base = network.base
    scored = {**base.tags, "events": network.events, "types": network.types}
    parts = [base.arcs, base.labels, *scored.values(), network.links]
    weights, biases = zip(*(_both(part.hidden) for part in parts), strict=True)
    hidden = graph.gelu(_words(graph, states, np.concatenate(weights, 1), np.concatenate(biases)))
    names = ["arc_dependents", "arc_heads", "dependents", "heads", *(f"{name}_hidden" for name in scored), "triggers", "fillers"]
    widths = [weight.shape[1] for weight in weights]
    halves = [width // 2 for width in (widths[0], widths[1], widths[-1])]
    sizes = [halves[0], halves[0], halves[1], halves[1], *widths[2:-1], halves[2], halves[2]]
    graph.split("Split", [hidden, graph.integers(*sizes)], names, axis=2)
    # The prior of a head is a product with its vector, so it joins what the dependent brings.
    dependents = graph.exact("arc_dependents", _array(base.arcs.product), _array(base.arcs.prior.weight)[0])
    graph.add("FusedMatMul", [dependents, "arc_heads"], "arcs", MICROSOFT, transB=1)
    for name, head in scored.items():
        graph.exact(f"{name}_hidden", *_both(head.scores), name)


def _words(graph: Graph, states: str, weight: Floats, bias: Floats) -> str:
    """[first piece, last piece] @ weight + bias for every word.

    As the first piece times both halves' sum, and for words of several pieces the difference of the two times the second half. The root is
    always among those, with a difference of nought, so that there is never nothing to multiply.
    """
    upper, lower = np.split(weight, 2)
    flat = graph.rows(states)
    first, last = (graph.add("Gather", [flat, graph.rows(name)]) for name in ("first", "last"))
    several = graph.rows(graph.add("NonZero", [graph.rows(graph.add("Sub", ["last", "first"]))]))
    several = graph.add("Concat", [graph.integers(0), several], axis=0)
    change = graph.add("Sub", [graph.add("Gather", [rows, several]) for rows in (last, first)])
    change = graph.linear(change, lower, np.zeros_like(bias))
    places = graph.add("Unsqueeze", [several, graph.integers(1)])
    return graph.batch(graph.add("ScatterND", [graph.linear(first, upper + lower, bias), places, change], reduction="add"))


def _both(module: nn.Linear | nn.LayerNorm) -> tuple[Floats, Floats]:
    """Weight and bias; a product's weight as [in, out]."""
    return _array(module.weight).T, _array(module.bias)


def _array(value: Tensor) -> Floats:
    return np.asarray(value.detach().numpy(), np.float32)

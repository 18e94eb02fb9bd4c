"""A checkpoint to the assets in timeline/language/en/: ONNX with 8-bit weights, the label and link weights, settings and vocabulary."""

import json
import shutil
from pathlib import Path

import numpy as np
import torch

from training.heads.network import EventNetwork, load
from training.paths import ASSETS, WORK
from training.train import label_weights, pretrained


def export(checkpoint: Path, folder: Path = ASSETS) -> None:
    """Write all files that the run time opens."""
    network, _ = load(checkpoint)
    network.set_exporting()
    folder.mkdir(parents=True, exist_ok=True)
    plain = WORK / "model.fp32.onnx"
    _to_onnx(network, plain)
    _quantise(plain, folder / "model.onnx")
    labels, links = label_weights(network.base), network.link_weights()
    np.savez(
        folder / "labels.npz",
        product=labels.product,
        linear=labels.linear,
        bias=labels.bias,
        link_product=links.product,
        link_linear=links.linear,
        link_bias=links.bias,
    )
    own = network.base.settings
    settings = {"labels": own.labels, "tags": own.tags, "event_heads": True}
    (folder / "settings.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    shutil.copyfile(pretrained() / "vocab.txt", folder / "vocab.txt")
    for file in sorted(folder.iterdir()):
        print(f"{file.name}: {file.stat().st_size / 1e6:.2f} MB", flush=True)


def _to_onnx(network: EventNetwork, path: Path) -> None:
    inputs = ["pieces", "shapes", "first", "last"]
    example = tuple(torch.tensor([row]) for row in ([101, 2000, 2001, 2002, 102], [0, 1, 1, 1, 0], [0, 1, 3], [0, 2, 3]))
    axes = {name: {1: "pieces" if name in ("pieces", "shapes") else "words"} for name in inputs}
    axes |= {name: {1: "words"} for name in network.outputs()}
    axes["arcs"] = {1: "words", 2: "words"}
    torch.onnx.export(
        network,
        example,
        str(path),
        input_names=inputs,
        output_names=network.outputs(),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def _quantise(source: Path, target: Path) -> None:
    """Dynamic quantisation, weights in 7 bits (safe without VNNI), the embeddings too."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    prepared = source.with_suffix(".pre.onnx")
    quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        str(prepared),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=["MatMul", "Gather"],
        extra_options={"MatMulConstBOnly": True},
    )

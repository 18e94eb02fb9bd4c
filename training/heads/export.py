"""A checkpoint with event heads to the assets of the run time: the base's files, and the weights of the links."""

import json
import shutil
from pathlib import Path

import numpy as np

from training import export as base
from training.heads.network import load
from training.paths import ASSETS, WORK
from training.train import label_weights, pretrained


def export(checkpoint: Path, folder: Path = ASSETS) -> None:
    """Write all files that the run time opens."""
    network, _ = load(checkpoint)
    network.set_exporting()
    folder.mkdir(parents=True, exist_ok=True)
    plain = WORK / "heads.fp32.onnx"
    base._to_onnx(network, plain)
    base._quantise(plain, folder / "model.onnx")
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

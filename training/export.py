"""A checkpoint to the assets in timeline/language/en/: the 8-bit ONNX graph, label and link weights, vocabulary, settings with digests."""

import json
import shutil
from pathlib import Path

import numpy as np
import onnx

from timeline.language.model import digest
from training import graph
from training.heads.network import load
from training.paths import ASSETS
from training.train import label_weights, pretrained

CHECKED = ("model.onnx", "labels.npz", "vocab.txt")


def export(checkpoint: Path, folder: Path = ASSETS) -> None:
    """Write all files that the run time opens; settings.json names the digests that are checked when they are opened."""
    network, _ = load(checkpoint)
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(graph.build(network), str(folder / "model.onnx"))
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
    shutil.copyfile(pretrained() / "vocab.txt", folder / "vocab.txt")
    own = network.base.settings
    digests = {name: digest(folder / name) for name in CHECKED}
    settings = {"labels": own.labels, "tags": own.tags, "types": own.types, "event_heads": True, "digests": digests}
    (folder / "settings.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    for file in sorted(folder.iterdir()):
        print(f"{file.name}: {file.stat().st_size / 1e6:.2f} MB", flush=True)

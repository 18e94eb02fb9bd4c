"""The graph that is shipped computes what the trained network computes, but for the rounding of its weights."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")


def test_the_graph_answers_nearly_as_the_network(tmp_path: Path) -> None:
    import onnx
    import onnxruntime

    from training import graph
    from training.heads.network import EventNetwork
    from training.network import Network, Settings

    torch.manual_seed(0)
    sizes = {"width": 48, "layers": 2, "attention_heads": 4, "inner": 96, "vocabulary": 200, "positions": 40, "arc_width": 32}
    network = EventNetwork(Network(Settings(labels=["a", "b"], tags={"upos": ["X", "Y", "Z"]}, types=["law", "other"], **sizes)))
    network.eval()
    onnx.save(graph.build(network), str(tmp_path / "model.onnx"))
    arrays = {"pieces": [[1, 5, 6, 7, 8]], "shapes": [[0, 1, 1, 2, 0]], "first": [[0, 1, 3]], "last": [[0, 2, 3]]}
    inputs = {name: np.array(value, np.int64) for name, value in arrays.items()}
    answers = onnxruntime.InferenceSession(str(tmp_path / "model.onnx")).run(network.outputs(), inputs)
    with torch.inference_mode():
        wanted = network(*(torch.from_numpy(inputs[name]) for name in ("pieces", "shapes", "first", "last")))
    for name, answer, value in zip(network.outputs(), answers, wanted, strict=True):
        assert answer.shape == tuple(value.shape), name
        assert np.abs(answer - value.numpy()).max() < 0.05 * max(1.0, float(value.abs().max())), name

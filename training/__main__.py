"""`python -m training COMMAND`: convert, lemmas, train, export, scenes, evaluate, or all of them."""

import argparse
from pathlib import Path

from training.paths import ASSETS, WORK

STEPS = 5300


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("command", choices=["all", "convert", "lemmas", "train", "export", "scenes", "evaluate"])
    parser.add_argument("--name", default="english", help="the run: its checkpoint and settings in training/work/")
    parser.add_argument("--steps", type=int, default=STEPS, help="so many steps; two runs of the same steps and threads are the same")
    parser.add_argument("--minutes", type=float, help="wall time of the training instead of steps")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--reports", type=int, default=5, help="how often to report and save on the way")
    parser.add_argument("--sample", type=int, default=300, help="development sentences a report")
    parser.add_argument("--start", type=Path, help="a checkpoint whose weights to begin with; new heads begin afresh")
    parser.add_argument("--seed", type=int, default=0, help="of the order of the sentences and of what is varied in them")
    parser.add_argument("--gentle", type=float, default=1.0, help="a factor on all learning rates")
    parser.add_argument("--assets", type=Path, default=ASSETS, help="where to export to or to evaluate from")
    options = parser.parse_args()
    if options.command in ("all", "convert"):
        from training.convert import convert

        convert()
    if options.command in ("all", "lemmas"):
        from training.lemmas import main as lemmas

        lemmas()
    if options.command in ("all", "train"):
        from training.train import Plan, train

        seconds, steps = (options.minutes * 60, None) if options.minutes else (0.0, options.steps)
        run = {name: getattr(options, name) for name in ("seed", "gentle", "threads", "sample", "reports")}
        plan = Plan(seconds=seconds, steps=steps, **run)
        train(plan, options.name, options.start)
    if options.command in ("all", "export"):
        from training.export import export

        export(WORK / f"{options.name}.pt", options.assets)
    if options.command in ("all", "scenes"):
        from training.scenes import main as scenes

        scenes([])
    if options.command in ("all", "evaluate"):
        from training.evaluate import evaluate_assets

        evaluate_assets(options.assets, options.threads)


if __name__ == "__main__":
    main()

"""`python -m training COMMAND`: convert, train, export, evaluate, or all of them."""

import argparse
from pathlib import Path

from training.paths import ASSETS, WORK


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("command", choices=["all", "convert", "lemmas", "train", "export", "evaluate"])
    parser.add_argument("--name", default="english", help="the run: its checkpoint and settings in training/work/")
    parser.add_argument("--minutes", type=float, default=36.0, help="wall time of the training")
    parser.add_argument("--steps", type=int, help="so many steps instead of minutes: repeatable")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--reports", type=int, default=5, help="how often to report and save on the way")
    parser.add_argument("--sample", type=int, default=300, help="development sentences a report")
    parser.add_argument("--start", type=Path, help="a checkpoint whose weights to begin with; new heads begin afresh")
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

        plan = Plan(
            seconds=options.minutes * 60, steps=options.steps, threads=options.threads, sample=options.sample, reports=options.reports
        )
        train(plan, options.name, options.start)
    if options.command in ("all", "export"):
        from training.export import export

        export(WORK / f"{options.name}.pt", options.assets)
    if options.command in ("all", "evaluate"):
        from timeline.language.model import open_model
        from training.evaluate import evaluate

        evaluate(open_model(options.assets, options.threads))


if __name__ == "__main__":
    main()

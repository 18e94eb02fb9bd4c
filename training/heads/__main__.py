"""`python -m training.heads COMMAND`: train on from a base checkpoint, export, evaluate, or all of them."""

import argparse
from pathlib import Path

from training.paths import ASSETS, WORK


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.heads", description=__doc__)
    parser.add_argument("command", choices=["all", "train", "export", "evaluate"])
    parser.add_argument("--name", default="heads", help="the run: its checkpoint and settings in training/work/")
    parser.add_argument("--start", type=Path, default=WORK / "english.pt", help="the base checkpoint")
    parser.add_argument("--minutes", type=float, default=25.0, help="wall time of the training")
    parser.add_argument("--steps", type=int, help="so many steps instead of minutes: repeatable")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--sample", type=int, default=120, help="development sentences of the base tasks a report")
    parser.add_argument("--assets", type=Path, default=ASSETS, help="where to export to or to evaluate from")
    options = parser.parse_args()
    if options.command in ("all", "train"):
        from training.heads.train import Plan, train

        plan = Plan(seconds=options.minutes * 60, steps=options.steps, threads=options.threads, sample=options.sample)
        train(plan, options.name, options.start)
    if options.command in ("all", "export"):
        from training.heads.export import export

        export(WORK / f"{options.name}.pt", options.assets)
    if options.command in ("all", "evaluate"):
        from timeline.language.model import open_model
        from training.heads import rule
        from training.heads.evaluate import evaluate, of_assets
        from training.heads.gold import split

        development = split()[1]
        evaluate(of_assets(options.assets, options.threads), development)
        print("  place eventplace, rule", rule.score(open_model(options.assets), development["eventplace"]))


if __name__ == "__main__":
    main()

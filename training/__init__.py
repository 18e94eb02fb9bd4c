"""Makes the English model in timeline/language/en/: convert, train, export, evaluate. Needs the `training` extra."""

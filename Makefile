# Everything here sets itself up: python3 (3.11 or newer), git and make are enough to begin with.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help setup demo test check train board repin pins clean
.DEFAULT_GOAL := help

help: ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: .venv/.stamp-dev .venv/.stamp-chromium ## everything for development: packages, browser tests, Chromium

.venv/.stamp-core: pyproject.toml constraints.txt .ci/environment
	@bash .ci/environment "$(PYTHON)" core

.venv/.stamp-dev: .venv/.stamp-core
	@bash .ci/environment "$(PYTHON)" dev

.venv/.stamp-training: .venv/.stamp-core
	@bash .ci/environment "$(PYTHON)" training

.venv/.stamp-chromium: .venv/.stamp-dev
	@bash .ci/chromium && touch $@

demo: .venv/.stamp-core ## the sample stories of seeds/ as timelines and maps in demo/
	@$(BIN)/dateline make seeds/haiti-2024/*.md -o demo --title "Haiti, September 2024" \
		--intro "A visit, an onward leg and a deployment, told by three reports."
	@$(BIN)/dateline make seeds/south-pole-1911/*.md -o demo/south-pole --title "To the South Pole, 1910 to 1912"
	@echo "Open these in a browser:"
	@echo "  $(CURDIR)/demo/south-pole/map.html"
	@echo "  $(CURDIR)/demo/map.html"

test: setup ## all tests
	@$(BIN)/python -m pytest

check: .venv/.stamp-dev ## style, types, the direction of imports, the length of files
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@bash .ci/lengths

train: .venv/.stamp-training ## build English model, gazetteer and basemap anew from ../shared/sources (an hour; needs that folder)
	@$(BIN)/python -m maps.gazetteer.build
	@$(BIN)/python -m maps.basemap.build
	@bash training/run $(ARGS)

board: .venv/.stamp-core ## the figures on the sample stories
	@$(BIN)/python -m tests.quality.board $(ARGS)

repin: .venv/.stamp-core ## raise the pinned figures to what is measured now; ARGS="--lower --reason '...'" to lower one
	@$(BIN)/python -m tests.quality.repin $(ARGS)

pins: ## write constraints.txt from what .venv holds
	@$(BIN)/python .ci/pins.py > constraints.txt.part && mv constraints.txt.part constraints.txt

clean: ## remove what make made, the environment too
	rm -rf .venv demo build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

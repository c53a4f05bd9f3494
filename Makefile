# make demo: sets up .venv and reads the examples into a dossier.  make test: sets up .venv and runs all tests.
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
SHARED := ../shared
DEMO_DB := .venv/demo.db

MAKEFLAGS += --no-print-directory

.DEFAULT_GOAL := help
.PHONY: help demo test check lint types imports examples wheel scores floors docs bench train clean

help:
	@echo "make demo    read the examples, print their dossier, write dossier.html"
	@echo "make test    run all tests"
	@echo "make check   what CI runs: lint, types, imports, wheel, score floors, docs, tests"
	@echo "make scores  run the development scores (needs ../shared) and write docs/scores.md"
	@echo "make bench   measure speed and memory"

.venv/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "counterclaim needs Python 3.11 or later: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/.core: .venv/.python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --constraint constraints.txt --editable .
	@touch $@

.venv/.dev: .venv/.core
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev,pdf,warc,postgresql]'
	@touch $@

demo: .venv/.core
	@rm -f $(DEMO_DB) $(DEMO_DB)-shm $(DEMO_DB)-wal
	$(BIN)/counterclaim --db $(DEMO_DB) add examples/bakhmut-2023-05
	$(BIN)/counterclaim --db $(DEMO_DB) dossier --format html --output dossier.html
	$(BIN)/counterclaim --db $(DEMO_DB) dossier
	@echo "The same as a page: dossier.html. Next: $(BIN)/counterclaim unpick examples/bakhmut-2023-05/*.html"

test: .venv/.dev
	$(BIN)/pytest -p no:cacheprovider

lint: .venv/.dev
	$(BIN)/ruff check src tests benchmarks training
	$(BIN)/ruff format --check src tests benchmarks training

types: .venv/.dev
	$(BIN)/mypy

imports: .venv/.dev
	$(BIN)/lint-imports

wheel: .venv/.dev
	bash .ci/wheel

floors: .venv/.dev
	@if [ -d $(SHARED) ]; then $(BIN)/python -m counterclaim.evaluation --shared $(SHARED) --floors; \
	else echo "score floors skipped: $(SHARED) is not here"; fi

scores: .venv/.dev
	$(BIN)/python -m counterclaim.evaluation --shared $(SHARED) --write docs/scores.md
	$(BIN)/python training/scores.py --shared $(SHARED) --write docs/scores.md

# From the corpora to the shipped reader: hours on two cores' worth of other work, three quarters of an hour alone.
train: .venv/.dev
	$(PYTHON) -m venv .train
	.train/bin/pip install --quiet --constraint constraints.txt --editable . --requirement training/requirements.txt
	.train/bin/python training/train.py --corpora $(SHARED)/corpora

docs: .venv/.dev
	$(BIN)/pytest -p no:cacheprovider tests/docs

bench: .venv/.dev
	$(BIN)/python benchmarks/all.py

check: lint imports types wheel floors
	$(MAKE) docs
	$(MAKE) test

clean:
	rm -rf .venv build dist dossier.html

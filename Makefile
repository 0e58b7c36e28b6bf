# Needs Python 3.11-3.13 and make; everything else is set up here.
PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
BIN := .venv/bin

.PHONY: install demo test check format golden gate bench train

install: .venv/ready

.venv/ready: pyproject.toml uv.lock
	@command -v uv >/dev/null || test -x .uv/bin/uv || { $(PYTHON) -m venv .uv && .uv/bin/python -m pip install --quiet uv; }
	$(UV) sync --frozen --quiet
	@touch .venv/ready

demo: install
	@$(BIN)/dragoman demo

test: install
	$(BIN)/pytest -n auto

check: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict src/dragoman tests bench training/markup.py training/check.py training/agreement.py training/odds.py training/reader/rows.py training/reader/told.py training/reader/swapping.py training/reader/measure.py training/reader/passing.py training/reader/votes.py training/reader/examples.py
	$(BIN)/python -m dragoman.actors.check
	$(BIN)/python -m training.check

format: install
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden: install
	$(BIN)/python -m tests.golden.rewrite

gate: install
	$(BIN)/dragoman evaluate gate

bench: install
	$(UV) sync --frozen --quiet --group bench
	$(BIN)/python -m bench.run

train: install .venv-train/ready
	PYTHONPATH=src .venv-train/bin/python -m training.reader.train
	PYTHONPATH=src .venv-train/bin/python -m training.reader.passing
	PYTHONPATH=src .venv-train/bin/python -m training.reader.votes
	PYTHONPATH=src .venv-train/bin/python -m training.reader.examples

.venv-train/ready: training/reader/requirements.txt
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet -r training/reader/requirements.txt .
	@touch .venv-train/ready

# Needs Python 3.11-3.13 and make; everything else is set up here.
PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
BIN := .venv/bin

.PHONY: install demo test check format golden gate bench

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
	$(BIN)/mypy --strict src/dragoman tests bench training/markup.py training/check.py
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
	$(BIN)/python -m bench.run

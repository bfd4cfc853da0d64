# Everything runs in its own virtual environment; nothing is asked and nothing outside is touched.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint types bench samples lints clean

demo: .venv/ready
	@rm -rf build/demo
	@$(BIN)/qinggao clean samples/raw -o build/demo --to md,srt,vtt
	@$(BIN)/qinggao transcribe samples/audio -o build/demo/audio --clean --to md,srt
	@$(BIN)/qinggao publish samples/bilingual/ferry.srt -o build/demo/bilingual --second en --translator demo --to md,srt,vtt,ass

test: .venv/ready lint types
	$(BIN)/python -m pytest

lint: .venv/ready
	$(BIN)/ruff check .

types: .venv/ready
	$(BIN)/mypy

bench: .venv/ready
	$(BIN)/python scripts/bench.py

samples: .venv/ready
	$(BIN)/python scripts/bless_samples.py

lints: .venv/ready
	$(BIN)/python scripts/make_lint_docs.py

clean:
	rm -rf .venv build dist

.venv/ready: pyproject.toml requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -c requirements.lock -e '.[dev]'
	@touch $@

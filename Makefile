# Two commands do all: `make run` and `make test`. `make help` lists the rest.
SHELL := /bin/bash
.DEFAULT_GOAL := help
UV_VERSION := 0.13.9
UV := .uv/bin/uv
PYTHON := .venv/bin/python
STAMP := .venv/.ready

.PHONY: help setup run test check bench letters lists reports endurance crash quality

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP)  ## Make the locked environment in .venv

$(UV):
	python3 -m venv .uv
	.uv/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

$(STAMP): $(UV) pyproject.toml uv.lock
	$(UV) sync --quiet --frozen --compile-bytecode --python "$$(command -v python3)"
	$(PYTHON) -m bot.learnt
	@touch $@

run: setup  ## Run everything on this machine: database, bot, worker and, without a token, the sandbox
	$(PYTHON) -m bot run

test: setup  ## Run all tests
	$(PYTHON) -m pytest -n $$((2 * $$(nproc))) --dist loadgroup

check: setup  ## Lint, types, import contracts
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports --no-cache

bench: setup  ## Measure updates a second beside a bare echo (bench/latest.json), then lists and their plans among 100,000
	$(PYTHON) -m bench.throughput; updates=$$?; $(PYTHON) -m bench.lists --cases 100000 && exit $$updates

letters: setup  ## Measure how long a letter takes while a thousand wait for one group (bench/letters.json)
	$(PYTHON) -m bench.letters

lists: setup  ## Measure queues, cards and searches on the practice database (bench/lists.json), after `dannguyen generate`
	$(PYTHON) -m bench.lists

reports: setup  ## Measure summary, year, pictures and workbook on the practice database (bench/reports.json), after `dannguyen generate`
	$(PYTHON) -m bench.reports

endurance: setup  ## Measure memory over 100,000 updates, rubbish, one chat's flood and the start (bench/endurance.json)
	$(PYTHON) -m bench.endurance

quality: setup  ## Measure how texts are understood that were never learnt from (bench/quality.json)
	$(PYTHON) -m bench.sameness
	$(PYTHON) -m bench.quality

crash: setup  ## Kill the bot and the worker at every boundary and prove that nothing is lost (about a quarter of an hour)
	$(PYTHON) -m bench.crash

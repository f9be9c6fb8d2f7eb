# Everything starts from a bare Python 3.11+ and make: each target first builds .venv from the hashed lock files.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python

.PHONY: demo test check bench pictures lock clean
.DEFAULT_GOAL := help

help: ## what can be done here
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(VENV)/run.stamp: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("telcolink needs Python 3.11 or newer; set PYTHON=...") if sys.version_info < (3, 11) else None'
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@echo "Installing what telcolink needs (once) ..."
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("telcolink needs Python 3.11 or newer; set PYTHON=...") if sys.version_info < (3, 11) else None'
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@echo "Installing what the checks need (once) ..."
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@$(RUN) -m pip install --quiet --disable-pip-version-check --no-deps --no-index --no-build-isolation -e .
	@touch $@ $(VENV)/run.stamp

demo: $(VENV)/run.stamp ## talk to the bot as a customer; nothing but loopback
	@$(RUN) -m bot demo $(ARGS)

test: $(VENV)/dev.stamp ## every check: style, types, tests; with Chromium here, the link's page in it too
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy
	@$(RUN) -m pytest -n 2 $(ARGS)

bench: $(VENV)/dev.stamp ## drive the real server with many chats and print the figures
	@$(RUN) -m tests.benchmarks $(ARGS)

pictures: $(VENV)/dev.stamp ## take the README's pictures of the link's page (Debian: chromium fonts-roboto-unhinted)
	@$(RUN) -m tests.browser.pictures

lock: ## pin the newest allowed versions again (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --upgrade pyproject.toml -o requirements.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --upgrade pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt

clean: ## forget everything that can be made again
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

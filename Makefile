# Everything starts from a bare Python 3.11+ and make: each target first builds .venv from the hashed lock files.
PYTHON ?= python3
VENV := .venv
SUPPLY := .supply
RUN := $(VENV)/bin/python
PIP := -m pip install --quiet --disable-pip-version-check
RECENT := $(PYTHON) -c 'import sys; sys.exit("telcolink needs Python 3.11 or newer; set PYTHON=...") if sys.version_info < (3, 11) else None'

# Where `make install` puts the command: a new environment in PREFIX/share, a link to it in PREFIX/bin. The one before
# stays until the next time: a service that runs from it loads some of it only when it is needed.
PREFIX ?= $(HOME)/.local
ENVIRONMENTS := $(PREFIX)/share/telcolink
INSTALLED := $(ENVIRONMENTS)/$(shell date -u +%Y%m%dT%H%M%S)
COMMAND := $(PREFIX)/bin/telcolink

# An environment runs the interpreter that made it, wherever that is: whoever reaches PREFIX must reach it too, or the
# service ends at once (status 203). Whom root installs for is another user; anybody else may be the one who runs it.
WITHIN_REACH = here=$$(readlink -f "$(INSTALLED)"); each=$$(readlink -f "$(INSTALLED)/bin/python"); \
	case "$$each" in "$$here"/*) each=$$here;; esac; \
	while case "$$here/" in "$${each%/}"/*) false;; esac; do \
		test -n "$$(find "$$each" -prune -perm -001)" || { \
			echo "No other user can run this Python, for $$each is closed to them: make install PYTHON=/usr/bin/python3" >&2; \
			test "$$(id -u)" != 0; exit; }; \
		each=$$(dirname "$$each"); \
	done

# Bytecode is kept, whatever the environment says: it is half of what loading the tests takes.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup demo test test-all test-noise coverage house bench profile hostile soak understanding pictures keys install uninstall lock sbom audit licences clean
.DEFAULT_GOAL := help

help: ## what can be done here
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(VENV)/run.stamp: requirements.txt pyproject.toml
	@$(RECENT)
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@echo "Installing what telcolink needs (once) ..."
	@$(RUN) $(PIP) --require-hashes -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt pyproject.toml
	@$(RECENT)
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@echo "Installing what the checks need (once) ..."
	@$(RUN) $(PIP) --require-hashes -r requirements-dev.txt
	@$(RUN) $(PIP) --no-deps --no-index --no-build-isolation -e .
	@touch $@ $(VENV)/run.stamp

setup: $(VENV)/dev.stamp ## all that work on telcolink needs, in .venv
	@echo "Ready. make test runs every check; CONTRIBUTING.md tells the rest."

demo: $(VENV)/run.stamp ## talk to the bot as a customer; nothing but loopback
	@$(RUN) -m bot demo $(ARGS)

test: $(VENV)/dev.stamp ## every check: style, types, tests; with Chromium and PostgreSQL here, in and on these too
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@nice -n 19 $(RUN) -m mypy & types=$$!; $(RUN) -m pytest -n 3 --dist worksteal $(ARGS); tests=$$?; wait $$types && exit $$tests

test-all: $(VENV)/dev.stamp ## the tests on every channel and both databases, on the disk, with many more examples: an hour
	@TMPDIR=/tmp HYPOTHESIS_PROFILE=thorough EVERY_VENUE=1 EVERY_DATABASE=1 CUSTOMERS=1000 $(RUN) -m pytest -n 2 --timeout=1800 $(ARGS)

test-noise: $(VENV)/dev.stamp ## the tests while disk and network take longer at random; NOISE_SEED repeats a run, NOISE_LATE=0.06 is no chance
	@$(RUN) -m pytest -n 2 -p tests.noise $(ARGS)

coverage: $(VENV)/dev.stamp ## which lines and branches the tests reach, and at least 95 % of each layer
	@$(RUN) -m coverage erase
	@$(RUN) -m coverage run -m pytest -n 2 --ignore=tests/browser $(ARGS)
	@$(RUN) -m coverage combine --quiet
	@$(RUN) -m coverage report --fail-under=0 --skip-covered --show-missing
	@for layer in conversations storage bot; do \
		printf '%s: ' $$layer; $(RUN) -m coverage report --include="$$layer/*" --format=total --precision=1; \
	done
	@for layer in conversations storage bot; do \
		$(RUN) -m coverage report --include="$$layer/*" --format=total >/dev/null || exit 1; \
	done

house: ## count rooms, arrows, names that stand twice, and where channels are named
	@$(PYTHON) -m tests.house $(ARGS)

bench: $(VENV)/dev.stamp ## telcolink against the floor and a peer, each promise held or not; LONG=1 takes an hour
	@$(RUN) -m tests.benchmarks $(if $(LONG),--long) $(ARGS)

profile: $(VENV)/dev.stamp ## where the time of a message goes, by the parts of the house
	@$(RUN) -m tests.benchmarks.profiling $(ARGS)

hostile: $(VENV)/dev.stamp ## forged, hostile and half-open requests by the 100,000 (ARGS="--number 5000"): none served, others answered
	@$(RUN) -m tests.hostile $(ARGS)

soak: $(VENV)/dev.stamp ## 40 minutes under load with planned faults, watched by a real Prometheus (ARGS=--short to try it)
	@$(RUN) -m tests.soak $(ARGS)

understanding: $(VENV)/dev.stamp ## score what people write, and list what is missed
	@$(RUN) -m tests.understanding

pictures: $(VENV)/dev.stamp ## take the pictures of pages, of answers in a chat and of the demo (Debian: chromium fonts-roboto-unhinted)
	@$(RUN) -m tests.browser.pictures

keys: $(VENV)/dev.stamp ## write the type of the sentences' keys anew, after the wording files have changed
	@$(RUN) -m tests.keys

install: ## telcolink as a command of yours, apart from this checkout (PREFIX=~/.local)
	@$(RECENT)
	@case "$(PREFIX)" in /*) ;; *) echo "PREFIX must begin with a slash, such as /opt" >&2; exit 1;; esac
	@echo "Installing telcolink into $(INSTALLED) ..."
	@umask 022; mkdir -p "$(PREFIX)/bin" "$(ENVIRONMENTS)"
	@$(PYTHON) -m venv --clear "$(INSTALLED)"
	@( $(WITHIN_REACH) ) || { rm -rf "$(INSTALLED)"; exit 1; }
	@"$(INSTALLED)/bin/python" $(PIP) --require-hashes -r requirements.txt
	@sed -n '/^setuptools==/,/# via/p' requirements-dev.txt | "$(INSTALLED)/bin/python" $(PIP) --require-hashes -r /dev/stdin
	@rm -rf build
	@"$(INSTALLED)/bin/python" $(PIP) --no-deps --no-index --no-build-isolation .
	@rm -rf build
	@chmod -R go+rX "$(INSTALLED)"  # whoever runs the service is another user, whatever root's umask
	@before=$$(readlink "$(COMMAND)"); ln -sf "$(INSTALLED)/bin/telcolink" "$(COMMAND)"; \
	for each in "$(ENVIRONMENTS)"/*/pyvenv.cfg; do \
		case "$${each%/pyvenv.cfg}" in "$(INSTALLED)" | "$${before%/bin/telcolink}") ;; *) rm -rf "$${each%/pyvenv.cfg}";; esac; \
	done
	@"$(COMMAND)" --version
	@case ":$$PATH:" in *":$(PREFIX)/bin:"*) ;; *) echo 'Not yet on your PATH: export PATH="$(PREFIX)/bin:$$PATH"';; esac

uninstall: ## take away what `make install` put there; databases and settings stay
	@case "$$(readlink "$(COMMAND)")" in "$(ENVIRONMENTS)"/*) rm "$(COMMAND)";; esac
	@for each in "$(ENVIRONMENTS)/pyvenv.cfg" "$(ENVIRONMENTS)"/*/pyvenv.cfg; do \
		if test -f "$$each"; then rm -rf "$${each%/pyvenv.cfg}"; fi; \
	done
	@rmdir "$(ENVIRONMENTS)" 2>/dev/null || true

lock: ## pin the newest allowed versions again (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --upgrade pyproject.toml -o requirements.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --upgrade pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --upgrade --group supply -o requirements-supply.txt

# What runs, and beside it what looks at it: each in an environment of its own, for the dev tools are no part of a release.
$(SUPPLY)/stamp: requirements.txt requirements-supply.txt
	@$(RECENT)
	@echo "Installing what looks at the dependencies (once) ..."
	@$(PYTHON) -m venv --clear $(SUPPLY)/run
	@$(SUPPLY)/run/bin/python $(PIP) --require-hashes -r requirements.txt
	@$(PYTHON) -m venv --clear $(SUPPLY)/tools
	@$(SUPPLY)/tools/bin/python $(PIP) --require-hashes -r requirements-supply.txt
	@touch $@

sbom: $(SUPPLY)/stamp ## what a release is made of, with licences, as CycloneDX in sbom.cdx.json
	@$(SUPPLY)/tools/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --of JSON -o sbom.cdx.json $(SUPPLY)/run/bin/python

audit: $(SUPPLY)/stamp ## known vulnerabilities of what runs, by PyPI's advisories (needs the Internet)
	@$(SUPPLY)/tools/bin/pip-audit --strict --require-hashes --disable-pip -r requirements.txt

licences: $(SUPPLY)/stamp ## list the licences of what runs anew, in docs/licences.md
	@{ sed -n '1,/^$$/p' docs/licences.md; \
		$(SUPPLY)/tools/bin/pip-licenses --python $(SUPPLY)/run/bin/python --format=markdown --with-urls; } > docs/licences.new
	@mv docs/licences.new docs/licences.md

clean: ## forget everything that can be made again
	rm -rf $(VENV) $(SUPPLY) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage .coverage.*

# Everything a checkout needs: git, make and Python 3.11 or newer. `make` alone lists the targets.
# It is written for GNU make 3.81, which macOS still ships.

.DEFAULT_GOAL := help
.PHONY: help serve test check lint format lock clean explorer conformance e2e tools released kills flips writers histories plans requests properties \
	attack evaluation
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

# The candidates are run rather than looked up: a pyenv shim is found on PATH for versions that it does not have.
PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3; do \
	if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
	then echo "$$python"; break; fi; done)

help: ## List the targets
	@printf 'Orgánica: the register of how public bodies are organised.\n\n'
	@grep -E '^[a-z0-9]+:.*## ' Makefile | sed -E 's/^([a-z0-9]+):.*## /\1|/' | while IFS='|' read -r target text; do \
		printf '  make %-11s %s\n' "$$target" "$$text"; done
	@printf '\nVariables: HOST, PORT, ORGANICA_DATABASE_URL (serve); ORGANICA_TEST_POSTGRES_URL, ARGS (test); PYTHON.\n'

# Served for this machine alone, its own address is the public one: identifiers, lines to copy and oEmbed need one.
serve: $(VENV)/.run ## Migrate the database, enact the seeds and serve on 127.0.0.1:8000
	@mkdir -p var
	@HOST="$${HOST:-127.0.0.1}"; PORT="$${PORT:-8000}"; own=; \
	case "$$HOST" in 127.0.0.1|localhost) own="http://$$HOST:$$PORT" ;; esac; \
	HOST="$$HOST" PORT="$$PORT" ORGANICA_PUBLIC_URL="$${ORGANICA_PUBLIC_URL-$$own}" \
	ORGANICA_DATABASE_URL="$${ORGANICA_DATABASE_URL:-sqlite+aiosqlite:///var/organica.sqlite}" \
	exec $(BIN)/organica serve --migrate --load

# Two workers share one PostgreSQL, and the one that is done takes of the other's; ARGS="-n 0" runs the tests in
# one process, which a debugger needs.
test: $(VENV)/.develop ## Run the tests on SQLite and PostgreSQL (ARGS="-k tree" passes options to pytest)
	@$(BIN)/python -m pytest -n 2 --dist worksteal $(ARGS)

check: lint test ## Run all that CI runs: lint, test, conformance and e2e where Node.js is
	@$(BIN)/python -m conformance.run --where-possible
	@$(BIN)/python -m e2e.run --where-possible

conformance: $(VENV)/.run ## Run clients that others wrote against a served instance (needs Node.js and npm)
	@$(BIN)/python -m conformance.run

e2e: $(VENV)/.develop ## Look at the embedded pages with Chromium, Firefox and WebKit (needs Node.js and npm)
	@$(BIN)/python -m e2e.run $(ARGS)

tools: ## Install browsers and LibreOffice for conformance and e2e (Debian, Ubuntu; else it says how)
	@sh e2e/install.sh

released: $(VENV)/.run ## Take the contracts as those of a release (ARGS=0.1.0), when it is made and not before
	@$(BIN)/python -m tests.released.renew $(ARGS)

# What a campaign has done is in var/campaigns/; one that was stopped goes on, ARGS="--seed 2" makes other choices.
kills: $(VENV)/.develop ## Kill writers 1,000 times on each engine: nothing acknowledged may be lost
	@$(BIN)/python -m tests.campaigns.kills $(ARGS)

flips: $(VENV)/.develop ## Flip 1,000 bits of entries on each engine: verify must find every one
	@$(BIN)/python -m tests.campaigns.flips $(ARGS)

writers: $(VENV)/.develop ## Let ten writers enact for a minute: the ledger must explain what they saw
	@$(BIN)/python -m tests.campaigns.writers $(ARGS)

histories: $(VENV)/.develop ## Enact 2,000 random histories on both engines: each is as the law says
	@$(BIN)/python -m tests.campaigns.histories $(ARGS)

properties: $(VENV)/.develop ## Try 3,000 new examples on every property that the tests claim (the tests try the same 100)
	@$(BIN)/python -m pytest -n 2 --dist worksteal -m hypothesis --hypothesis-profile search $(ARGS)

evaluation: $(VENV)/.develop ## Score the reader on documents of your own (ARGS="--documents FOLDER --misses")
	@$(BIN)/python -m tests.campaigns.evaluation $(ARGS)

plans: $(VENV)/.develop ## Plan 1,200 texts that known acts made: the plans recover the acts
	@$(BIN)/python -m tests.campaigns.plans $(ARGS)

requests: $(VENV)/.develop ## Send 50,000 requests made of the contracts, good and bad: no answer breaks one
	@$(BIN)/python -m tests.campaigns.requests $(ARGS)

attack: $(VENV)/.develop ## Measure a client beside 50 connections that attack, and beside 50 that do not
	@$(BIN)/python -m tests.campaigns.attack $(ARGS)

lint: $(VENV)/.develop ## Check style, types and the direction of imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(VENV)/.develop ## Rewrite the code in the common style
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# GraphiQL comes from npm, pinned by hash, and is never committed; without it our own small page is served.
explorer: $(VENV)/.run ## Install GraphiQL for /explorer into var/explorer (needs npm)
	@$(BIN)/python -m api.explorer.install "$${ORGANICA_EXPLORER_FOLDER:-var/explorer}"

# One lock serves every platform and Python from 3.11 on. It holds hashes instead of addresses, so that it
# installs from any index that offers the same files. develop.in constrains itself to run.txt, hence the order.
# Versions stay as they are unless an .in file forces a change; ARGS=--upgrade moves them.
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header $(ARGS)

lock: $(VENV)/.develop ## Lock requirements/*.in anew, with hashes (ARGS=--upgrade for newer versions)
	$(LOCK) requirements/run.in --output-file requirements/run.txt
	$(LOCK) requirements/develop.in --output-file requirements/develop.txt
	$(LOCK) requirements/clients.in --output-file requirements/clients.txt

clean: ## Remove the environment and the caches; the database in var/ stays
	rm -rf $(VENV) conformance/node_modules conformance/.venv e2e/node_modules .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment is made once. The .pth file makes the checkout importable, because Orgánica is no installed
# package: no distribution may own `api`, `schema` or `db`. The .pth path is relative to site-packages.
$(VENV)/.made:
	@if [ -z "$(PYTHON)" ]; then \
		echo 'Falta Python 3.11 o superior: instálelo o indíquelo con make PYTHON=/ruta/a/python3.11' >&2; \
		echo 'Python 3.11 or newer is missing: install it or name it with make PYTHON=/path/to/python3.11' >&2; \
		exit 1; fi
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo '$(PYTHON) no es Python 3.11 o superior. / $(PYTHON) is not Python 3.11 or newer.' >&2; \
		exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
		package="$$("$(PYTHON)" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"; \
		echo "Falta el módulo venv de Python. En Debian o Ubuntu: sudo apt install $$package" >&2; \
		echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt install $$package" >&2; \
		exit 1; }
	"$(PYTHON)" -m venv --clear $(VENV)
	@echo ../../../.. > "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/organica.pth"
	@touch $@

# The launcher follows symbolic links to itself, one by one: not every readlink knows -f. Its -P keeps the folder
# that it is called from out of the import path.
$(BIN)/organica: Makefile $(VENV)/.made
	@printf '%s\n' '#!/bin/sh' 'self="$$0"' \
		'while [ -L "$$self" ]; do' \
		'  link="$$(readlink "$$self")"' \
		'  case "$$link" in /*) self="$$link" ;; *) self="$$(dirname "$$self")/$$link" ;; esac' \
		'done' \
		'run="import sys; from api.command_line import main; sys.argv[0] = \"organica\"; sys.exit(main())"' \
		'exec "$$(dirname "$$self")/python" -P -c "$$run" "$$@"' > $@.new
	@chmod +x $@.new
	@mv $@.new $@

PIP_INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

$(VENV)/.run: $(VENV)/.made requirements/run.txt | $(BIN)/organica
	$(PIP_INSTALL) --requirement requirements/run.txt
	@touch $@

# What is installed for developing contains what running needs, so it counts for both.
$(VENV)/.develop: $(VENV)/.made requirements/run.txt requirements/develop.txt | $(BIN)/organica
	$(PIP_INSTALL) --requirement requirements/develop.txt
	@touch $(VENV)/.run $@

# Everything is started from here. `make help` lists the targets; none needs a step before it.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# A recipe is one script; what one step writes another reads, so steps keep their order even under `make -j`.
.ONESHELL:
.NOTPARALLEL:

# How many compilers run at once: each may take a gigabyte of memory.
JOBS ?= 2
# `make run PROFILE=release` builds what would be published.
PROFILE ?= dev

ifeq ($(PROFILE),dev)
BUILT := target/debug
else
BUILT := target/$(PROFILE)
endif

# To build the window (WebKit, tray), to drive it without a screen, to draw every script, to read compressed logs,
# to check what desktops and manuals are told.
SYSTEM_PACKAGES := gcc libc6-dev pkg-config libwebkit2gtk-4.1-dev libayatana-appindicator3-dev \
  webkit2gtk-driver xvfb xauth dbus imagemagick fonts-wqy-microhei fonts-noto-core zstd \
  desktop-file-utils appstream groff-base
BENCH_PACKAGES := mawk python3-venv
# To draw icons, make packages, check them, and try them on a clean system.
PACKAGE_PACKAGES := librsvg2-bin dpkg-dev binutils rpm lintian zsh fish debootstrap x11-utils

# The same for every step, or cargo would build the dependencies again with other features.
EVERYTHING := --workspace --features tollbook-tests/window --jobs $(JOBS)
BUILD := cargo build --workspace --profile $(PROFILE) --jobs $(JOBS)
INSTALLED_UI := ui/node_modules/.package-lock.json
BENCH_PYTHON := target/bench/venv/bin/python

# npm and its tools neither ask nor watch.
export CI := 1
export CARGO_TERM_PROGRESS_WHEN := never
# The parts of the build find each other in ./target, wherever the shell would have put it.
export CARGO_TARGET_DIR := $(CURDIR)/target

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: setup
setup: system-packages $(INSTALLED_UI) ## Install what is missing: system packages, npm packages

.PHONY: run
run: setup ui/dist ## Build and open the window; without a display, save a picture of every screen
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then
	  $(BUILD) --bin tollbook-desktop --bin tollbook
	  exec $(BUILT)/tollbook-desktop
	fi
	echo 'There is no display: taking a picture of every screen on a virtual one.'
	$(BUILD) --bin tollbook-desktop --bin tollbook --bin screens
	$(BUILT)/screens

.PHONY: screens
screens: setup ui/dist ## Save a picture of every screen under target/screens
	@$(BUILD) --bin tollbook-desktop --bin screens
	$(BUILT)/screens

.PHONY: test
test: setup ## Check everything, as .ci/run does
	@$(MAKE) --no-print-directory test-format test-ui test-rust test-package </dev/null
	echo 'Everything that checks the project passed.'

.PHONY: bench
bench: bench-packages $(BENCH_PYTHON) ui/dist ## Measure against DuckDB, mawk and an empty window
	@cargo build --workspace --release --jobs $(JOBS) --bin tollbook --bin tollbook-desktop --bin bench \
	  --example generate_access_log --example empty_window
	BENCH_PYTHON=$(BENCH_PYTHON) target/release/bench $(ONLY)

.PHONY: package
package: package-packages target/clean-root.tar ui/dist ## Make a .deb and a .rpm under target/package, and try the .deb on a clean system
	@export JOBS=$(JOBS)
	for step in build stage deb rpm check-packages; do src-tauri/package/$$step.sh; done
	$(find_root)
	$$as_root src-tauri/package/try.sh
	(cd target/package && sha256sum *.deb *.rpm | tee SHA256SUMS && du --human-readable --apparent-size *.deb *.rpm)

# --- Parts of the above ---

.PHONY: system-packages
system-packages:
	@$(call install_packages,$(SYSTEM_PACKAGES))

.PHONY: bench-packages
bench-packages: setup
	@$(call install_packages,$(BENCH_PACKAGES))

.PHONY: package-packages
package-packages: setup
	@$(call install_packages,$(PACKAGE_PACKAGES))

# A system as it was just installed, and what the package needs on it: fetched once, so that later trials work offline.
target/clean-root.tar: | package-packages
	@$(find_root)
	$$as_root src-tauri/package/clean-root.sh

# How to act as the administrator.
define find_root
as_root=env
if [ "$$(id -u)" != 0 ]; then
  command -v sudo >/dev/null || { echo "Neither root nor sudo: ask an administrator to run  $${missing:+apt-get install$$missing, then }make $@" >&2; exit 1; }
  as_root='sudo env'
fi
endef

# Installs only what dpkg does not have, so that a second call needs neither the network nor a password.
define install_packages
command -v dpkg-query >/dev/null || { echo 'This is not a Debian-family machine. Install by hand what stands in for: $(1)' >&2; exit 1; }
missing=
for package in $(1); do
  [ "$$(dpkg-query --show --showformat='$${db:Status-Status}' "$$package" 2>/dev/null)" = installed ] || missing="$$missing $$package"
done
[ -n "$$missing" ] || exit 0
$(find_root)
echo "Installing$$missing"
$$as_root DEBIAN_FRONTEND=noninteractive apt-get update --quiet
$$as_root DEBIAN_FRONTEND=noninteractive apt-get install --quiet --yes --no-install-recommends $$missing
endef

# npm writes this file last, so it stands for the whole folder.
$(INSTALLED_UI): ui/package-lock.json
	cd ui && npm ci --no-audit --no-fund && touch node_modules/.package-lock.json

# Always built anew: it takes seconds, and cargo embeds what lies there.
.PHONY: ui/dist
ui/dist: $(INSTALLED_UI)
	@cd ui && npm run build

.PHONY: test-format
test-format:
	@cargo fmt --all --check

.PHONY: test-ui
test-ui: $(INSTALLED_UI)
	@cd ui && npm run check && npm test

# `billing` is also checked alone: in the workspace another crate could lend it a feature, such as the clock of chrono.
# All targets are built before any test, because tests start the programs.
# Tests write the bindings, so a change shows that somebody forgot to commit them.
.PHONY: test-rust
test-rust: ui/dist
	@cargo clippy $(EVERYTHING) --all-targets -- --deny warnings
	cargo check --package billing --jobs $(JOBS)
	cargo build $(EVERYTHING) --all-targets
	bindings() { find ui/src/ipc/generated ui/src/ipc/replies -type f -print0 2>/dev/null | sort -z | xargs -0r sha256sum; }
	before="$$(bindings)"
	cargo test $(EVERYTHING) --no-fail-fast
	diff <(echo "$$before") <(bindings) || { echo 'The bindings in ui/src/ipc were out of date. They are rewritten now: commit them.' >&2; exit 1; }
	if command -v cargo-deny >/dev/null; then cargo deny --offline check bans licenses sources; fi

.PHONY: test-package
test-package:
	@src-tauri/package/check-metadata.sh target/debug/tollbook

$(BENCH_PYTHON): tests/bench/requirements.txt | bench-packages
	@python3 -m venv target/bench/venv
	$(BENCH_PYTHON) -m pip install --quiet --requirement tests/bench/requirements.txt
	touch $(BENCH_PYTHON)

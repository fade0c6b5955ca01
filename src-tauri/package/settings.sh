# What the steps of `make package` agree on; they source it, from the project's root.
# shellcheck shell=bash

set -euo pipefail
# What is written is meant for everybody, in one order and one language.
umask 022
export LC_ALL=C.UTF-8

metadata=src-tauri/package
work=target/packaging
tree=$work/tree
out=target/package
built=target/published

version=$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' Cargo.toml)
# Every date in a package is that of the commit, so that the same commit gives the same bytes.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || date --date="$(sed -n 's/^ -- .*>  //p' $metadata/changelog)" +%s)
export SOURCE_DATE_EPOCH

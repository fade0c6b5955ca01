#!/usr/bin/env bash
# Builds both programs so that they know no folder of this machine.
. src-tauri/package/settings.sh

# Nothing here writes a date into a program, and cargo would build C code anew for every commit.
unset SOURCE_DATE_EPOCH
cargo fetch --locked
flags=("--remap-path-prefix=$PWD=/tollbook")
c_flags="-ffile-prefix-map=$PWD=/tollbook"
for crates in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
  flags+=("--remap-path-prefix=$crates=/crates")
  c_flags+=" -ffile-prefix-map=$crates=/crates"
done
flags+=("--remap-path-prefix=$(rustc --print sysroot)=/rust")
# Cargo wants them separated by a byte that stands in no path.
CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f'; echo "${flags[*]}")
export CARGO_ENCODED_RUSTFLAGS CFLAGS=$c_flags

exec cargo build --locked --profile published --jobs "${JOBS:-2}" --bin tollbook --bin tollbook-desktop \
  --package tollbook-cli --package tollbook-desktop --features tollbook-desktop/published

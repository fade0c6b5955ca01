#!/usr/bin/env bash
# describe.sh PROGRAM FOLDER: the manual and the completions, written by the command line itself, as in /usr/share.
. src-tauri/package/settings.sh
program=$1 folder=$2

mkdir -p "$folder/man/man1" "$folder/bash-completion/completions" "$folder/zsh/site-functions" "$folder/fish/vendor_completions.d"
"$program" man --folder "$folder/man/man1"
sed "s/@version@/$version/" $metadata/tollbook-desktop.1 >"$folder/man/man1/tollbook-desktop.1"
"$program" completions bash >"$folder/bash-completion/completions/tollbook"
"$program" completions zsh >"$folder/zsh/site-functions/_tollbook"
"$program" completions fish >"$folder/fish/vendor_completions.d/tollbook.fish"

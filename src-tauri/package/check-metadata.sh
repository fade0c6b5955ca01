#!/usr/bin/env bash
# check-metadata.sh PROGRAM: whether what desktops, software centres and shells read is what they expect.
. src-tauri/package/settings.sh

desktop-file-validate --no-hints $metadata/tollbook-desktop.desktop
appstreamcli validate --no-net --strict $metadata/app.tollbook.desktop.metainfo.xml

folder=$(mktemp --directory)
trap 'rm -r "$folder"' EXIT
$metadata/describe.sh "$1" "$folder"
for page in "$folder"/man/man1/*.1; do
  warnings=$(groff -K utf8 -man -ww -T utf8 -z "$page" 2>&1)
  [ -z "$warnings" ] || { echo "$(basename "$page") does not read as a manual page: $warnings" >&2; exit 1; }
done
bash -n "$folder/bash-completion/completions/tollbook"
# These shells are there when packages are built; testing alone does not install them.
if command -v zsh >/dev/null; then zsh -n "$folder/zsh/site-functions/_tollbook"; fi
if command -v fish >/dev/null; then fish --no-execute "$folder/fish/vendor_completions.d/tollbook.fish"; fi

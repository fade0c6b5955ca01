#!/usr/bin/env bash
# Whether both packages are what they should be: programs that tell nothing of this machine, files in their places.
. src-tauri/package/settings.sh

fail() { echo "package: $*" >&2; exit 1; }
deb=$(echo $out/*.deb) rpm=$(echo $out/*.rpm)

for program in tollbook tollbook-desktop; do
  path=$tree/usr/bin/$program
  for folder in "$PWD" "$HOME" "${CARGO_HOME:-$HOME/.cargo}" "$(rustc --print sysroot)"; do
    told=$(strings --all "$path" | grep --fixed-strings "$folder" | head -3 || true)
    [ -z "$told" ] || fail "$program tells a folder of this machine: $told"
  done
  [ -z "$(nm "$path" 2>/dev/null)" ] || fail "$program is not stripped"
done

$metadata/check-metadata.sh $tree/usr/bin/tollbook
for size in 16 24 32 48 64 128 256 512; do
  icon=$tree/usr/share/icons/hicolor/${size}x$size/apps/tollbook.png
  [ "$(identify -format '%wx%h' "$icon")" = "${size}x$size" ] || fail "$icon has another size"
done

lintian --fail-on error,warning --tag-display-limit 0 "$deb"
rpm --checksig --nosignature "$rpm"
files() { grep --invert-match '/$' | sed 's#^\./#/#; s#/vendor-completions/#/site-functions/#' | grep --extended-regexp --invert-match '^/usr/share/(doc|licenses)/' | sort; }
diff <(dpkg-deb --fsys-tarfile "$deb" | tar --list | files) <(rpm --query --package --list "$rpm" | files) ||
  fail 'the packages hold different files'

#!/usr/bin/env bash
# Keeps a system as it was just installed, with the packages that Tollbook needs fetched but not installed, so that a
# package can be tried on it without the network. Needs root.
. src-tauri/package/settings.sh

kept=target/clean-root.tar
[ ! -e $kept ] || exit 0
. /etc/os-release
root=target/clean-root
rm -rf --one-file-system $root
debootstrap --variant=minbase "${VERSION_CODENAME:?this system has no code name}" $root >target/clean-root.log 2>&1 ||
  { tail target/clean-root.log >&2; exit 1; }
# The trial asks dpkg what it needs; the window is driven to read what it shows.
chroot $root env DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --yes --no-install-recommends --download-only \
  libwebkit2gtk-4.1-0 libgtk-3-0 libayatana-appindicator3-1 webkit2gtk-driver >>target/clean-root.log 2>&1
tar --create --file=$kept.part --directory=$root .
rm -rf --one-file-system $root
mv $kept.part $kept

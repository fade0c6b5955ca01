#!/usr/bin/env bash
# Lays out what both packages hold, as it will lie on the machine, under target/packaging/tree.
. src-tauri/package/settings.sh

rm -rf $work $out
mkdir -p $tree $out
put() { install -D --mode="$1" "$2" "$tree/$3"; }

put 755 $built/tollbook usr/bin/tollbook
put 755 $built/tollbook-desktop usr/bin/tollbook-desktop
put 644 $metadata/tollbook-desktop.desktop usr/share/applications/tollbook-desktop.desktop
put 644 $metadata/app.tollbook.desktop.metainfo.xml usr/share/metainfo/app.tollbook.desktop.metainfo.xml

put 644 src-tauri/icons/tollbook.svg usr/share/icons/hicolor/scalable/apps/tollbook.svg
for size in 16 24 32 48 64 128 256 512; do
  case $size in
    16 | 32) drawing=tollbook-16 ;;
    24) drawing=tollbook-24 ;;
    *) drawing=tollbook ;;
  esac
  folder=$tree/usr/share/icons/hicolor/${size}x$size/apps
  mkdir -p "$folder"
  rsvg-convert --width=$size --height=$size src-tauri/icons/$drawing.svg --output="$folder/tollbook.png"
done

$metadata/describe.sh $built/tollbook $tree/usr/share
gzip --best --no-name $tree/usr/share/man/man1/*

node $metadata/third-party.mjs | gzip --best --no-name >$work/third-party.txt.gz

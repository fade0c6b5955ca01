#!/usr/bin/env bash
# Makes the .deb of the tree.
. src-tauri/package/settings.sh

root=$work/deb
architecture=$(dpkg --print-architecture)
doc=$root/usr/share/doc/tollbook
cp --archive $tree $root
# Debian leaves site-functions to the administrator.
mv $root/usr/share/zsh/site-functions $root/usr/share/zsh/vendor-completions
install -D --mode=644 $metadata/copyright $doc/copyright
install --mode=644 $work/third-party.txt.gz $doc/third-party.txt.gz
gzip --best --no-name <$metadata/changelog >$doc/changelog.gz

# Which libraries the programs need, and since which version. It wants to stand in a source package.
mkdir -p $work/libraries/debian
printf 'Source: tollbook\n\nPackage: tollbook\nArchitecture: any\n' >$work/libraries/debian/control
libraries=$(cd $work/libraries && dpkg-shlibdeps -O -e../deb/usr/bin/tollbook -e../deb/usr/bin/tollbook-desktop)

mkdir $root/DEBIAN
sed --expression="s/@version@/$version/" --expression="s/@architecture@/$architecture/" \
  --expression="s/@size@/$(du --apparent-size --summarize --block-size=1K $root/usr | cut --fields=1)/" \
  --expression="s/@libraries@/${libraries#shlibs:Depends=}/" $metadata/control >$root/DEBIAN/control
(cd $root && find usr -type f -print0 | sort --zero-terminated | xargs --null md5sum >DEBIAN/md5sums)
chmod 644 $root/DEBIAN/*
find $root -print0 | xargs --null touch --no-dereference --date="@$SOURCE_DATE_EPOCH"
dpkg-deb -Zxz --root-owner-group --build $root "$out/tollbook_${version}_$architecture.deb" >/dev/null

#!/usr/bin/env bash
# Makes the .rpm of the tree.
. src-tauri/package/settings.sh

root=$PWD/$work/rpm-tree
cp --archive $tree "$root"
install -D --mode=644 $metadata/copyright "$root/usr/share/licenses/tollbook/copyright"
install --mode=644 $work/third-party.txt.gz "$root/usr/share/licenses/tollbook/third-party.txt.gz"
rpmbuild -bb --quiet --define "_topdir $PWD/$work/rpm" --define "_rpmdir $PWD/$out" --define '_rpmfilename %{name}-%{version}-%{release}.%{arch}.rpm' \
  --define "tollbook_version $version" --define "tollbook_tree $root" \
  --define '_buildhost localhost' --define 'use_source_date_epoch_as_buildtime 1' --define 'clamp_mtime_to_source_date_epoch 1' \
  --define '_binary_payload w6.xzdio' $metadata/tollbook.spec

#!/usr/bin/env bash
# Installs the .deb on a clean system, works with both programs there as a customer, and removes it again. Needs root;
# what it mounts is seen by nobody else and gone when it ends.
if [ "${1:-}" != apart ]; then exec unshare --mount "$0" apart; fi
. src-tauri/package/settings.sh

trial=$PWD/target/trial
root=$trial/root
log=$trial/log
session=""
screen=""

say() { echo "package: $*"; }
fail() { echo "package: $*" >&2; exit 1; }
until_true() { # DESCRIPTION COMMAND…: within a minute
  local what=$1 end=$((SECONDS + 60))
  shift
  until "$@"; do
    [ $SECONDS -lt $end ] || fail "$what did not happen; see $log"
    sleep 0.2
  done
}
# A session does not listen to anything weaker.
end_session() {
  if [ -n "$session" ]; then kill -KILL "$session" && wait "$session"; fi 2>/dev/null || true
  session=""
}
trap 'end_session; [ -z "$screen" ] || kill "$screen"' EXIT

inside() { chroot "$@"; }
as_administrator() {
  inside "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}
as_customer() {
  inside --userspec=customer:customer "$root" env -i --chdir="$home" PATH=/usr/bin:/bin LC_ALL=C.UTF-8 HOME="$home" \
    XDG_RUNTIME_DIR="$home/run" DISPLAY=":$display" TAURI_WEBVIEW_AUTOMATION="${driven:-}" "$@"
}
# With processes of its own, so that ending it ends all of them.
in_a_session() {
  export root home display driven
  export -f inside as_customer
  exec unshare --mount --pid --fork --kill-child bash -c \
    'mount -t proc proc "$root/proc"; as_customer dbus-run-session -- "$@"' session "$@"
}
install_quietly() {
  as_administrator apt-get install --quiet=2 --yes --no-install-recommends "$@" >>"$log" 2>&1 ||
    { tail -20 "$log" >&2; fail "cannot install $*"; }
}

rm -rf --one-file-system "$trial"
mkdir -p "$root"
tar --extract --file=target/clean-root.tar --directory="$root"
for folder in dev sys proc; do mount --rbind /$folder "$root/$folder"; done
mount --make-rslave "$root/dev" && mount --make-rslave "$root/sys" && mount --make-rslave "$root/proc"
as_administrator useradd --create-home customer
home=$(as_administrator getent passwd customer | cut --delimiter=: --fields=6)
display=none
as_customer mkdir --mode=700 run

# --- It installs, with all it needs ---
deb=$(basename $out/*.deb)
cp "$out/$deb" "$root/"
install_quietly "/$deb"
rm "$root/$deb"
as_administrator dpkg --verify tollbook
for program in tollbook tollbook-desktop; do
  missing=$(as_administrator ldd /usr/bin/$program | grep 'not found' || true)
  [ -z "$missing" ] || fail "$program lacks $missing"
done
say "$deb is installed, with $(($(grep --count "^Setting up" "$log") - 1)) packages it needs"

# --- The command line works ---
[ "$(as_customer tollbook --version)" = "tollbook $version" ] || fail 'tollbook tells another version'
as_customer tollbook demo >>"$log"
as_customer tollbook status >"$trial/status"
spendable=$(awk '/^spendable now/ { print $3 }' "$trial/status")
[ -n "$spendable" ] || fail 'tollbook status does not tell what can be spent'
say "tollbook status: $(head -1 "$trial/status"), $spendable can be spent"

# --- The window opens by itself ---
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$trial/display" 2>>"$log" &
screen=$!
until_true 'a virtual display' test -s "$trial/display"
display=$(cat "$trial/display")
mkdir -p "$root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"

in_a_session tollbook-desktop >>"$log" 2>&1 &
session=$!
painted() {
  import -display ":$display" -window root "$trial/started.png" && [ "$(identify -format %k "$trial/started.png")" -gt 200 ]
}
until_true 'a painted window' painted
# By this name desktops find the window's entry, and with it the icon.
class=$(sed -n 's/^StartupWMClass=//p' $metadata/tollbook-desktop.desktop)
xwininfo -display ":$display" -root -tree | grep --quiet "(\"$class\" " || fail "no window is called $class, as the desktop entry says"
say "tollbook-desktop opened its window: target/trial/started.png"
end_session

# --- It shows the same books as the command line ---
install_quietly webkit2gtk-driver
port=$(node --eval 'const server = require("net").createServer().listen(0, () => { console.log(server.address().port); server.close(); })')
driven=true
in_a_session WebKitWebDriver --port="$port" >>"$log" 2>&1 &
session=$!
node $metadata/read-window.mjs "$port" "$spendable" "$trial/today.png"
say "the window shows the same amount: target/trial/today.png"
end_session

# --- It leaves, and what the customer wrote stays ---
as_administrator apt-get purge --quiet=2 --yes tollbook >>"$log" 2>&1
left=$(find "$root" -xdev -iname '*tollbook*' -not -path "$root$home/*" -not -path "$root/var/log/*" -printf '/%P\n')
[ -z "$left" ] || fail "removal left $left"
[ -s "$root$home/.local/share/tollbook/books.db" ] || fail 'removal took the books'
say 'removed; nothing is left but the books of the customer'

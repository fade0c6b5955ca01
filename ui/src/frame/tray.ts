/** What the tray says: the time to harm that comes first, and a menu of the first three. It names no amounts. */
import { showTray, showWindow } from "../ipc/desk";
import { say } from "../messages/say";
import { dashed } from "../parts/dashed";
import { harmWhen } from "../parts/harm";
import { accounts } from "../state/accounts.svelte";
import { clock } from "../state/clock.svelte";
import { place } from "../state/place.svelte";
import { preferences } from "../state/preferences.svelte";
import { session } from "../state/session.svelte";
import type { MenuEntry } from "../ipc/generated/MenuEntry";
import type { NextHarm } from "../ipc/generated/NextHarm";
import { entry, line } from "./menu";

/** Tells what comes first in all accounts, as the screen Accounts does. */
export async function tellTray(): Promise<void> {
  const told = trayOf(accounts.firsts, clock.now);
  await showTray(told.title, told.entries);
}

/** What the tray says of these harms, which stand in the order they come. */
export function trayOf(firsts: readonly NextHarm[], now: number): { title: string; entries: MenuEntry[] } {
  const [first] = firsts;
  const shown = firsts.map((one, index) => entry(`harm:${one.account.id}:${index}`, harmWords(one, now)));
  return {
    title: first ? titleOf(first, now) : say("tray-calm"),
    entries: [
      ...(shown.length > 0 ? shown : [{ ...entry("calm", say("tray-calm")), enabled: false }]),
      line(),
      entry("window:open", say("tray-open")),
      entry("tray:refresh", say("tray-refresh")),
      { ...entry("tray:hide", say("hide-amounts")), checked: preferences.amountsHidden },
      line(),
      entry("window:quit", say("key-quit")),
    ],
  };
}

/** Does what was chosen in the tray; whether that was one of its entries. */
export function chooseInTray(id: string): boolean {
  const [kind, name] = id.split(":");
  if (kind === "harm") {
    const account = session.startup?.accounts.find((one) => one.id === name);
    if (account && account.id !== session.account?.id) session.open(account);
    place.go("today");
    void showWindow();
  } else if (id === "tray:refresh") void session.catchUp().then(() => accounts.load());
  else if (id === "tray:hide") preferences.toggleAmounts();
  else return false;
  return true;
}

function titleOf(first: NextHarm, now: number): string {
  const when = harmWhen(first, now);
  return when === undefined ? first.account.name : say("tray-title", { when, account: first.account.name });
}

function harmWords(one: NextHarm, now: number): string {
  const [account, what, when] = [one.account.name, say(`tray-${dashed(one.harm.kind)}`), harmWhen(one, now)];
  return when === undefined ? say("tray-harm-undated", { account, what }) : say("tray-harm", { account, what, when });
}

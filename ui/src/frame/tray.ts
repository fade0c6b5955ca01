/** What the tray says: the time to harm that comes first, and a menu of the first three. It names no amounts. */
import { showTray, showWindow } from "../ipc/desk";
import { say } from "../messages/say";
import { dashed } from "../parts/dashed";
import { relative } from "../parts/format";
import { clock } from "../state/clock.svelte";
import { place } from "../state/place.svelte";
import { preferences } from "../state/preferences.svelte";
import { session } from "../state/session.svelte";
import type { AccountRef } from "../ipc/generated/AccountRef";
import type { MenuEntry } from "../ipc/generated/MenuEntry";
import { readHarms, type Harm } from "./harms";
import { entry, line } from "./menu";

/** More than these nobody reads in a menu. */
const SHOWN = 3;

/** Reads what comes first and tells it. */
export async function tellTray(accounts: readonly AccountRef[]): Promise<void> {
  const harms = await readHarms(accounts);
  const told = trayOf(harms, clock.now);
  await showTray(told.title, told.entries);
}

/** What the tray says of these harms. */
export function trayOf(harms: readonly Harm[], now: number): { title: string; entries: MenuEntry[] } {
  const [first] = harms;
  const shown = harms.slice(0, SHOWN).map((one) => entry(`harm:${one.account.id}`, harmWords(one, now)));
  return {
    title: first ? say("tray-title", { when: whenWords(first, now), account: first.account.name }) : say("tray-calm"),
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
  } else if (id === "tray:refresh") void session.catchUp().then(() => tellTray(session.startup?.accounts ?? []));
  else if (id === "tray:hide") preferences.toggleAmounts();
  else return false;
  return true;
}

function harmWords({ account, harm }: Harm, now: number): string {
  const what = say(`tray-${dashed(harm.kind)}`);
  return say("tray-harm", { account: account.name, what, when: whenWords({ account, harm }, now) });
}

/** How long until then: also what is over is told as now. */
function whenWords({ harm }: Harm, now: number): string {
  return harm.at === null || harm.at <= now ? say("tray-now") : relative(harm.at, now);
}

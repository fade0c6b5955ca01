/**
 * The menu of the window: what the keys do, by name. It is made anew from the table of keys whenever it is opened, so that it
 * cannot say something else, and it has no keys of its own: those it shows are the page's.
 */
import { closeWindow, openMenu, quit } from "../ipc/desk";
import { say } from "../messages/say";
import { place } from "../state/place.svelte";
import { preferences } from "../state/preferences.svelte";
import { session } from "../state/session.svelte";
import { sheets } from "../state/sheets.svelte";
import { status } from "../state/status.svelte";
import type { MenuEntry } from "../ipc/generated/MenuEntry";
import { doingOf } from "./keys";
import { keyTable, strokesOf, type KeyName } from "./keyTable";
import { keysOf, screens } from "./routes";

/** What is switched on and off. */
const ticked: Partial<Record<KeyName, () => boolean>> = {
  hide: () => preferences.amountsHidden,
  fold: () => preferences.railNarrow,
};

/** What no key of ours does. */
const others: Record<string, { says: string; press?: string; run: () => void }> = {
  // The page copies by itself when its key is pressed.
  copy: { says: keyTable.copy.says, press: keyTable.copy.press, run: () => void document.execCommand("copy") },
  account: { says: "account-open-another", run: () => sheets.open({ name: "account" }) },
  about: { says: "menu-about", run: () => status.tell(say("about-line", { version: session.startup?.version ?? "", folder: session.startup?.dataDir ?? "" })) },
};

/** The whole menu, as it stands now. */
export function menuOfWindow(): MenuEntry[] {
  return [
    below("menu-file", [ofKey("import"), other("account"), line(), ofKey("topUp"), ofKey("buy"), line(), ofKey("print"), line(), ofKey("closeWindow"), ofKey("quit")]),
    below("menu-edit", [...["undo", "redo"].filter(isKey).map(ofKey), other("copy"), ofKey("filter"), ofKey("palette")]),
    below("menu-view", [...screens.map(ofScreen), line(), ofKey("larger"), ofKey("smaller"), ofKey("usualSize"), line(), ofKey("hide"), ofKey("fold")]),
    below("menu-help", [ofKey("why"), ofKey("keys"), line(), other("about")]),
  ];
}

/** Opens it below the button that has it. */
export async function openBelow(button: Element | null): Promise<void> {
  const box = button?.getBoundingClientRect();
  const zoom = preferences.zoom / 100;
  const side = document.documentElement.dir === "rtl" ? box?.right : box?.left;
  if (!(await openMenu(menuOfWindow(), (side ?? 0) * zoom, (box?.bottom ?? 0) * zoom))) status.tell(say("menu-none"));
}

/** Does what was chosen in a menu; whether that was one of its entries. */
export function chooseInMenu(id: string): boolean {
  const [kind, name = ""] = id.split(":");
  if (kind === "key" && isKey(name)) doingOf(name)?.();
  else if (kind === "go") place.go(name);
  else if (kind === "do") others[name]?.run();
  else return false;
  return true;
}

/** What the keys of the shell do. */
export const ofShell = { closeWindow: () => void closeWindow(), quit: () => void quit() };

function isKey(name: string): name is KeyName {
  return name in keyTable;
}

function ofKey(name: KeyName): MenuEntry {
  const { says, press } = keyTable[name];
  return { ...entry(`key:${name}`, withKeys(say(says), press)), enabled: doingOf(name) !== undefined, checked: ticked[name]?.() ?? null };
}

function ofScreen(screen: (typeof screens)[number]): MenuEntry {
  return { ...entry(`go:${screen.name}`, withKeys(say(screen.title), keysOf(screen)[0] ?? "")), enabled: sheets.current === undefined };
}

function other(name: string): MenuEntry {
  const { says = "", press = "" } = others[name] ?? {};
  return { ...entry(`do:${name}`, withKeys(say(says), press)), enabled: sheets.current === undefined };
}

function below(says: string, entries: MenuEntry[]): MenuEntry {
  return { ...entry(says, say(says)), entries };
}

/** An entry that can be chosen. */
export function entry(id: string, text: string): MenuEntry {
  return { id, text, enabled: true, checked: null, entries: null };
}

/** A line between entries. */
export function line(): MenuEntry {
  return entry("", "");
}

function withKeys(what: string, press: string): string {
  return press === "" ? what : say("menu-entry", { what, keys: strokesOf(press).join(press.includes(" ") ? " " : "+") });
}

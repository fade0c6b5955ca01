/** The desktop around the window, as the shell knows it; in a plain browser there is none. */
import { asked, isInShell, listening } from "./call";
import type { Desk } from "./generated/Desk";
import type { LinkAnswer } from "./generated/LinkAnswer";
import type { MenuEntry } from "./generated/MenuEntry";

export const NO_DESK: Desk = { tray: false, autostart: null };

export const readDesk = (): Promise<Desk> => asked("desk", {}, NO_DESK);

/** Starts with the desktop, or no longer: whether it does now, or what the system said. */
export async function setAutostart(on: boolean): Promise<{ is: boolean } | { failed: string }> {
  try {
    return { is: await asked<boolean>("set_autostart", { on }) };
  } catch (error: unknown) {
    return { failed: typeof error === "string" ? error : "" };
  }
}

/** Whether closing the window leaves it in the tray; it does only while there is one. */
export const closeToTray = (on: boolean): Promise<boolean> => asked("close_to_tray", { on }, false);

export const showTray = (title: string, entries: MenuEntry[]): Promise<null> => asked("show_tray", { title, entries }, null);

/** Opens a menu of the system below a point of the page: whether it did. */
export const openMenu = (entries: MenuEntry[], x: number, y: number): Promise<boolean> => asked("open_menu", { entries, x, y }, false);

export const showWindow = (): Promise<null> => asked("show_window", {}, null);
export const closeWindow = (): Promise<boolean> => asked("close_window", {}, false);
export const quit = (): Promise<null> => asked("quit", {}, null);

/** Opens the system's own dialog for printing; whether it did. */
export async function printPage(): Promise<boolean> {
  if (isInShell()) return asked("print_page", {}, false);
  print();
  return true;
}

/** Links that were handed over since the last call. */
export const takeLinks = (): Promise<LinkAnswer[]> => asked("take_links", {}, []);

/** Tells that links were handed over. */
export const onLinks = (tell: () => void): (() => void) => listening<unknown>("links", tell);

/** Tells what was chosen in a menu. */
export const onChosen = (tell: (id: string) => void): (() => void) => listening<string>("chosen", tell);

/** Tells that the desktop can do something else now. */
export const onDesk = (tell: () => void): (() => void) => listening<unknown>("desk", tell);

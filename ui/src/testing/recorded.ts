/** For tests: which recorded replies answer, and what the window shows of them. */
import { place } from "../state/place.svelte";
import { units } from "../state/units.svelte";
import type { AccountRef } from "../ipc/generated/AccountRef";
import type { Startup } from "../ipc/generated/Startup";
import startup from "../ipc/replies/start.json";
import startupOfSchool from "../ipc/replies/start.lcic.json";

/** An account to show screens of. */
export const account: AccountRef = (startup as Startup).accounts[0]!;

/** An account of applications, which counts minutes. */
export const school: AccountRef = (startupOfSchool as Startup).accounts[0]!;

/** Replies recorded for this case come before the usual ones. */
export function answerAs(...cases: string[]): void {
  const query = cases.map((one) => `case=${one}`).join("&");
  history.replaceState(null, "", query ? `/?${query}` : "/");
}

/** A window that has just opened this account, on this screen. */
export function openedOn(address: string, opened = account): void {
  units.of(opened);
  place.go(...splitAddress(address));
}

function splitAddress(address: string): [string, Record<string, string>] {
  const [screen = "", query = ""] = address.split("?");
  return [screen, Object.fromEntries(new URLSearchParams(query))];
}

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { replyTo } from "../ipc/recorded";
import { session } from "../state/session.svelte";
import { place } from "../state/place.svelte";
import { sheets } from "../state/sheets.svelte";
import { status } from "../state/status.svelte";
import type { AccountRef } from "../ipc/generated/AccountRef";
import type { AccountsView } from "../ipc/generated/AccountsView";
import type { MenuEntry } from "../ipc/generated/MenuEntry";
import type { NextHarm } from "../ipc/generated/NextHarm";
import type { PackagesView } from "../ipc/generated/PackagesView";
import type { Startup } from "../ipc/generated/Startup";
import { bindKeys, key } from "./keys";
import { keyTable } from "./keyTable";
import { follow } from "./links";
import { chooseInMenu, menuOfWindow } from "./menu";
import { trayOf } from "./tray";

let account: AccountRef;

beforeEach(async () => {
  const reply = await replyTo<Startup>("start");
  if (!reply.ok) throw new Error("no start is recorded");
  session.startup = reply.value;
  account = reply.value.accounts[0]!;
  session.open(account);
  sheets.close();
  status.tell("");
});

afterEach(() => sheets.close());

const link = (name: string, sheet: boolean, params: Record<string, string> = {}, of: string | null = null) => follow({ opens: { account: of, sheet, name, params } });

test("a link fills the sheet in and says that nothing is paid", async () => {
  await link("top-up", true, { amount: "50" });
  expect(sheets.current).toEqual({ name: "top-up", amount: "50" });
  expect(status.text).toBe("A link filled this in. Nothing happens until you confirm it.");
});

test("a link goes to a screen with its filters, and to what a package needs", async () => {
  await link("bills", false, { month: "2026-10" });
  expect([place.screen, place.params.get("month")]).toEqual(["bills", "2026-10"]);
  const packages = await replyTo<PackagesView>("packages");
  const row = packages.ok ? packages.value.packages[0]! : undefined;
  await link("renew", true, { package: row!.id, terms: "2" });
  expect(sheets.current).toMatchObject({ name: "renew", terms: "2", package: { id: row!.id, sku: row!.sku } });
});

test("a link that is not understood, of another account or over typed work opens nothing and says so", async () => {
  await follow({ refused: { code: "unknown-key", about: "confirm" } });
  expect(status.text).toBe("The link was refused: “confirm” is not known there.");
  await link("top-up", true, { amount: "50" }, "999");
  expect(status.text).toBe("The link was refused: there is no account number 999.");
  await link("renew", true, { package: "999999" });
  expect(status.text).toBe("The link was refused: this account has no package number 999999.");
  expect(sheets.current).toBeUndefined();
  sheets.open({ name: "voucher" });
  await link("top-up", true, { amount: "50" });
  expect(sheets.current).toEqual({ name: "voucher" });
  expect(status.text).toContain("The link was not followed");
});

const flat = (entries: readonly MenuEntry[]): MenuEntry[] => entries.flatMap((entry) => [entry, ...flat(entry.entries ?? [])]);

test("the menu has what the keys do now, under the keys they have", () => {
  const run = vi.fn();
  const stop = bindKeys([key("import", run)]);
  const entries = flat(menuOfWindow());
  const called = (id: string) => entries.find((entry) => entry.id === id);
  expect(called("key:import")).toMatchObject({ text: "Import usage (i)", enabled: true });
  expect(called("key:print")).toMatchObject({ text: "Print the bill (Ctrl+P)", enabled: false });
  expect(called("go:usage")?.text).toBe("Usage (2)");
  expect(chooseInMenu("key:import")).toBe(true);
  expect(run).toHaveBeenCalledOnce();
  expect(chooseInMenu("harm:1")).toBe(false);
  for (const { id } of entries) if (id.startsWith("key:")) expect(keyTable).toHaveProperty(id.slice(4));
  stop();
  expect(flat(menuOfWindow()).find((entry) => entry.id === "key:import")?.enabled).toBe(false);
});

const harm = (name: string, kind: string, step: string, at: number | null): NextHarm => ({
  account: { ...account, id: name, name },
  harm: { kind, step, at, amount: "5.00", package: "p", packageId: "1", service: null, region: null },
});

test("the tray names what comes first, be it of one account, and no amounts", () => {
  const { title, entries } = trayOf([harm("A", "no_money", "today", null), harm("B", "renewal_fails", "soon", 200_000), harm("A", "package_ends", "soon", 400_000), harm("C", "no_application", "note", null)], 100_000);
  expect(title).toBe("now · A");
  expect(entries.slice(0, 4).map((entry) => entry.text)).toEqual(["A: no money is left, now", "B: a renewal fails, in 28 hours", "A: a package ends, in 3 days", "C: there is no application"]);
  expect(new Set(entries.filter((entry) => entry.id.startsWith("harm:")).map((entry) => entry.id)).size).toBe(4);
  expect(JSON.stringify(entries)).not.toContain("5.00");
});

test("what has no instant has no time in the tray’s title either", () => {
  expect(trayOf([harm("C", "no_application", "note", null)], 0).title).toBe("C");
});

test("the tray tells what Rust puts first in all accounts, as the screen Accounts and Today do", async () => {
  const reply = await replyTo<AccountsView>("accounts");
  if (!reply.ok) throw new Error("no accounts are recorded");
  const [first] = reply.value.firsts;
  expect(first?.harm).toEqual(reply.value.rows[0]?.harm);
  expect(trayOf(reply.value.firsts, 0).entries[0]?.text).toContain(`${reply.value.rows[0]?.account.name}: in arrears`);
});

test("the tray is calm where nothing breaks, and still opens and ends the window", () => {
  const { title, entries } = trayOf([], 0);
  expect(title).toBe("Nothing breaks in the next 30 days");
  expect(entries[0]).toMatchObject({ enabled: false });
  expect(entries.map((entry) => entry.id)).toContain("window:open");
  expect(entries.at(-1)?.id).toBe("window:quit");
});

/** Which packages are of long ago, and which stand together. */
import { expect, it } from "vitest";
import type { PackageRow } from "../../ipc/generated/PackageRow";
import { grouped, isLongPast } from "./states";

const DAY = 86_400;
const row = (id: string, service: string, state: string, validTo = 0) => ({ id, service, state, validTo }) as PackageRow;

it("what ended stays for a period; what is in force however it ends", () => {
  expect(isLongPast(row("1", "a", "expired"), 31 * DAY)).toBe(false);
  expect(isLongPast(row("1", "a", "expired"), 32 * DAY)).toBe(true);
  expect(isLongPast(row("1", "a", "refunded"), 32 * DAY)).toBe(true);
  expect(isLongPast(row("1", "a", "exhausted"), 32 * DAY)).toBe(false);
});

it("groups keep the order of what is harmed first", () => {
  const rows = [row("1", "b", "active"), row("2", "a", "active"), row("3", "b", "active")];
  expect(grouped(rows, (one) => one.service).map((one) => one.id)).toEqual(["1", "3", "2"]);
});

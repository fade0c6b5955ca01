/** The address of the Ledger screen as a question to Rust, and days and months of the provider's calendar. */
import { monthsAway } from "../../parts/months";
import type { AccountRef } from "../../ipc/generated/AccountRef";
import type { JournalQuery } from "../../ipc/generated/JournalQuery";

/** What the address can filter by. */
export const filters = ["kind", "service", "region", "package", "month", "text"] as const;
export type Filters = Partial<Record<(typeof filters)[number], string | undefined>>;

/** No filter at all. */
export const nothing: Filters = Object.fromEntries(filters.map((name) => [name, undefined]));

export function queryOf(account: AccountRef, params: URLSearchParams, after: string | null = null): JournalQuery {
  const span = spanOf(params.get("month"), account.zoneOffsetSeconds);
  return {
    accountId: account.id,
    kind: params.get("kind"),
    service: params.get("service"),
    region: params.get("region"),
    packageId: params.get("package"),
    from: span?.from ?? null,
    to: span?.to ?? null,
    text: params.get("text"),
    after,
  };
}

/** The day of an instant on the calendar of a zone: `2026-11-22`. */
export function dayOf(at: number, offset: number): string {
  return new Date((at + offset) * 1000).toISOString().slice(0, 10);
}

/** Whether a text names a day of the calendar. */
export function isDay(text: string): boolean {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The day so many days from one. */
export function dayAway(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The months from one instant to another, newest first: `2026-11`. */
export function monthsBetween(first: number, last: number, offset: number): string[] {
  const months: string[] = [];
  const end = dayOf(first, offset).slice(0, 7);
  for (let month = dayOf(last, offset).slice(0, 7); month >= end; month = dayAway(`${month}-01`, -1).slice(0, 7)) months.push(month);
  return months;
}

function spanOf(month: string | null, offset: number): { from: number; to: number } | undefined {
  if (month === null || !/^\d{4}-\d{2}$/.test(month)) return undefined;
  const from = Date.parse(`${month}-01T00:00:00Z`) / 1000 - offset;
  return Number.isNaN(from) ? undefined : { from, to: monthsAway(from, 1, offset) };
}

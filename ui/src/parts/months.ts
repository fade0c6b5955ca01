/** Calendar months of the provider, `2023-04`, and spans of the address. */
import { dateLanguage } from "../messages/say";

export function monthName(month: string, style: "long" | "short" = "long"): string {
  const [year, number] = month.split("-").map((part) => Number.parseInt(part, 10));
  const at = Date.UTC(year ?? 1970, (number ?? 1) - 1, 1);
  return new Intl.DateTimeFormat(dateLanguage(), { month: style, year: "numeric", timeZone: "UTC" }).format(at);
}

const DAY_SECONDS = 86_400;

/** The address of the usage from one instant to another: whole days, in bars that are neither few nor thin. */
export function spanOf(first: number, last: number, offset: number): Record<string, string> {
  const midnight = (at: number) => Math.floor((at + offset) / DAY_SECONDS) * DAY_SECONDS - offset;
  const [from, to] = [midnight(first), midnight(last) + DAY_SECONDS];
  const days = (to - from) / DAY_SECONDS;
  const bucket = days <= 3 ? "hour" : days <= 92 ? "day" : "month";
  return { bucket, from: String(from), to: String(to) };
}

/** The address of the usage of a calendar month. */
export function spanOfMonth(month: string, offset: number): Record<string, string> {
  const [year, number] = month.split("-").map((part) => Number.parseInt(part, 10));
  const from = Date.UTC(year ?? 1970, (number ?? 1) - 1, 1) / 1000 - offset;
  return { bucket: "day", from: String(from), to: String(monthsAway(from, 1, offset)) };
}

/** When a month ends, in seconds. */
export function endOfMonth(month: string, offset: number): number {
  return Number(spanOfMonth(month, offset)["to"]);
}

/** The same local day and time some months away; all in seconds. */
export function monthsAway(at: number, months: number, offset: number): number {
  const local = new Date((at + offset) * 1000);
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + months, local.getUTCDate(), local.getUTCHours()) / 1000 - offset;
}

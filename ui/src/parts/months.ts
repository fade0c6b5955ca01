/** Calendar months of the provider, `2023-04`, and spans of the address. */
import { dateLanguage } from "../messages/say";

export function monthName(month: string, style: "long" | "short" = "long"): string {
  const [year, number] = month.split("-").map((part) => Number.parseInt(part, 10));
  const at = Date.UTC(year ?? 1970, (number ?? 1) - 1, 1);
  return new Intl.DateTimeFormat(dateLanguage(), { month: style, year: "numeric", timeZone: "UTC" }).format(at);
}

/** The same local day and time some months away; all in seconds. */
export function monthsAway(at: number, months: number, offset: number): number {
  const local = new Date((at + offset) * 1000);
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + months, local.getUTCDate(), local.getUTCHours()) / 1000 - offset;
}

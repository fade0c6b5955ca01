/** What a package's state means to a reader. */
import type { Tone } from "../../parts/tone";
import type { PackageRef } from "../../state/sheets.svelte";
import type { Ladder } from "../../ipc/generated/Ladder";
import type { PackageForecast } from "../../ipc/generated/PackageForecast";
import type { PackageRow } from "../../ipc/generated/PackageRow";

export function inForce(row: PackageRow): boolean {
  return row.state === "active" || row.state === "exhausted";
}

export function isPast(row: PackageRow): boolean {
  return row.state === "expired" || row.state === "frozen" || row.state === "released" || row.state === "refunded";
}

/** What is over stays in view as long as a bill is open. */
const PERIOD_SECONDS = 31 * 86_400;

/** Whether it is over, and for so long that only those who ask for the past want to see it. */
export function isLongPast(row: PackageRow, now: number): boolean {
  return isPast(row) && now - row.validTo > PERIOD_SECONDS;
}

export function stateTone(row: PackageRow): Tone {
  switch (row.state) {
    case "active":
      return row.alertPercent !== null && 100 - row.usedPercent <= row.alertPercent ? "soon" : "plain";
    case "exhausted":
      return "today";
    case "scheduled":
      return "note";
    default:
      return "plain";
  }
}

/** How the bar is coloured: threatened, empty, or of the past. */
export function meterTone(row: PackageRow): "plain" | "soon" | "now" | "past" {
  if (isPast(row)) return "past";
  return stateTone(row) === "soon" ? "soon" : "plain";
}

/** Whether another term can be paid: until its own stages are over. */
export function isRenewable(row: PackageRow): boolean {
  return row.state !== "released" && row.state !== "refunded";
}

/** Whether automatic renewal can be switched: an ended package does not renew itself. */
export function mayRenewItself(row: PackageRow): boolean {
  return inForce(row) || row.state === "scheduled";
}

/** What is harmed first stands first: used up, or ended with something left. What is not foreseen keeps its order below. */
export function byHarm(rows: PackageRow[], ahead: Map<string, PackageForecast>): PackageRow[] {
  const known = rows.filter((row) => ahead.has(row.id));
  const harm = (row: PackageRow) => ahead.get(row.id)?.harmAt ?? 0;
  return [...known.toSorted((a, b) => harm(a) - harm(b)), ...rows.filter((row) => !ahead.has(row.id))];
}

/** Those of one heading beside each other; the groups stand in the order of what is harmed first in each. */
export function grouped(rows: PackageRow[], headingOf: (row: PackageRow) => string): PackageRow[] {
  const headings = [...new Set(rows.map(headingOf))];
  return headings.flatMap((heading) => rows.filter((row) => headingOf(row) === heading));
}

/** What a sheet must know of it. */
export function refOf(row: PackageRow): PackageRef {
  return { id: row.id, sku: row.sku, service: row.service, region: row.region };
}

/** Every key that anything is tagged by, by name. */
export function tagKeys(ladders: Ladder[]): string[] {
  return [...new Set(ladders.flatMap((ladder) => ladder.tags.map((tag) => tag.key)))].toSorted();
}

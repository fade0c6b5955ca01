/** What a package's state means to a reader. */
import type { Tone } from "../../parts/tone";
import type { PackageRow } from "../../ipc/generated/PackageRow";

export function inForce(row: PackageRow): boolean {
  return row.state === "active" || row.state === "exhausted";
}

export function isPast(row: PackageRow): boolean {
  return row.state === "expired" || row.state === "frozen" || row.state === "released" || row.state === "refunded";
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

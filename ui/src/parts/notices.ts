/** What the customer was told, in words; and how much it asks for. */
import { say } from "../messages/say";
import { dashed } from "./dashed";
import { count, money, percent } from "./format";
import type { Tone } from "./tone";
import type { MeasuredView } from "../ipc/generated/MeasuredView";

export function noticeWords(kind: string, pack: string | null): string {
  return say(`notice-${dashed(kind)}`, { package: pack ?? "" });
}

/** What was measured then, with the line it crossed. */
export function measuredWords(measured: MeasuredView, kind: string): string {
  switch (measured.of) {
    case "spendable": {
      const figures = { value: money(measured.value), threshold: money(measured.threshold) };
      return say(kind === "balance_recovered" ? "measured-recovered" : "measured-spendable", figures);
    }
    case "quota": {
      const figures = { left: count(measured.left), quota: count(measured.quota) };
      return measured.percent === null ? say("measured-left", figures) : say("measured-quota", { ...figures, percent: percent(measured.percent * 100) });
    }
    case "owed":
      return say("measured-owed", { owed: money(measured.owed) });
  }
}

/** How much a kind of notice asks for while it is so. */
export function kindTone(kind: string): Tone {
  switch (kind) {
    case "arrears":
    case "frozen":
    case "suspended":
    case "release_pending":
    case "released":
      return "now";
    case "package_exhausted":
    case "package_expired":
    case "deadline_near":
    case "renewal_failed":
      return "today";
    case "package_low":
    case "package_expiring":
    case "balance_low":
      return "soon";
    default:
      return "note";
  }
}

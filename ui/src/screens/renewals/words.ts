/** Sentences of Renewals, from the codes and figures of its view. */
import { say } from "../../messages/say";
import { moneyRange } from "../../parts/ahead";
import { instant, money, zoned } from "../../parts/format";
import type { PackageRef } from "../../state/sheets.svelte";
import type { Tone } from "../../parts/tone";
import type { RenewalForecast } from "../../ipc/generated/RenewalForecast";
import type { RenewalRow } from "../../ipc/generated/RenewalRow";
import type { RenewalsVerdict } from "../../ipc/generated/RenewalsVerdict";

export function verdictWords(verdict: RenewalsVerdict): string {
  const key = verdict.kind === "fails" && verdict.amount === null ? "renewals-fails-otherwise" : `renewals-${verdict.kind}`;
  const at = verdict.at === null ? "" : verdict.kind === "fails" ? zoned(verdict.at) : instant(verdict.at, "day");
  return say(key, { at, amount: verdict.amount === null ? "" : money(verdict.amount), package: verdict.package ?? "" });
}

/** Only what fails threatens. */
export function verdictTone(verdict: RenewalsVerdict): Tone {
  if (verdict.kind !== "fails") return "plain";
  const steps: readonly Tone[] = ["note", "soon", "today"];
  return steps.find((step) => step === verdict.step) ?? "note";
}

/** What usage to come makes of a renewal that is tried; nothing where it is not foreseen, or fails whatever usage does. */
export function aheadOf(row: RenewalRow, renewals: RenewalForecast[] | undefined): RenewalForecast | undefined {
  if (!["covered", "short", "in_arrears"].includes(row.outcome.kind)) return undefined;
  return renewals?.find((one) => one.packageId === row.packageId && one.at !== null);
}

/** The first renewal that usage to come leaves too little for. */
export function firstFailing(renewals: RenewalForecast[] | undefined): RenewalForecast | undefined {
  const failing = (renewals ?? []).filter((one) => one.succeedsIn < one.of && one.missing !== null && one.at !== null);
  return failing.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))[0];
}

/** That one, in a sentence. */
export function failingWords(renewal: RenewalForecast): string {
  const at = renewal.at === null ? "" : zoned(renewal.at);
  const amount = renewal.missing === null ? "" : money(renewal.missing.most);
  return say("renewals-would-fail", { package: renewal.package, at, amount, in: renewal.of - renewal.succeedsIn, of: renewal.of });
}

/** Whether it succeeds whatever usage comes, in two words. */
export function chanceWords(renewal: RenewalForecast): string {
  const fails = renewal.of - renewal.succeedsIn;
  if (fails === 0) return say("succeeds");
  const amount = renewal.missing === null ? "" : moneyRange(renewal.missing);
  if (fails === renewal.of) return amount === "" ? say("will-fail") : say("short-by", { amount });
  return amount === "" ? say("fails-in", { in: fails, of: renewal.of }) : say("short-in", { amount, in: fails, of: renewal.of });
}

/** Whether its renewal succeeds, in two words. */
export function successWords(row: RenewalRow): string {
  if (row.outcome.kind === "off") return say("not-asked");
  if (row.outcome.kind === "covered") return say("succeeds");
  return row.outcome.short === null ? say("will-fail") : say("short-by", { amount: money(row.outcome.short) });
}

/** What a sheet must know of it. */
export function refOf(row: RenewalRow): PackageRef {
  return { id: row.packageId, sku: row.sku, service: row.service, region: row.region };
}

/** Sentences of Renewals, from the codes and figures of its view. */
import { say } from "../../messages/say";
import { instant, money, zoned } from "../../parts/format";
import type { PackageRef } from "../../state/sheets.svelte";
import type { Tone } from "../../parts/tone";
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

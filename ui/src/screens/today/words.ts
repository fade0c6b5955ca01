/** Sentences of Today, from the codes and figures of its view. */
import { say } from "../../messages/say";
import { money, zoned } from "../../parts/format";
import { placeName } from "../../parts/place";
import { dashed } from "../../parts/dashed";
import type { PackageRef, Place } from "../../state/sheets.svelte";
import type { Tone } from "../../parts/tone";
import type { ForecastView } from "../../ipc/generated/ForecastView";
import type { Verdict } from "../../ipc/generated/Verdict";

export function verdictWords(verdict: Verdict): string {
  return say(`verdict-${dashed(verdict.kind)}`, {
    at: verdict.at === null ? "" : zoned(verdict.at),
    amount: verdict.amount === null ? "" : money(verdict.amount),
    package: verdict.package ?? "",
    service: placeName({ service: verdict.service ?? "", region: verdict.region ?? "" }),
  });
}

/** What hurts first: with usage to come, once that is foreseen of the books as they are. */
export function firstOf(known: Verdict, foreseen: ForecastView | undefined): Verdict {
  const isOfTheseBooks = JSON.stringify(foreseen?.known) === JSON.stringify(known);
  return (isOfTheseBooks && foreseen?.verdict) || known;
}

/** How much the verdict threatens; nothing to fear has no step. */
export function toneOf(verdict: Verdict): Tone {
  if (verdict.kind === "nothing") return "plain";
  const steps: readonly Tone[] = ["note", "soon", "today", "now"];
  return steps.find((step) => step === verdict.step) ?? "note";
}

/** The service and region a problem is about, when it is about one. */
export function placeOf(verdict: Verdict): Place | undefined {
  return verdict.service !== null && verdict.region !== null ? { service: verdict.service, region: verdict.region } : undefined;
}

/** The package a problem is about, when another term of it is what helps. */
export function packageOf(verdict: Verdict): PackageRef | undefined {
  const where = placeOf(verdict);
  if (verdict.kind !== "package_ends" || verdict.packageId === null || verdict.package === null || !where) return undefined;
  return { id: verdict.packageId, sku: verdict.package, ...where };
}

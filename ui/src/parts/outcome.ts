/** What an automatic renewal comes to, in one sentence. */
import { say } from "../messages/say";
import type { RenewalOutcome } from "../ipc/generated/RenewalOutcome";
import { dashed } from "./dashed";
import { instant, money, zoned } from "./format";

export function outcomeWords(outcome: RenewalOutcome, afterEnd: string, validTo: number): string {
  const end = instant(validTo, "day");
  if (outcome.kind === "off") return say(`outcome-off-${dashed(afterEnd)}`, { end });
  const at = (when: number | null) => (when === null ? "" : zoned(when));
  return say(`outcome-${dashed(outcome.kind)}`, {
    at: at(outcome.at),
    last: at(outcome.lastAt),
    price: outcome.price === null ? "" : money(outcome.price),
    short: outcome.short === null ? "" : money(outcome.short),
    end,
  });
}

/** What goes wrong next in an account, in words: in the account's own currency, zone and units, whichever account is open. */
import { say } from "../messages/say";
import type { AccountRow } from "../ipc/generated/AccountRow";
import { weeksWords } from "./ahead";
import { dashed } from "./dashed";
import { instant, instants, money, relative, zoneName } from "./format";
import type { Tone } from "./tone";

export function harmWords({ harm, account }: AccountRow): string {
  const place = account.applications === null ? harm.service : harm.region;
  return say(`harm-${dashed(harm.kind)}`, {
    amount: harm.amount === null ? "" : money(harm.amount, account.currency),
    package: harm.package ?? "",
    service: place ?? "",
  });
}

/** When it comes, on the provider's clock; a span where futures differ; nothing where it has no instant. */
export function harmAt({ harm, chance, account }: AccountRow): string | undefined {
  if (harm.at === null) return undefined;
  const offset = account.zoneOffsetSeconds;
  const at = (words: string) => say("instant-zone", { at: words, zone: zoneName(offset) });
  if (!chance) return at(instant(harm.at, "hour", offset));
  if (chance.latest === null) return at(say("forecast-from", { at: instant(harm.at, "day", offset) }));
  return at(chance.latest === harm.at ? instant(harm.at, "hour", offset) : instants(harm.at, chance.latest, "day", offset));
}

/** How long until then, as told everywhere: what is so already, or over, is now; nothing of what is merely worth knowing and has no instant. */
export function harmWhen({ harm }: Pick<AccountRow, "harm">, now: number): string | undefined {
  if (harm.at !== null) return harm.at <= now ? say("accounts-now") : relative(harm.at, now);
  return harm.kind === "nothing" || harm.step === "note" ? undefined : say("accounts-now");
}

/** On which weeks it rests; nothing of what comes whatever usage comes. */
export function chanceWords({ chance, harm, harmWhy }: AccountRow): string | undefined {
  if (!chance || harm.at === null || !harmWhy) return undefined;
  return weeksWords({ ...chance, earliest: harm.at, why: harmWhy });
}

/** How much it threatens; nothing to fear has no step. */
export function harmTone({ harm }: AccountRow): Tone {
  if (harm.kind === "nothing") return "plain";
  const steps: readonly Tone[] = ["note", "soon", "today", "now"];
  return steps.find((step) => step === harm.step) ?? "note";
}

export function stageTone({ stage }: AccountRow): Tone {
  return stage === "normal" ? "plain" : "now";
}

/** Ranges of what is foreseen, in words. */
import { say } from "../messages/say";
import type { ForecastView } from "../ipc/generated/ForecastView";
import type { UnknownView } from "../ipc/generated/UnknownView";
import type { MomentView } from "../ipc/generated/MomentView";
import { count, counted, instant, instants, money } from "./format";

interface Range {
  least: string;
  most: string;
}

/** Calls or minutes. */
export function countRange(range: Range): string {
  return between(count(range.least), count(range.most));
}

/** Money. */
export function moneyRange(range: Range): string {
  return between(money(range.least), money(range.most));
}

function between(least: string, most: string): string {
  return least === most ? least : say("forecast-range", { least, most });
}

/** When something comes to pass; `never` where it does in no future. */
export function momentWords(moment: MomentView, never: string): string {
  if (moment.earliest === null) return never;
  if (moment.latest === null) return say("forecast-from", { at: instant(moment.earliest, "day") });
  return instants(moment.earliest, moment.latest, "day");
}

/** On which weeks it rests. */
export function weeksWords(moment: MomentView): string {
  const some = moment.cameIn > 0 && moment.cameIn < moment.of;
  return say(some ? "forecast-weeks-some" : "forecast-weeks", { in: moment.cameIn, of: moment.of });
}

/** Why nothing is foreseen; nothing where something is, or will be told soon. */
export function unknownWords(view: ForecastView | undefined, failed: boolean): string | undefined {
  if (failed) return say("forecast-failed");
  return view?.unknown ? unknownReason(view.unknown) : undefined;
}

export function unknownReason(unknown: UnknownView, offset?: number): string {
  if (unknown.knownUntil !== null) return say("forecast-too-old", { at: instant(unknown.knownUntil, "day", offset) });
  return say("forecast-too-short", counted(unknown.missingDays ?? 0));
}

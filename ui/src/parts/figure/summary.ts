/** A chart in one sentence, for those who do not see it: its span, its highest place and where it ends. */
import { say } from "../../messages/say";
import type { Stop } from "../points";
import { valueWords, type Measure } from "./values";

export function summaryOf(stops: readonly Stop[], measure: Measure): string {
  const first = stops[0];
  const last = stops.at(-1);
  if (!first || !last) return say("figure-nothing");
  if (measure === "words") return say("figure-span", { count: stops.length, shown: String(stops.length), first: first.label, last: last.label });
  // The total of a stack is the last of its values, and higher is less far from the top.
  const top = (stop: Stop) => Math.min(...stop.values.map((value) => value.y));
  const highest = stops.reduce((best, stop) => (top(stop) < top(best) ? stop : best), first);
  const told = (stop: Stop) => valueWords(stop.values.at(-1)?.value ?? "", measure, true);
  return say("figure-summary", { first: first.label, last: last.label, high: told(highest), when: highest.label, end: told(last) });
}

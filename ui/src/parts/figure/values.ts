/** Values of charts: Rust writes them in no language, here they get the window's digits, signs and unit. */
import { count, counted, listed, money, percent, separators } from "../format";
import { say } from "../../messages/say";
import { preferences } from "../../state/preferences.svelte";
import type { Stop } from "../points";

/** What a chart measures; `words` are read as they are. */
export type Measure = "money" | "calls" | "words";

/** A number as Rust writes it: narrow spaces between groups, a real minus, a sign where it is a change. */
const NUMBER = /^[+−]?\d[\d\u202F]*(\.\d+)?$/;
const RANGE = " – ";
const HIDDEN = "•••";

/** A value as other programs read it: digits, a point, a hyphen for minus. */
export function plain(value: string): string {
  const one = (text: string) => (NUMBER.test(text) ? text.replaceAll("\u202F", "").replace("−", "-").replace("+", "") : text);
  return value.split(RANGE).map(one).join(RANGE);
}

/** A value in the language of the window; with its unit where it is read out alone. */
export function valueWords(value: string, measure: Measure, unit = false): string {
  if (measure === "words") return value;
  const ends = value.split(RANGE);
  if (!ends.every((end) => NUMBER.test(end))) return value;
  if (measure === "money") return preferences.amountsHidden ? HIDDEN : ends.map(moneyWords).join(RANGE);
  const shown = ends.map((end) => count(plain(end))).join(RANGE);
  return unit ? say("figure-calls", { count: counted(plain(ends.at(-1) ?? "0")).count, shown }) : shown;
}

function moneyWords(value: string): string {
  const amount = money(plain(value));
  return value.startsWith("+") ? `+${amount}` : amount;
}

/** Everything at one place of the axis, with units, as it is read out. */
export function readOut(stop: Stop, measure: Measure): string {
  const one = (value: Stop["values"][number]) => {
    const words = valueWords(value.value, measure, true);
    return value.series ? `${value.series} ${words}` : words;
  };
  return say("named", { name: stop.label, what: listed(stop.values.map(one)) });
}

/** The drawing with its amounts masked, while amounts are hidden. */
export function masked(svg: string, measure: Measure): string {
  if (measure !== "money" || !preferences.amountsHidden) return svg;
  return svg.replaceAll(/>([^<>]+)<\/text>/g, (text, label: string) => (label.split(RANGE).every((end) => NUMBER.test(end)) ? `>${HIDDEN}</text>` : text));
}

/** The drawing with its numbers as the language writes them; years and days stay as they are. */
export function inDigits(svg: string): string {
  const { group, decimal } = separators();
  const one = (text: string) => (NUMBER.test(text) ? text.replace(".", decimal).replaceAll("\u202F", group) : text);
  return svg.replaceAll(/>([^<>]+)<\/text>/g, (_, label: string) => {
    const share = /^(\d+) %$/.exec(label)?.[1];
    return `>${share === undefined ? label.split(RANGE).map(one).join(RANGE) : percent(Number(share) * 100)}</text>`;
  });
}

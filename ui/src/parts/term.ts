/** A term as the catalogue writes it, `1y`, `12m`, `30d`, in words. */
import { say } from "../messages/say";

export function termWords(term: string): string {
  const count = Number.parseInt(term, 10);
  const unit = { y: "term-years", m: "term-months", d: "term-days" }[term.at(-1) ?? ""];
  return unit && Number.isSafeInteger(count) ? say(unit, { count }) : term;
}

/** A derivation as indented text, for a ticket or an e-mail. */
import { canSay, say } from "../messages/say";
import type { FigureText } from "../ipc/generated/FigureText";
import type { Why } from "../ipc/generated/Why";
import type { UnitsOf } from "../state/why.svelte";
import { count, instant, money } from "./format";
import { termWords } from "./term";

export function derivationAsText(title: string, why: Why, of?: UnitsOf): string {
  return [`${title} = ${figureAsText(why.result, of)}`, ...linesOf(why, "  ", of)].join("\n");
}

export function figureAsText(figure: FigureText, of?: UnitsOf): string {
  switch (figure.kind) {
    case "money":
    case "charge":
    case "unitPrice":
      return money(figure.text, of?.currency);
    case "calls":
    case "number":
      return count(figure.text);
    case "instant":
      return instant(Date.parse(figure.text) / 1000, "second", of?.zoneOffsetSeconds);
    case "name":
      return figure.text;
    case "term":
      return termWords(figure.text);
  }
}

/** The words of a formula; its bare key when the catalogue does not have them yet. */
export function formulaWords(key: string): string {
  return canSay(`formula-${key}`) ? say(`formula-${key}`) : key.replaceAll("-", " ");
}

/** The name of an input of a formula. */
export function inputWords(key: string): string {
  return canSay(`input-${key}`) ? say(`input-${key}`) : key.replaceAll("-", " ");
}

/** An input of a derivation as it is read. */
export interface InputLine {
  label: string;
  value: FigureText;
  because: Why | null;
}

/** The inputs in order; what belongs to a named thing is called by that name. */
export function linesIn(why: Why): InputLine[] {
  const lines: InputLine[] = [];
  why.inputs.forEach((input, index) => {
    const before = why.inputs[index - 1];
    if (why.inputs[index + 1]?.name === OF_IT) return;
    const label = input.name === OF_IT && before ? figureAsText(before.value) : inputWords(input.name);
    lines.push({ label, value: input.value, because: input.because });
  });
  return lines;
}

/** The figure of the thing that was named just before. */
const OF_IT = "of-it";

function linesOf(why: Why, indent: string, of: UnitsOf | undefined): string[] {
  const rule = why.source ? say("why-rule-source", { rule: why.rule, source: why.source }) : say("why-rule", { rule: why.rule });
  const inputs = linesIn(why).flatMap((input) => [
    `${indent}${say("named", { name: input.label, what: figureAsText(input.value, of) })}`,
    ...(input.because ? linesOf(input.because, `${indent}  `, of) : []),
  ]);
  return [`${indent}${formulaWords(why.formula)} [${rule}]`, ...inputs];
}

/** The derivation of one input of a figure; of the figure itself when the input has none of its own. */
export function partOf(why: Why, input: string): Why {
  return why.inputs.find((one) => one.name === input)?.because ?? why;
}

/** A derivation as indented text, for a ticket or an e-mail. */
import { canSay, say } from "../messages/say";
import type { FigureText } from "../ipc/generated/FigureText";
import type { Why } from "../ipc/generated/Why";
import { count, instant, money } from "./format";

export function derivationAsText(title: string, why: Why): string {
  return [`${title} = ${figureAsText(why.result)}`, ...linesOf(why, "  ")].join("\n");
}

export function figureAsText(figure: FigureText): string {
  switch (figure.kind) {
    case "money":
    case "charge":
    case "unitPrice":
      return money(figure.text);
    case "calls":
    case "number":
      return count(figure.text);
    case "instant":
      return instant(Date.parse(figure.text) / 1000, "second");
    case "name":
      return figure.text;
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

function linesOf(why: Why, indent: string): string[] {
  const rule = why.source ? say("why-rule-source", { rule: why.rule, source: why.source }) : say("why-rule", { rule: why.rule });
  const inputs = why.inputs.flatMap((input) => [
    `${indent}${inputWords(input.name)}: ${figureAsText(input.value)}`,
    ...(input.because ? linesOf(input.because, `${indent}  `) : []),
  ]);
  return [`${indent}${formulaWords(why.formula)} [${rule}]`, ...inputs];
}

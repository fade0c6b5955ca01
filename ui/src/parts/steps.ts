/** What was done, in words that follow "Undo:", and what was before it. */
import { languageNames } from "../messages/names";
import { canSay, say } from "../messages/say";
import type { StepView } from "../ipc/generated/StepView";
import type { WindowStep } from "../state/windowSteps.svelte";
import { dashed } from "./dashed";
import { count, counted, money, percent, zoned } from "./format";
import { placeWords } from "./place";

/** Begins the value of a package that renews itself; the days before its end follow. */
const RENEWS = "renew ";

/** A step of the books as it was before (`before`) or since (`after`). */
export function stepWords(step: StepView, side: "before" | "after"): string {
  const first = settingWords(step, side);
  return step.more === 0 ? first : say("step-and-more", { step: first, ...counted(step.more) });
}

function settingWords(step: StepView, side: "before" | "after"): string {
  if (step.import) return say("step-import", { label: step.import.label });
  const value = step[side];
  const named = {
    name: step.resource ? placeWords({ service: step.resource.service, region: step.resource.application || step.resource.region }) : "",
    package: step.package ?? "",
    tag: step.tag ?? "",
  };
  if (step.kind === "at_end") return say("step-at-end", { ...named, what: atEndWords(value ?? "") });
  const key = `step-${dashed(step.kind)}`;
  if (value === null || value === "off") return say(`${key}-off`, named);
  return say(key, { ...named, value: valueWords(step.kind, value) });
}

function valueWords(kind: string, value: string): string {
  if (kind === "balance_alert" || kind === "credit_limit") return money(value);
  if (kind === "balance_snooze") return zoned(Date.parse(value) / 1000);
  return kind === "package_alert" ? percent(Number(value) * 100) : value;
}

function atEndWords(value: string): string {
  if (!value.startsWith(RENEWS)) return canSay(`at-end-${value}`) ? say(`at-end-${value}`) : value;
  return say("step-renews", { what: say("at-end-renew"), ...counted(value.slice(RENEWS.length)) });
}

/** The same of a choice about the window. */
export function windowStepWords(step: WindowStep, side: "before" | "after"): string {
  const value = step[side];
  return say(`step-${step.what}`, { value: windowValue(step.what, value) });
}

function windowValue(what: WindowStep["what"], value: string): string {
  if (what === "theme") return say(`settings-theme-${value}`);
  if (what === "rows") return say(`settings-rows-${value}`);
  if (what === "zoom") return say("settings-zoom-percent", { percent: count(value) });
  return languageNames[value as keyof typeof languageNames] ?? say("settings-as-system");
}

import { describe, expect, it } from "vitest";
import { readFileSync } from "node:fs";

const css = readFileSync("src/styles/tokens.css", "utf8");

const tokens = new Map([...css.matchAll(/^ {2}--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/gm)]
  .map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }] as const)
  .reverse());

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = channels.map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

const grounds = ["surface", "raised", "sunken", "hover"];
const inks = ["text", "muted", "accent", "note", "soon", "today", "now", "sample", "good"];
const words: [string, string][] = [
  ...inks.flatMap((ink) => grounds.map((ground): [string, string] => [ink, ground])),
  ["on-accent", "accent"],
  ["on-accent", "accent-hover"],
  ["text", "accent-soft"],
  ["accent", "accent-soft"],
  ...["note", "soon", "today", "now", "sample"].map((step): [string, string] => [step, `${step}-soft`]),
];
const shapes: [string, string][] = ["chart-1", "chart-2", "chart-3", "chart-4", "chart-5", "chart-6", "focus", "line-strong"]
  .map((mark) => [mark, "surface"]);

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  it.each(words)("words in %s are readable on %s", (ink, ground) => {
    expect(contrast(tokens.get(ink)![theme], tokens.get(ground)![theme])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)("marks in %s stand out from %s", (mark, ground) => {
    expect(contrast(tokens.get(mark)![theme], tokens.get(ground)![theme])).toBeGreaterThanOrEqual(3);
  });
});

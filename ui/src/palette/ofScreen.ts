/** What the palette offers of the screen behind it: its keys, and its figures, which explain themselves. */
import { listedKeys } from "../frame/keys";
import { keyTable } from "../frame/keyTable";
import { say } from "../messages/say";
import type { Offer } from "./offer";
import { otherWords } from "./words";

/** Keys of which the palette has a line of its own. */
const SAID = [keyTable.palette, keyTable.import, keyTable.topUp, keyTable.buy, keyTable.hide, keyTable.fold, keyTable.undo, keyTable.redo, keyTable.keys, keyTable.larger, keyTable.smaller, keyTable.usualSize, keyTable.application].map((one) => one.says as string);

/** More figures than these no screen tells apart by their names. */
const FIGURES = 40;

export function offersOfScreen(area: ParentNode | null): Offer[] {
  const pressed = listedKeys().flatMap((key): Offer[] => {
    const { press, says, run } = key;
    if (says === undefined || run === undefined || key.group === "go" || SAID.includes(says)) return [];
    return [{ id: `key ${says}`, label: say(says), also: otherWords(says), press, does: () => say("palette-here"), run: () => run(new KeyboardEvent("keydown")) }];
  });
  return [...pressed, ...figuresIn(area)];
}

/** Figures outside of rows, once each: those of rows are asked for on their row. */
function figuresIn(area: ParentNode | null): Offer[] {
  const figures = [...(area?.querySelectorAll<HTMLElement>("[data-why]") ?? [])].filter((figure) => figure.tabIndex >= 0);
  const named = new Map<string, HTMLElement>();
  for (const figure of figures) {
    const name = figure.dataset["figure"] ?? "";
    if (name && !named.has(name)) named.set(name, figure);
  }
  return [...named].slice(0, FIGURES).map(([name, figure]) => ({
    id: `why ${name}`,
    label: say("why-title", { figure: name }),
    about: (figure.textContent ?? "").replaceAll(/\s+/g, " ").trim(),
    also: otherWords("why"),
    press: keyTable.why.press,
    does: () => say("palette-explains"),
    run: () => {
      figure.focus({ preventScroll: false });
      figure.click();
    },
  }));
}

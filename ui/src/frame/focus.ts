/** Focus is never lost: when what had it vanishes – a row, a pane, a screen – what stood around it takes it. */

/** To be called for every key and every press: who uses keys sees what has the focus, whoever put it there. */
export function handsAt(what: "keys" | "pointer"): void {
  document.documentElement.dataset["hands"] = what;
}

/** Whether what was done last was done by a key. */
export function atKeys(): boolean {
  return document.documentElement.dataset["hands"] === "keys";
}

/** Gives the focus back to what had it before something opened; to the screen, where that is gone or cannot have it. */
export function focusAgain(before: Element | null): void {
  if (before instanceof HTMLElement && before.isConnected) before.focus();
  if (isLost()) screenArea()?.focus({ preventScroll: true });
}

/**
 * An action for the field a form begins with: it gets the focus, unless that is in something else already.
 * `autofocus` does not do: engines come back to it a frame or more later, in the middle of what is typed elsewhere.
 */
export function takesFocus(field: HTMLElement): void {
  field.dataset["begins"] = "";
  if (document.activeElement?.contains(field) ?? true) field.focus();
}

/** Gives the focus to the field that the form in `within` begins with. Whether there is one. */
export function focusBeginning(within: HTMLElement): boolean {
  const field = within.querySelector<HTMLElement>("[data-begins]");
  field?.focus();
  return field !== null;
}

const openers = new WeakMap<Element, Element | null>();

/** What gets the focus back when a sheet closes: what had it, or what opened the sheet that leads to this one. */
export function openerOf(sheet: HTMLElement): Element | null {
  const at = document.activeElement;
  const around = at?.closest("dialog");
  const opener = around && around !== sheet ? (openers.get(around) ?? null) : at;
  openers.set(sheet, opener);
  return opener;
}

/** Whether nothing has the focus. */
export function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** What the keys of a screen are pressed in while nothing of it has the focus. */
function screenArea(): HTMLElement | null {
  return document.querySelector("main.area");
}

/** What had the focus: itself and everything around it, and its place among its like. */
interface Trail {
  nodes: Element[];
  /** Which of the rows of its table it stood in. */
  row: number;
}

/** Watches a part of the page until the returned function is called. `rest` takes the focus when nothing nearer is left. */
export function keepFocus(within: HTMLElement, rest: () => HTMLElement | null): () => void {
  let trail: Trail | undefined;
  const follow = (event: FocusEvent) => {
    if (event.target instanceof Element) trail = trailOf(event.target);
  };
  // Somebody who clicks beside everything means nothing to have the focus.
  const leave = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null || !(target instanceof Element)) return;
    // Some engines tell of it while they take the thing away.
    queueMicrotask(() => {
      if (target.isConnected && !target.matches(":disabled") && trail?.nodes[0] === target) trail = undefined;
    });
  };
  /** What cannot have the focus for now, and what holds it meanwhile. */
  let away: { home: HTMLElement; holder: HTMLElement } | undefined;
  const look = () => {
    const home = away?.home;
    if (away && home?.isConnected && !home.matches(":disabled")) {
      if (document.activeElement === away.holder) home.focus({ preventScroll: true });
      away = undefined;
    }
    const sheet = [...document.querySelectorAll("dialog[open]")].at(-1);
    const first = trail?.nodes[0];
    if (!trail || !isLost() || (sheet && sheet !== within)) return;
    if (first?.isConnected && !first.matches(":disabled")) return;
    // A neighbour of a button that rests would be pressed by the next Enter.
    const beside = first?.isConnected ? undefined : nearest(trail);
    const near = beside ?? rest();
    away = first instanceof HTMLElement && first.isConnected && near ? { home: first, holder: near } : undefined;
    trail = undefined;
    near?.focus({ preventScroll: true });
    // It may stand elsewhere in what is scrolled; a whole screen stays where it is.
    beside?.scrollIntoView({ block: "nearest" });
  };
  const watch = new MutationObserver(look);
  watch.observe(within, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  within.addEventListener("focusin", follow);
  within.addEventListener("focusout", leave);
  return () => {
    watch.disconnect();
    within.removeEventListener("focusin", follow);
    within.removeEventListener("focusout", leave);
  };
}

function trailOf(element: Element): Trail {
  const nodes: Element[] = [];
  for (let node: Element | null = element; node; node = node.parentElement) nodes.push(node);
  const row = element.closest("tbody tr");
  return { nodes, row: row?.parentElement ? [...row.parentElement.children].indexOf(row) : -1 };
}

/** The row that moved up into its place, else what can have the focus in the nearest of what is left around it. */
function nearest({ nodes, row }: Trail): HTMLElement | undefined {
  const around = nodes.find((node) => node.isConnected);
  if (!around) return undefined;
  const rows = around.closest("tbody")?.children ?? [];
  const moved = row >= 0 ? rows[Math.min(row, rows.length - 1)] : undefined;
  if (moved instanceof HTMLElement && moved.tabIndex >= -1 && moved.hasAttribute("tabindex")) return moved;
  // What takes the place of the button of a sheet is its next step.
  const next = around.closest("dialog footer")?.querySelector<HTMLElement>("button:not(:disabled)");
  if (next) return next;
  // Never a field for text, nor a list of choices: they would take the next key for a letter.
  const first = around.closest("section, aside, figure")?.querySelector<HTMLElement>("a[href], button:not(:disabled), input:is([type='checkbox'], [type='radio']):not(:disabled), [tabindex]");
  return first ?? undefined;
}

/** The keyboard map: whoever is on screen binds keys; the last bound wins; an open sheet shuts out the rest. */
export interface Key {
  /** `i`, `?`, `Ctrl+.`, `Escape`, or two strokes: `g u`. */
  press: string;
  /** Key of the sentence that says what it does; without one it is not listed. */
  says?: string;
  run: (event: KeyboardEvent) => void;
}

interface Layer {
  keys: Key[];
  /** Whether keys of the layers below are out of reach. */
  alone: boolean;
}

const layers: Layer[] = [];
let firstStroke: string | undefined;

/** Adds keys until the returned function is called. */
export function bindKeys(keys: Key[], alone = false): () => void {
  const layer = { keys, alone };
  layers.push(layer);
  return () => {
    const at = layers.indexOf(layer);
    if (at >= 0) layers.splice(at, 1);
  };
}

/** The keys that work now and have a sentence, nearest first. */
export function listedKeys(): Key[] {
  const seen = new Set<string>();
  return layers.toReversed().flatMap((layer) => layer.keys)
    .filter((key) => key.says !== undefined && !seen.has(key.press) && seen.add(key.press));
}

/** To be called for every key pressed in the window. */
export function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const stroke = strokeOf(event);
  if (isTyping(event.target) && stroke.length === 1) return;
  const wanted = firstStroke ? `${firstStroke} ${stroke}` : stroke;
  firstStroke = undefined;
  const key = find(wanted) ?? find(stroke);
  if (key) {
    event.preventDefault();
    key.run(event);
  } else if (begins(stroke)) {
    firstStroke = stroke;
  }
}

function reachable(): Key[] {
  const keys: Key[] = [];
  for (const layer of layers.toReversed()) {
    keys.push(...layer.keys);
    if (layer.alone) break;
  }
  return keys;
}

function find(press: string): Key | undefined {
  return reachable().find((key) => key.press === press);
}

function begins(stroke: string): boolean {
  return reachable().some((key) => key.press.startsWith(`${stroke} `));
}

function strokeOf(event: KeyboardEvent): string {
  const held = [event.ctrlKey || event.metaKey ? "Ctrl" : "", event.altKey ? "Alt" : ""].filter(Boolean);
  // Shift is part of the character it makes: `?`, not `Shift+/`.
  if (event.shiftKey && event.key.length > 1) held.push("Shift");
  return [...held, event.key].join("+");
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

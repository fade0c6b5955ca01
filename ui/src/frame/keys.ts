/** The keyboard map: whoever is on screen binds keys; the last bound wins; an open sheet shuts out the rest. */
import { keyTable, type KeyGroup, type KeyName } from "./keyTable";

export interface Key {
  /** `i`, `?`, `Ctrl+.`, `Escape`, or two strokes: `g u`. */
  press: string;
  /** Key of the sentence that says what it does; without one it is not listed. */
  says?: string;
  /** Where it is listed. */
  group?: KeyGroup;
  /** Absent where the thing that has the focus handles it itself: then it is listed only. */
  run?: (event: KeyboardEvent) => void;
}

/** A key of the table, and what it does now. */
export function key(name: KeyName, run?: (event: KeyboardEvent) => void): Key {
  return run ? { ...keyTable[name], run } : keyTable[name];
}

interface Layer {
  keys: Key[];
  /** Whether keys of the layers below are out of reach. */
  alone: boolean;
}

/** What a field does with its own text. */
const EDITING = ["Ctrl+z", "Ctrl+Shift+z", "Ctrl+c", "Home", "End"];

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
    .filter((key) => key.says !== undefined && !seen.has(`${key.press} ${key.run ? "" : key.says}`) && seen.add(`${key.press} ${key.run ? "" : key.says}`));
}

/** Does what a key of the table does now; nothing where it does nothing, as behind a sheet. */
export function doingOf(name: KeyName): (() => void) | undefined {
  const bound = reachable().findLast((key) => key.says === keyTable[name].says && key.press === keyTable[name].press && key.run);
  return bound?.run && (() => bound.run?.(new KeyboardEvent("keydown")));
}

/** To be called for every key pressed in the window. */
export function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const stroke = strokeOf(event);
  if (isTyping(event.target) && (stroke.length === 1 || EDITING.includes(stroke))) return;
  const wanted = firstStroke ? `${firstStroke} ${stroke}` : stroke;
  firstStroke = undefined;
  const key = find(wanted) ?? find(stroke);
  if (key?.run) {
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
  return reachable().find((key) => key.press === press && key.run);
}

function begins(stroke: string): boolean {
  return reachable().some((key) => key.press.startsWith(`${stroke} `));
}

/** A key as the table writes it: `Ctrl+Shift+z`, `Space`, `?`. */
export function strokeOf(event: KeyboardEvent): string {
  const ctrl = event.ctrlKey || event.metaKey;
  const held = [ctrl ? "Ctrl" : "", event.altKey ? "Alt" : ""].filter(Boolean);
  const isLetter = ctrl && /^[a-z]$/i.test(event.key);
  // Shift is part of the character it makes: `?`, not `Shift+/`. With Ctrl no letter is made, whatever Caps Lock says.
  if (event.shiftKey && (event.key.length > 1 || isLetter)) held.push("Shift");
  const name = event.key === " " ? "Space" : isLetter ? event.key.toLowerCase() : event.key;
  return [...held, name].join("+");
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

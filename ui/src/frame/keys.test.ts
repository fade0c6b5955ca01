import { afterEach, expect, it, vi } from "vitest";
import { bindKeys, listedKeys, pressed } from "./keys";
import { keyTable } from "./keyTable";

const stops: (() => void)[] = [];
const bind = (...args: Parameters<typeof bindKeys>) => stops.push(bindKeys(...args));
const press = (key: string, options: KeyboardEventInit = {}, target: EventTarget = document.body) => {
  const event = new KeyboardEvent("keydown", { key, cancelable: true, ...options });
  Object.defineProperty(event, "target", { value: target });
  pressed(event);
};

afterEach(() => stops.splice(0).forEach((stop) => stop()));

it("the last who bound a key gets it", () => {
  const [first, second] = [vi.fn(), vi.fn()];
  bind([{ press: "v", run: first }]);
  bind([{ press: "v", run: second }]);
  press("v");
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
});

it("an open sheet shuts out the keys of the screen", () => {
  const below = vi.fn();
  bind([{ press: "i", run: below }]);
  bind([], true);
  press("i");
  expect(below).not.toHaveBeenCalled();
});

it("a question mark is a key of its own, and Ctrl belongs to its stroke", () => {
  const [why, hide] = [vi.fn(), vi.fn()];
  bind([{ press: "?", run: why }, { press: "Ctrl+.", run: hide }]);
  press("?", { shiftKey: true });
  press(".", { ctrlKey: true });
  press(".");
  expect([why.mock.calls.length, hide.mock.calls.length]).toEqual([1, 1]);
});

it("two strokes go to a screen, and a wrong second stroke counts for itself", () => {
  const [go, filter] = [vi.fn(), vi.fn()];
  bind([{ press: "g u", run: go }, { press: "/", run: filter }]);
  press("g");
  press("u");
  press("g");
  press("/");
  expect([go.mock.calls.length, filter.mock.calls.length]).toEqual([1, 1]);
});

it("typing is never a command", () => {
  const run = vi.fn();
  bind([{ press: "b", run }]);
  press("b", {}, document.createElement("input"));
  expect(run).not.toHaveBeenCalled();
});

it("only keys with a sentence are listed, each once", () => {
  const run = vi.fn();
  bind([{ press: "j", says: "key-next-row", run }, { press: "g t", run }]);
  bind([{ press: "j", says: "key-next-row", run }]);
  expect(listedKeys().map((key) => key.press)).toEqual(["j"]);
});

it("a field keeps what it does with its own text, and gives the rest away", () => {
  const [undo, palette] = [vi.fn(), vi.fn()];
  bind([{ press: "Ctrl+z", run: undo }, { press: "Ctrl+k", run: palette }]);
  const field = document.createElement("input");
  press("z", { ctrlKey: true }, field);
  press("k", { ctrlKey: true }, field);
  press("Z", { ctrlKey: true });
  expect([undo.mock.calls.length, palette.mock.calls.length]).toEqual([1, 1]);
});

it("no file but the table says which key is which", () => {
  const sources = import.meta.glob<string>("../**/*.{ts,svelte}", { query: "?raw", import: "default", eager: true });
  const own = Object.entries(sources).filter(([path, text]) => !/keyTable|\.test\.|Palette\.svelte/.test(path) && /press: "/.test(text));
  expect(own.map(([path]) => path)).toEqual([]);
});

it("two keys of one place are never the same stroke", () => {
  const taken = Object.values(keyTable).map((key) => `${key.group} ${key.press}`);
  const twice = taken.filter((one, index) => taken.indexOf(one) !== index);
  // Screens of their own: new things of two, spans of two, ways back of two.
  expect(twice).toEqual(["screen [", "screen ]", "screen [", "screen ]", "screen Escape", "screen n"]);
});

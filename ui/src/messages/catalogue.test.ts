import { FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";

const keysOf = (text: string) => new FluentResource(text).body.map((message) => message.id);

const catalogues = import.meta.glob<string>("@messages/en/*.ftl", { query: "?raw", import: "default", eager: true });
const code = import.meta.glob<string>("../**/*.{ts,svelte}", { query: "?raw", import: "default", eager: true });
const english = Object.entries(catalogues).map(([path, text]) => ({ path, text }));
const sources = Object.entries(code).map(([path, text]) => ({ path, text })).filter((file) => !file.path.endsWith(".test.ts"));
const known = new Set(english.flatMap((file) => keysOf(file.text)));

function asked(text: string): { key: string; whole: boolean }[] {
  const literals = [...text.matchAll(/(?:\bsay\(|\bsays: |\btitle: |\blabel: |\bname: (?="(?:term|fact)-))"([a-z][\w-]*)"/g)].map(([, key]) => ({ key: key!, whole: true }));
  const templates = [...text.matchAll(/`([a-z]+(?:-[a-z]+)*-)\$\{/g)].map(([, key]) => ({ key: key!, whole: false }));
  return [...literals, ...templates];
}

describe("the English catalogue", () => {
  it("has every sentence the window says", () => {
    const missing = sources.flatMap(({ path, text }) =>
      asked(text)
        .filter(({ key, whole }) => (whole ? !known.has(key) : ![...known].some((one) => one.startsWith(key))))
        .map(({ key }) => `${path}: ${key}`));
    expect(missing).toEqual([]);
  });

  it("writes each sentence once, and Fluent reads all of it", () => {
    const all = english.flatMap((file) => keysOf(file.text));
    expect(all.length).toBe(known.size);
    const heads = english.flatMap((file) => file.text.split("\n").filter((line) => /^[a-z][\w-]* =/.test(line)));
    expect(heads.length).toBe(all.length);
  });
});

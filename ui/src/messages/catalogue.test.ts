import { FluentResource } from "@fluent/bundle";
import { expect, it } from "vitest";

// That every language says the same is proved with the other rules of the house; here is what only Fluent itself knows.
const catalogues = import.meta.glob<string>("@messages/**/*.ftl", { query: "?raw", import: "default", eager: true });

it("Fluent reads every sentence of every language", () => {
  const languages = new Set(Object.keys(catalogues).map((path) => path.split("/messages/")[1]?.split("/")[0]));
  expect([...languages].toSorted()).toEqual(["ar", "en", "pt-BR", "zh-CN"]);
  const unread = Object.entries(catalogues).flatMap(([path, text]) => {
    const read = new Set(new FluentResource(text).body.map((message) => message.id));
    const written = text.split("\n").map((line) => /^([a-z][\w-]*) =/.exec(line)?.[1] ?? "").filter(Boolean);
    return written.filter((key) => !read.has(key)).map((key) => `${path}: ${key}`);
  });
  expect(unread).toEqual([]);
});

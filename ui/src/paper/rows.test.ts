import { expect, test } from "vitest";
import { pagesOf, type PaperRow } from "./rows";

const letters: Record<string, PaperRow["kind"]> = { g: "group", d: "day", r: "rounding", t: "total" };
const kinds = (text: string) => [...text].map((letter) => letters[letter] ?? "total");

/** Every line is ten high. */
const pages = (text: string, first: number, later: number) => pagesOf(kinds(text), [...text].map(() => 10), first, later).map((page) => page.map((index) => text[index]).join(""));

test("every line stands on one page, in its order", () => {
  expect(pages("gddgdrt", 100, 100)).toEqual(["gddgdrt"]);
  expect(pages("gdddddddrt", 30, 50)).toEqual(["gdd", "ddddd", "rt"]);
});

test("a group goes over to the page of its first day, and rounding to that of the total", () => {
  expect(pages("gddgdrt", 40, 100)).toEqual(["gdd", "gdrt"]);
  expect(pages("gddrt", 40, 100)).toEqual(["gdd", "rt"]);
});

test("a group without days fills the last line, and a line higher than a page has one for itself", () => {
  expect(pages("ggrt", 20, 20)).toEqual(["gg", "rt"]);
  expect(pages("ggrt", 5, 5)).toEqual(["g", "g", "r", "t"]);
  expect(pages("", 10, 10)).toEqual([]);
});

import { expect, it } from "vitest";
import { rank } from "./rank";
import type { Offer } from "./offer";
import { takeApart } from "./typed";

const filler = ["to", "below", "for"];
const apart = (text: string) => takeApart(text, filler);

it.each([
  ["top up 84.20", { words: ["top", "up"], number: "84.20" }],
  ["Top Up $1,200.50", { words: ["top", "up"], number: "1200.50" }],
  ["alert below 50", { words: ["alert"], number: "50" }],
  ["alert passport 20%", { words: ["alert", "passport"], number: "20", isShare: true }],
  ["go bills 2026-03", { words: ["go", "bills"], month: "2026-03" }],
  ["bills 2026/3", { words: ["bills"], month: "2026-03" }],
  ["known 2026-3-31", { words: ["known"], day: "2026-03-31" }],
  ["2026/11/22", { words: [], day: "2026-11-22" }],
  ["账单2026年3月", { words: ["账单"], month: "2026-03" }],
  ["账本2026年3月31日", { words: ["账本"], day: "2026-03-31" }],
  ["2026-02-30", { words: ["2026-02-30"] }],
  ["renew passport-1k", { words: ["renew", "passport-1k"] }],
  ["renew passport-1k 2", { words: ["renew", "passport-1k"], number: "2" }],
  ["level v3", { words: ["level", "v3"] }],
  ["充值100", { words: ["充值"], number: "100" }],
  ["٢٥٠", { words: [], number: "250" }],
  ["below", { words: ["below"] }],
  ["2026-13", { words: ["2026-13"] }],
])("%s", (text, typed) => expect(apart(text)).toEqual(typed));

const offer = (id: string, label: string, more: Partial<Offer> = {}): Offer => ({ id, label, also: "", main: true, does: () => "", run: () => undefined, ...more });
const offers = [
  offer("go bills", "Bills"),
  offer("top-up", "Top up", { also: "recharge", takes: "amount" }),
  offer("renew 1", "Renew", { about: "passport-1k" }),
  offer("renew 2", "Renew", { about: "passport-10k", not: () => "It ended for good." }),
  offer("renew 3", "Renew", { about: "passport-100k" }),
  offer("bill 2026-03", "Show the bill", { about: "March 2026", also: "2026-03" }),
  offer("bill", "Show the bill", { takes: "month", away: (typed) => typed.month === "2026-03" }),
  offer("window", "Fold the rail", { main: false }),
];
const ids = (text: string, recent: string[] = []) => rank(offers, apart(text), recent).map((one) => one.offer.id);

it("whole names come before longer ones, and what cannot be done comes last", () => {
  expect(ids("renew passport-1k")[0]).toBe("renew 1");
  expect(ids("renew pass")).toEqual(["renew 1", "renew 3", "renew 2"]);
  expect(rank(offers, apart("renew pass"), []).at(-1)?.not).toBe("It ended for good.");
});

it("a slip of the fingers, the letters alone and another word for it find it, too", () => {
  expect(ids("renwe 1k")[0]).toBe("renew 1");
  expect(ids("rnw 1k")[0]).toBe("renew 1");
  expect(ids("recharge 20")).toEqual(["top-up"]);
  expect(ids("zebra")).toEqual([]);
});

it("a number chooses what takes it, and a month that is there by its name, too", () => {
  expect(ids("top 84.20")).toEqual(["top-up"]);
  expect(ids("bill 2026-03")).toEqual(["bill 2026-03"]);
  expect(ids("bill 1999-01")).toEqual(["bill"]);
});

it("before anything is typed, recent things come first and small ones stay away", () => {
  expect(ids("", ["renew 3"])[0]).toBe("renew 3");
  expect(ids("")).not.toContain("window");
  expect(ids("", ["window"])[0]).toBe("window");
});

/** What was told is sorted by what it asks for. */
import { expect, it } from "vitest";
import { countOf, fixOf, screenOf, sortedNotices } from "./since";

const DAY = 86_400;
const NOW = 100 * DAY;
const told = (id: string, kind: string, daysAgo: number, pack: string | null = null) => ({ id, kind, at: NOW - daysAgo * DAY, package: pack, seen: false });
const sorted = (notices: ReturnType<typeof told>[], owes = false) => sortedNotices(notices, owes, NOW).map((one) => `${one.id} ${one.asks}`);

it("a renewal that failed needs somebody until it succeeded", () => {
  expect(sorted([told("1", "renewal_failed", 9, "p")])).toEqual(["1 needs"]);
  expect(sorted([told("1", "renewal_failed", 9, "p"), told("2", "renewed", 8, "p")])).toEqual(["2 handled", "1 handled"]);
  expect(sorted([told("1", "renewal_failed", 9, "p"), told("2", "renewed", 8, "q")])).toEqual(["1 needs", "2 handled"]);
});

it("of arrears the newest stage needs somebody, as long as something is owed", () => {
  const stages = [told("1", "arrears", 9), told("2", "deadline_near", 3), told("3", "frozen", 1)];
  expect(sorted(stages, true)).toEqual(["3 needs", "2 happened", "1 happened"]);
  expect(sorted(stages, false)).toEqual(["3 handled", "2 handled", "1 handled"]);
});

it("a package that was used up is a question for three days, then a fact", () => {
  expect(sorted([told("1", "package_exhausted", 2, "p"), told("2", "package_low", 3, "p")])).toEqual(["1 needs", "2 happened"]);
  expect(sorted([told("1", "package_exhausted", 31, "p")])).toEqual(["1 happened"]);
});

it("counts what there is, and knows where to go and what would help", () => {
  const all = sortedNotices([told("1", "balance_low", 1), told("2", "renewed", 1, "p"), told("3", "renewed", 2, "p")], false, NOW);
  expect(countOf(all)).toEqual([{ asks: "needs", count: 1 }, { asks: "handled", count: 2 }]);
  expect([screenOf("balance_low"), screenOf("frozen"), screenOf("renewed"), screenOf("package_low")]).toEqual(["alerts", "balance", "renewals", "packages"]);
  expect([fixOf("arrears"), fixOf("package_expiring"), fixOf("package_low")]).toEqual(["money", "renewal", "package"]);
});

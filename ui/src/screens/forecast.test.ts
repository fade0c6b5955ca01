/** What usage to come may bring, on every screen that shows it: ranges, and why there is none. */
import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it } from "vitest";
import App from "../App.svelte";
import { account, answerAs, openedOn } from "../testing/recorded";
import { forecast as store, foreseeing } from "../state/forecast.svelte";
import { session } from "../state/session.svelte";
import { sheets } from "../state/sheets.svelte";
import { countRange, momentWords, moneyRange } from "../parts/ahead";
import { units } from "../state/units.svelte";
import forecast from "../ipc/replies/forecast.json";
import renewal from "../ipc/replies/forecast.renewal.json";
import timeline from "../ipc/replies/forecast_chart.spent.json";
import type { ForecastView } from "../ipc/generated/ForecastView";

const seen = forecast as ForecastView;

async function open(address: string, ...cases: string[]): Promise<HTMLElement> {
  answerAs(...cases);
  openedOn(address);
  const { container } = render(App);
  await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
  await waitFor(() => expect(store.view).toBeDefined());
  await waitFor(() => expect(foreseeing.count).toBe(0));
  return container;
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  store.view = undefined;
  session.account = undefined;
  session.startup = undefined;
  sheets.close();
});

it("a package says what it pays for in a day, when it runs out and what is left of it, as ranges that explain themselves", async () => {
  await open("packages");
  const [lasting, ending] = seen.packages;
  const table = await screen.findByRole("table", { name: "All packages" });
  const heads = within(table).getAllByRole("columnheader").map((head) => head.textContent?.trim());
  expect(heads).toEqual(expect.arrayContaining(["A day", "Runs out", "Left at its end"]));
  expect(table.textContent).toContain(countRange(ending!.pace));
  expect(table.textContent).toContain(momentWords(ending!.runsOut, ""));
  expect(table.textContent).toContain("not before its end");
  expect(table.textContent).toContain(moneyRange(lasting!.unusedMoney!));
  await userEvent.click(within(table).getByRole("button", { name: countRange(ending!.pace) }));
  expect((await screen.findAllByText("Like a known week")).length).toBe(4);
});

it("packages stand in the order in which they come to harm", async () => {
  await open("packages");
  const table = await screen.findByRole("table", { name: "All packages" });
  const harm = seen.packages.toSorted((a, b) => a.harmAt - b.harmAt);
  const rows = within(table).getAllByRole("row").slice(1);
  expect(rows[0]!.textContent).toContain(countRange(harm[0]!.pace));
  expect(rows[1]!.textContent).toContain(countRange(harm[1]!.pace));
});

it("today tells how long the money lasts and what this month's bill comes to", async () => {
  const container = await open("today");
  const figures = container.querySelector(".numbers")?.textContent ?? "";
  expect(figures).toContain("Money lasts");
  expect(figures).toContain("beyond 30 days");
  expect(figures).toContain("usage like the last 4 weeks");
  expect(figures).toContain(`${moneyRange(seen.bill!)} expected`);
});

it("money that usage to come spends is the first problem, and stands on the timeline", async () => {
  const container = await open("today", "calm", "spent");
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toMatch(/at the earliest, usage like that of the last weeks has spent all the money/);
  expect(screen.getAllByRole("button", { name: "Top up" }).length).toBe(2);
  await userEvent.click(within(container.querySelector("figure")!).getByRole("radio", { name: "Table" }));
  expect(timeline.upcoming.some((row) => row.kind === "money_spent")).toBe(true);
  expect(screen.getByRole("table", { name: "The next 30 days" }).textContent).toContain("The money may be spent");
});

it("a renewal that usage to come leaves too little for is told before anybody relies on it", async () => {
  await open("today", "calm", "renewal");
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toMatch(/will fail .+ if usage goes on like in the last weeks: up to \$16\.00 will be missing/);
  const missing = renewal.renewals[0]!.missing!.most;
  await userEvent.click(screen.getByRole("button", { name: `Top up $${missing}` }));
  expect(sheets.current).toEqual({ name: "top-up", amount: missing });
});

it.each([
  ["today", "Needs 14 more days for a forecast."],
  ["balance", "Needs 14 more days for a forecast."],
])("%s says what is missing where nothing is foreseen", async (address, sentence) => {
  const container = await open(address, "own", "first");
  expect(container.textContent).toContain(sentence);
});

it("the line of the balance goes on into its range", async () => {
  const container = await open("balance", "balance");
  expect(container.querySelector("figure")?.textContent).toContain("the range that usage like the last 4 weeks makes of the next 30");
});

it("equal ends of a range are told once", () => {
  units.of(account);
  expect(countRange({ least: "1000", most: "1000" })).toBe("1,000");
  expect(moneyRange({ least: "1.00", most: "2.50" })).toBe("$1.00 – $2.50");
  const why = seen.runway!.why;
  const day = 1_795_000_000;
  expect(momentWords({ earliest: day, latest: day + 60, cameIn: 4, of: 4, why }, "never")).not.toContain("–");
  expect(momentWords({ earliest: day, latest: null, cameIn: 1, of: 4, why }, "never")).toMatch(/^from /);
  expect(momentWords({ earliest: null, latest: null, cameIn: 0, of: 4, why }, "never")).toBe("never");
});

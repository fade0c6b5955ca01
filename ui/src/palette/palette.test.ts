import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it } from "vitest";
import App from "../App.svelte";
import { place } from "../state/place.svelte";
import { palette } from "../state/palette.svelte";
import { preferences } from "../state/preferences.svelte";
import { session } from "../state/session.svelte";
import { verifying } from "../screens/ledger/verifying.svelte";
import { sheets } from "../state/sheets.svelte";
import { status } from "../state/status.svelte";
import { answerAs, openedOn } from "../testing/recorded";
import packages from "../ipc/replies/packages.json";

async function open(address = "today", ...cases: string[]) {
  answerAs(...cases);
  openedOn(address);
  render(App);
  await screen.findByRole("heading", { level: 1 });
  const user = userEvent.setup();
  await user.keyboard("{Control>}k{/Control}");
  const field = await screen.findByRole("combobox", { name: /What to do/ });
  await waitFor(() => expect(screen.getByRole("listbox", { name: "What can be done" }).getAttribute("aria-busy")).toBe("false"));
  return { user, field };
}

const lines = () => within(screen.getByRole("listbox", { name: "What can be done" })).getAllByRole("option");
const first = () => lines()[0]?.textContent ?? "";

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  palette.close();
  session.account = undefined;
  session.startup = undefined;
  sheets.close();
  status.tell("");
});

it("says what it will do with what was typed, does it on Enter, and pays nothing", async () => {
  const { user, field } = await open();
  await user.type(field, "top up 84.20");
  expect(first()).toContain("Opens “Top up” with $84.20");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(sheets.current).toEqual({ name: "top-up", amount: "84.20" }));
  expect(palette.isOpen).toBe(false);
  expect((await screen.findByRole<HTMLInputElement>("textbox", { name: /Amount/ })).value).toBe("84.20");
  expect(status.text).toBe("");
});

it.each([
  ["alert below 50", { name: "alert", rule: { of: "balance" }, line: "50" }],
  ["credit limit 500", { name: "credit-limit", amount: "500" }],
  ["import", { name: "import", paths: [] }],
])("%s", async (text, sheet) => {
  const { user, field } = await open();
  await user.type(field, `${text}{Enter}`);
  await waitFor(() => expect(sheets.current).toEqual(sheet));
});

it("goes to the bill of a month, and says so where there is none", async () => {
  const { user, field } = await open();
  await user.type(field, "go bills 1999-03{Enter}");
  expect((await screen.findAllByText("There is no bill for March 1999.")).length).toBeGreaterThan(0);
  expect(palette.isOpen).toBe(true);
  await user.clear(field);
  await user.type(field, "bill 2026-11{Enter}");
  await waitFor(() => expect(place.params.get("month")).toBe("2026-11"));
});

it.each([
  ["costs allocation 2026-10", "costs", { tab: "allocation", month: "2026-10" }],
  ["findings", "costs", { tab: "optimization" }],
  ["what changed", "costs", { tab: "analysis" }],
  ["as known 2026-10-31", "ledger", { view: "known", day: "2026-10-31" }],
  ["journal 2026-10", "ledger", { month: "2026-10" }],
  ["journal settlements", "ledger", { kind: "settlement" }],
])("%s goes to what these screens show of it", async (text, screenName, params) => {
  const { user, field } = await open();
  await user.type(field, `${text}{Enter}`);
  await waitFor(() => expect(place.screen).toBe(screenName));
  expect(Object.fromEntries(place.params)).toEqual(params);
});

it("shows no day that has not come, and says so", async () => {
  const { user, field } = await open();
  await user.type(field, "known 2999-01-01{Enter}");
  expect((await screen.findAllByText(/2999 has not come yet\.$/)).length).toBeGreaterThan(0);
  expect(palette.isOpen).toBe(true);
});

it("verifies the books and tells what came of it", async () => {
  const { user, field } = await open();
  await user.type(field, "verify the books{Enter}");
  await waitFor(() => expect(place.screen).toBe("ledger"));
  await waitFor(() => expect(status.text).toMatch(/whole/i));
  verifying.forget();
});

it("does with a package what can be done with it, and says of the rest why not", async () => {
  const { user, field } = await open();
  const active = packages.packages.find((row) => row.state === "active")!;
  await user.type(field, `renew ${active.sku} 2{Enter}`);
  await waitFor(() => expect(sheets.current).toMatchObject({ name: "renew", terms: "2", package: { sku: active.sku } }));
});

it("moves by arrows, counts what it found, and tells which line is chosen", async () => {
  const { user, field } = await open();
  await user.type(field, "theme");
  const options = lines();
  expect(field.getAttribute("aria-activedescendant")).toBe(options[0]?.id);
  await user.keyboard("{ArrowDown}");
  expect(field.getAttribute("aria-activedescendant")).toBe(options[1]?.id);
  await user.keyboard("{ArrowUp}{ArrowUp}");
  expect(field.getAttribute("aria-activedescendant")).toBe(options.at(-1)?.id);
  expect(screen.getByText(`${options.length} found`).getAttribute("aria-live")).toBe("polite");
});

it("gives the focus back where it was, and remembers what was done", async () => {
  answerAs();
  openedOn("packages");
  render(App);
  await screen.findByRole("heading", { level: 1 });
  const user = userEvent.setup();
  await user.keyboard("j");
  const row = document.activeElement;
  expect(row?.tagName).toBe("TR");
  await user.keyboard("{Control>}k{/Control}");
  await screen.findByRole("combobox", { name: /What to do/ });
  await user.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement).toBe(row));
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await screen.findByRole("combobox", { name: /What to do/ }), "amounts{Enter}");
  await waitFor(() => expect(preferences.amountsHidden).toBe(true));
  await user.keyboard("{Control>}k{/Control}");
  await waitFor(() => expect(first()).toContain("Show amounts"));
  preferences.toggleAmounts();
});

it("explains a figure of the screen", async () => {
  const { user, field } = await open();
  await user.type(field, "why spendable{Enter}");
  await screen.findByRole("heading", { name: /Why: Spendable now/ });
});

it("waits while a sheet is open", async () => {
  answerAs();
  openedOn("today");
  render(App);
  await screen.findByRole("heading", { level: 1 });
  const user = userEvent.setup();
  await user.keyboard("p");
  await screen.findByRole("textbox", { name: /Amount/ });
  await user.keyboard("{Control>}k{/Control}");
  expect(palette.isOpen).toBe(false);
});

import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it } from "vitest";
import App from "../../App.svelte";
import { session } from "../../state/session.svelte";
import { status } from "../../state/status.svelte";
import { count, money } from "../../parts/format";
import { answerAs, openedOn } from "../../testing/recorded";
import journal from "../../ipc/replies/journal.json";
import known from "../../ipc/replies/known.json";
import saved from "../../ipc/replies/journal_file.json";
import transaction from "../../ipc/replies/transaction.json";
import verified from "../../ipc/replies/verify.json";
import { dayAway, dayOf, isDay, monthsBetween } from "./query";
import { verifying } from "./verifying.svelte";

async function open(address: string, ...cases: string[]): Promise<HTMLElement> {
  answerAs(...cases);
  openedOn(address);
  const { container } = render(App);
  await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
  await screen.findByRole("heading", { level: 1 });
  return container;
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  session.account = undefined;
  session.startup = undefined;
  verifying.forget();
  status.tell("");
});

it("the ledger has the key 0, and says how much it holds", async () => {
  const user = userEvent.setup();
  await open("today");
  await user.keyboard("0");
  expect(location.hash).toBe("#/ledger");
  expect((await screen.findByText(/^The journal holds/)).textContent).toContain(count(journal.extent.transactions));
});

it("of a long journal only some rows exist", async () => {
  await open("ledger");
  const table = await screen.findByRole("table", { name: "Transactions" });
  const rows = table.querySelectorAll("tr[data-row]");
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.length).toBeLessThan(journal.rows.length);
  expect(table.getAttribute("aria-rowcount")).toBe("-1");
});

it("a transaction opens by keys to postings that sum to zero, its reason, and the state of its write", async () => {
  const user = userEvent.setup();
  await open("ledger");
  await screen.findByRole("table", { name: "Transactions" });
  await user.keyboard("j");
  await waitFor(() => expect(document.activeElement?.getAttribute("data-row")).toBe("0"));
  await user.keyboard("{Enter}");
  const pane = await screen.findByRole("complementary", { name: `Transaction ${journal.rows[0]!.id}` });
  const postings = await within(pane).findByRole("table", { name: "Postings" });
  expect(postings.querySelectorAll("tbody tr")).toHaveLength(transaction.postings.length);
  expect(postings.querySelector("tfoot")?.textContent).toContain(money("0.00", "USD"));
  expect(pane.textContent).toContain("Whole: hashed again");
  expect(pane.textContent).toContain(transaction.write.hash.slice(0, 16));
  await user.keyboard("?");
  expect(await screen.findByRole("complementary", { name: "Why: Balance after" })).toBeTruthy();
  await user.keyboard("{Escape}{Escape}");
  await waitFor(() => expect(screen.queryByRole("complementary")).toBeNull());
});

it("a filter goes into the address, and an empty list says which way out there is", async () => {
  const user = userEvent.setup();
  await open("ledger");
  await user.selectOptions(screen.getByRole("combobox", { name: "Kind" }), "top-up");
  expect(location.hash).toContain("kind=top-up");
  cleanup();
  await open("ledger?text=zzz", "filtered-out");
  expect(screen.getByText("No transaction fits the filter.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Clear every filter" }));
  expect(location.hash).toBe("#/ledger");
});

it("an account without movements says so", async () => {
  await open("ledger", "own", "first");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Nothing has moved on this account yet.");
  expect(screen.getByText(/each with postings that sum to zero/)).toBeTruthy();
});

it("verifying says what was checked, and that the books are whole", async () => {
  const user = userEvent.setup();
  await open("ledger");
  await user.keyboard("v");
  const sentence = `Books are whole: ${count(verified.transactions)} transactions balance`;
  await waitFor(() => expect(screen.getByRole("heading", { level: 1 }).textContent).toContain(sentence));
  expect(status.text).toContain(sentence);
  expect(screen.getByText(/were compared in/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Verify again" })).toBeTruthy();
});

it("books that contradict themselves name what differs, and where", async () => {
  const user = userEvent.setup();
  await open("ledger", "broken");
  await user.click(screen.getByRole("button", { name: "Verify the books" }));
  await waitFor(() => expect(screen.getByRole("heading", { level: 1 }).textContent).toMatch(/contradict themselves: the balance of account/));
  expect(screen.getByText(/The journal gives balance 500; stored is balance 501/)).toBeTruthy();
});

it("a day is shown as it was known, and steps by keys", async () => {
  const user = userEvent.setup();
  const container = await open("ledger?view=known&day=2026-11-22");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toContain(money(known.known.balance, "USD"));
  const packages = screen.getByRole("table", { name: "Packages in force" });
  expect(packages.querySelectorAll("tbody tr")).toHaveLength(known.known.packages.length);
  expect(container.textContent).toContain(money(known.known.bill, "USD"));
  await user.keyboard("[[");
  expect(location.hash).toContain("day=2026-11-21");
  const field = screen.getByRole("textbox", { name: "Day" });
  await user.clear(field);
  await user.type(field, "2026-02-30{Enter}");
  expect((await screen.findByRole("alert")).textContent).toContain("no day of the calendar");
});

it("a day before the books heard of the account says so", async () => {
  await open("ledger?view=known&day=2026-11-21", "unheard");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Nothing was known of this account on 21 Nov 2026.");
});

it("the journal is saved as it is filtered", async () => {
  const user = userEvent.setup();
  await open("ledger");
  await user.click(screen.getByRole("button", { name: "Save as CSV" }));
  await waitFor(() => expect(status.text).toContain(saved.fileName));
});

it("days and months of the provider's calendar are counted without the zone of this machine", () => {
  expect(dayOf(Date.UTC(2026, 10, 21, 17) / 1000, 28_800)).toBe("2026-11-22");
  expect([isDay("2026-02-28"), isDay("2026-02-30"), isDay("2026-2-3"), isDay("")]).toEqual([true, false, false, false]);
  expect([dayAway("2026-03-01", -1), dayAway("2026-12-31", 1)]).toEqual(["2026-02-28", "2027-01-01"]);
  const [from, to] = [Date.UTC(2025, 10, 30, 16) / 1000, Date.UTC(2026, 1, 1) / 1000];
  expect(monthsBetween(from, to, 28_800)).toEqual(["2026-02", "2026-01", "2025-12"]);
});

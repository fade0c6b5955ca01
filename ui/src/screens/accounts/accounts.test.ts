/** All accounts: which one needs you first, switching to it, another name, and the list in the top bar. */
import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it } from "vitest";
import App from "../../App.svelte";
import { account, answerAs, openedOn } from "../../testing/recorded";
import { harmAt, harmWords } from "../../parts/harm";
import { accounts as standing } from "../../state/accounts.svelte";
import { foreseeing } from "../../state/forecast.svelte";
import { session } from "../../state/session.svelte";
import { sheets } from "../../state/sheets.svelte";
import { status } from "../../state/status.svelte";
import accounts from "../../ipc/replies/accounts.json";
import foreseen from "../../ipc/replies/accounts.foreseen.json";
import type { AccountRow } from "../../ipc/generated/AccountRow";
import type { AccountsView } from "../../ipc/generated/AccountsView";

const view = accounts as AccountsView;
const [first] = view.rows as [AccountRow];

async function open(address: string, ...cases: string[]): Promise<HTMLElement> {
  answerAs(...cases);
  openedOn(address);
  const { container } = render(App);
  await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
  await waitFor(() => expect(foreseeing.count).toBe(0));
  return container;
}

async function table(): Promise<HTMLElement[]> {
  const found = await screen.findByRole("table", { name: "All accounts" });
  return within(found).getAllByRole("row").slice(1);
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  standing.rows = [];
  session.account = undefined;
  session.startup = undefined;
  sheets.close();
  status.tell("");
});

it("opens with the account that is harmed first, when and by what", async () => {
  await open("accounts");
  const title = await screen.findByRole("heading", { level: 1 });
  expect(title.textContent).toBe(`First: ${first.account.name}, ${harmAt(first)}: ${harmWords(first)}`);
  expect(title.textContent).toContain("(UTC+8): $0.50 is owed, and the time to pay it ends");
});

it("lists every account in the order of Rust, with state, money in its own currency and marked samples", async () => {
  await open("accounts");
  const rows = await table();
  expect(rows.map((row) => row.querySelector("bdi")?.textContent)).toEqual(view.rows.map((row) => row.account.name));
  expect(rows[0]!.textContent).toContain("Grace");
  for (const [index, row] of view.rows.entries()) {
    expect(rows[index]!.textContent).toContain(harmWords(row));
    expect(rows[index]!.textContent?.includes("Sample data")).toBe(row.account.sample);
  }
  for (const sum of view.sums) expect(screen.getAllByText(new RegExp(`^${sum.currency}, `)).length).toBeGreaterThan(0);
});

it("tells why nothing is foreseen of an account, once that is known", async () => {
  await open("accounts", "foreseen");
  const unknown = (foreseen as AccountsView).rows.filter((row) => row.unknown !== null);
  const rows = await table();
  expect(rows.filter((row) => row.textContent?.includes("for a forecast")).length).toBe(unknown.length);
  expect(document.body.textContent).toContain("too little usage is known for a forecast");
});

it("explains a time to harm in the money and on the clock of its account", async () => {
  await open("accounts");
  const [row] = await table();
  row!.focus();
  await userEvent.keyboard("?");
  expect(await screen.findByText("Why: Time to harm")).toBeTruthy();
  expect(document.querySelector("aside")?.textContent).toContain("The soonest of everything that goes wrong");
});

it("switches to an account with Enter and shows its Today", async () => {
  await open("accounts");
  const [row] = await table();
  row!.focus();
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(session.account?.id).toBe(first.account.id));
  expect(location.hash).toBe("#/today");
});

it("renames with F2, says why it cannot, and keeps what was typed", async () => {
  await open("accounts", "taken");
  const [row] = await table();
  row!.focus();
  await userEvent.keyboard("{F2}");
  const field = await screen.findByRole("textbox", { name: "Name" });
  expect(field).toHaveProperty("value", first.account.name);
  await userEvent.clear(field);
  await userEvent.type(field, "Other{Enter}");
  expect((await screen.findByRole("alert")).textContent).toContain("exists already");
  expect(field).toHaveProperty("value", "Other");
  answerAs();
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(status.text).toContain("is called");
});

it("says of one account alone that it is, and does not speak of a first one when nothing goes wrong", async () => {
  const container = await open("accounts", "single");
  await screen.findByRole("heading", { level: 1 });
  expect(container.textContent).toContain("This is the only account in these books.");
});

it("the list in the top bar has the same order and says what goes wrong", async () => {
  await open("today");
  const list = await screen.findByRole("combobox", { name: "Account" });
  await waitFor(() => expect(list.textContent).toContain(harmWords(standing.row(account)!)));
  expect(within(list).getAllByRole("option").at(-1)?.textContent).toBe("Open another account…");
});

it("stands in the rail beside Settings, and the account's own screen belongs to it", async () => {
  await open("account");
  const link = await screen.findByRole("link", { name: "Accounts" });
  expect(link.getAttribute("aria-current")).toBe("true");
  expect(screen.queryByRole("link", { name: "Account" })).toBeNull();
});

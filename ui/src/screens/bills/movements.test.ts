import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it } from "vitest";
import App from "../../App.svelte";
import { money } from "../../parts/format";
import { session } from "../../state/session.svelte";
import { answerAs, openedOn } from "../../testing/recorded";
import bill from "../../ipc/replies/bill.json";
import lines from "../../ipc/replies/bill_lines.json";

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  session.account = undefined;
  session.startup = undefined;
});

async function openLines(): Promise<HTMLElement> {
  answerAs();
  openedOn(`bills?month=${bill.bill.month}`);
  render(App);
  const group = bill.groups[0]!;
  const buttons = await screen.findAllByRole("button", { name: `Show the lines of ${group.name}` });
  await userEvent.click(buttons[0]!);
  const pane = await screen.findByRole("complementary", { name: group.name });
  await waitFor(() => expect(pane.querySelectorAll("details")).toHaveLength(lines.lines.length));
  return pane;
}

it("a group of a bill opens to its lines: every field, how each was paid, and why", async () => {
  const pane = await openLines();
  const line = lines.lines[0]!;
  const details = pane.querySelector("details")!;
  details.open = true;
  expect(details.querySelectorAll("dt")).toHaveLength(line.fields.length);
  for (const name of ["Billing cycle", "Transaction type", "Transaction id", "Amount due", "Still owed"]) {
    expect(within(details).getByText(name)).toBeTruthy();
  }
  expect(details.textContent).toContain(money(line.moved));
  expect(details.textContent).not.toMatch(/bill-field-|movement-|paid-by-[a-z]/);
  const figure = details.querySelector<HTMLButtonElement>(".sum button")!;
  figure.focus();
  await userEvent.keyboard("?");
  await screen.findByText("Amount due to the cent = vouchers + balance + credit + unpaid");
});

it("Escape closes the lines and the focus goes back to the group", async () => {
  const pane = await openLines();
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(pane.isConnected).toBe(false));
  expect(document.activeElement?.getAttribute("aria-label")).toBe(`Show the lines of ${bill.groups[0]!.name}`);
});

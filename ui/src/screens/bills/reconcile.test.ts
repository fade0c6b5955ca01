import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import App from "../../App.svelte";
import * as door from "../../ipc/call";
import { money } from "../../parts/format";
import { monthName } from "../../parts/months";
import { session } from "../../state/session.svelte";
import { place } from "../../state/place.svelte";
import { answerAs, openedOn } from "../../testing/recorded";
import bill from "../../ipc/replies/bill.json";
import kept from "../../ipc/replies/reconciled.json";
import locked from "../../ipc/replies/reconciled.locked.json";

vi.mock("../../ipc/call", async (original) => {
  const real = await original<typeof import("../../ipc/call")>();
  return { ...real, call: vi.fn(real.call) };
});

const MONTH = bill.bill.month;
const asked = (name: string) => vi.mocked(door.call).mock.calls.filter(([command]) => command === name).map(([, request]) => request);

async function open(tab: string, ...cases: string[]) {
  answerAs(...cases);
  openedOn(`bills?month=${MONTH}&tab=${tab}`);
  const { container } = render(App);
  await screen.findByRole("group", { name: "What is shown of the bill" });
  await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
  return userEvent.setup();
}

const texts = (row: HTMLElement) => [...row.querySelectorAll("td")].map((cell) => cell.textContent?.replaceAll(/\s+/g, " ").trim());

beforeEach(() => {
  localStorage.clear();
  vi.mocked(door.call).mockClear();
});

afterEach(() => {
  cleanup();
  session.account = undefined;
  session.startup = undefined;
});

it("what was kept last is shown: the sums, every line that differs, and why", async () => {
  await open("reconcile");
  expect(screen.getByText(/more than the own meter/).textContent).toContain(money("0.06000000"));
  const sums = screen.getByRole("table", { name: "What differs" });
  expect(within(sums).getAllByRole("row")).toHaveLength(kept.last.tallies.length + 2);
  const rows = within(screen.getByRole("table", { name: "Lines that differ" })).getAllByRole("row").slice(1);
  expect(rows).toHaveLength(kept.last.rows.length);
  expect(texts(rows[0]!)[2]).toBe("none");
  expect(rows.map((row) => row.textContent).join(" ")).not.toMatch(/differs-|reconcile-|line-[a-z]/);
});

it("a file is compared by its path; nothing is kept before that is asked for", async () => {
  const user = await open("reconcile");
  await user.type(screen.getByRole("textbox", { name: "The provider’s own bill" }), "/bills/october.csv{Enter}");
  await waitFor(() => expect(asked("preview_reconcile")).toMatchObject([{ month: MONTH, path: "/bills/october.csv" }]));
  await screen.findByText(/Nothing is kept yet/);
  expect(asked("reconcile")).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Keep this comparison" }));
  await waitFor(() => expect(asked("reconcile")).toHaveLength(1));
  expect(asked("lock_bill")).toEqual([]);
});

it("a file that does not fit says line and field", async () => {
  const user = await open("reconcile", "currency");
  await user.type(screen.getByRole("textbox", { name: "The provider’s own bill" }), "bill.csv{Enter}");
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toMatch(/bill\.csv.*2.*currency/);
});

it("a locked bill says so, flags what came later, and can be unlocked", async () => {
  const user = await open("reconcile", "locked");
  expect(screen.getByText(/One movement came to its days later/).textContent).toContain(money(locked.lock.laterMoved));
  await user.click(screen.getByRole("button", { name: `Unlock ${monthName(MONTH)}` }));
  await waitFor(() => expect(asked("lock_bill")).toMatchObject([{ lock: false }]));
});

it("the history names what happened, newest first, and keys go from tab to tab", async () => {
  const user = await open("history", "locked");
  const rows = within(screen.getByRole("table", { name: "What happened" })).getAllByRole("row").slice(1);
  expect(rows).toHaveLength(locked.history.length);
  expect(rows[0]!.textContent).toContain("After the lock");
  expect(rows.map((row) => row.textContent).join(" ")).not.toMatch(/bill-event-/);
  await user.keyboard("<");
  await waitFor(() => expect(place.params.get("tab")).toBe("reconcile"));
  await user.keyboard("<");
  await waitFor(() => expect(place.params.get("tab")).toBeNull());
});

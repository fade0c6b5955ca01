import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import App from "../../App.svelte";
import { session } from "../../state/session.svelte";
import { sheets } from "../../state/sheets.svelte";
import { money } from "../format";
import { answerAs, openedOn } from "../../testing/recorded";
import type { ArrearsView } from "../../ipc/generated/ArrearsView";
import grace from "../../ipc/replies/arrears.arrears.json";
import zeroGrace from "../../ipc/replies/arrears.zero-grace.json";
import { status } from "../../state/status.svelte";
import * as door from "../../ipc/call";
import Arrears from "./Arrears.svelte";

vi.mock("../../ipc/call", async (original) => {
  const real = await original<typeof import("../../ipc/call")>();
  return { ...real, call: vi.fn(real.call), saveText: vi.fn(real.saveText) };
});

const owed = () => money(grace.owed, "USD");

async function open(address: string, ...cases: string[]): Promise<HTMLElement> {
  answerAs(...cases);
  openedOn(address);
  const { container } = render(App);
  await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
  return container;
}

/** The rail of an account of which everything stops, made from one of which pay-per-use does. */
function everything(stage: string): ArrearsView {
  const view = structuredClone(grace) as ArrearsView;
  return { ...view, stage, everythingStops: true, works: ["topping_up"], stops: ["running_classes", "packages", "recordings", "new_classes", "buying"] };
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  session.account = undefined;
  session.startup = undefined;
  sheets.close();
});

describe.each(["today", "usage", "packages", "balance", "bills"])("%s of an account that owes", (address) => {
  it("opens with the rail instead of its sentence, and no dialog", async () => {
    await open(address, "arrears");
    expect((await screen.findAllByRole("heading", { level: 1 })).map((one) => one.textContent)).toEqual([
      expect.stringMatching(new RegExp(`^\\${owed()} is owed\\. Buying and renewing are refused`)),
    ]);
    expect(within(screen.getByRole("list", { name: "From normal to released" })).getAllByRole("listitem").map((one) => one.textContent?.split(":")[0])).toEqual(["Normal", "Grace", "Frozen", "Released"]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

it("a rung names amount and last moment, and opens the top-up with that amount", async () => {
  await open("usage", "arrears");
  const pay = await screen.findAllByRole("button", { name: new RegExp(`^Pay \\${owed()} by .+ \\(UTC\\+8\\)$`) });
  expect(pay).toHaveLength(2);
  await userEvent.click(pay[0]!);
  expect((await screen.findByRole<HTMLInputElement>("textbox", { name: /Amount/ })).value).toBe(grace.owed);
});

it("a deadline says why it is then", async () => {
  await open("balance", "arrears");
  const list = await screen.findByRole("list", { name: "What a payment buys" });
  await userEvent.click(list.querySelectorAll<HTMLElement>("[data-why]")[1]!);
  expect(await screen.findByText("Start of the arrears + the days of grace of the customer’s level")).toBeTruthy();
});

it.each([
  ["grace", "From "],
  ["suspended", "Everything is suspended."],
  ["release_pending", "The retention period is over."],
  ["released", "The account was released"],
])("where everything stops, %s says so", (stage, sentence) => {
  render(Arrears, { view: everything(stage), onpay: () => undefined, onsave: () => undefined });
  expect(screen.getByRole("heading", { level: 1 }).textContent).toContain(sentence);
  const all = screen.queryAllByText("Everything, even with package quota left");
  expect(all).toHaveLength(stage === "grace" ? 0 : 1);
  if (stage !== "grace") expect(all[0]?.parentElement?.firstElementChild).toBe(all[0]);
});

it("without grace the list goes from normal to frozen", () => {
  render(Arrears, { view: zeroGrace as ArrearsView, onpay: () => undefined, onsave: () => undefined });
  expect(within(screen.getByRole("list", { name: "From normal to released" })).getAllByRole("listitem").map((one) => one.textContent?.split(":")[0])).toEqual(["Normal", "Frozen", "Released"]);
});

it("before the fact the balance shows what would happen, and what avoids it", async () => {
  await open("balance", "overdrawn");
  expect(await screen.findByRole("heading", { name: "If a settlement cannot be paid" })).toBeTruthy();
  expect(screen.getByText(/^The settlement of .+ lacks money\.$/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: /^Pay \$0\.20 by / }));
  expect((await screen.findByRole<HTMLInputElement>("textbox", { name: /Amount/ })).value).toBe("0.20");
});

it("the deadlines go into a calendar, each with its words", async () => {
  await open("today", "arrears");
  await userEvent.click(await screen.findByRole("button", { name: "Save these deadlines as calendar" }));
  await waitFor(() => expect(status.text).toBe("2 deadlines are saved in ~/deadlines-main.ics."));
  const request = vi.mocked(door.call).mock.calls.find(([command]) => command === "deadlines_calendar")![1];
  const { words } = request as { words: { of: string; summary: string; description: string }[] };
  const pay = words.find((one) => one.of === "pay-keeps-running")!;
  expect(pay.summary).toMatch(new RegExp(`: pay \\${owed()}$`));
  expect(pay.description).toMatch(/^Pay-per-use goes on: the account does not freeze\./);
  expect(words.map((one) => one.of)).toContain("begins-released");
  expect(vi.mocked(door.saveText).mock.calls[0]![1]).toMatch(/^BEGIN:VCALENDAR\r\n/);
});

it("without a deadline ahead there is nothing to save", async () => {
  await open("today", "released");
  await screen.findByRole("list", { name: "What a payment buys" });
  expect(screen.queryByRole("button", { name: "Save these deadlines as calendar" })).toBeNull();
});

import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import App from "../../App.svelte";
import * as door from "../../ipc/call";
import { money } from "../../parts/format";
import { session } from "../../state/session.svelte";
import { sheets } from "../../state/sheets.svelte";
import { place } from "../../state/place.svelte";
import { units } from "../../state/units.svelte";
import { answerAs, openedOn, school } from "../../testing/recorded";
import allocation from "../../ipc/replies/cost_allocation.json";
import analysis from "../../ipc/replies/cost_analysis.json";
import findings from "../../ipc/replies/cost_findings.json";
import composition from "../../ipc/replies/cost_composition.json";

vi.mock("../../ipc/call", async (original) => {
  const real = await original<typeof import("../../ipc/call")>();
  return { ...real, call: vi.fn(real.call) };
});

const month = composition.month!;
const asked = (command: string) => vi.mocked(door.call).mock.calls.filter(([name]) => name === command).map(([, request]) => request);

async function open(address: string, ...cases: string[]) {
  answerAs(...cases);
  openedOn(address);
  const { container } = render(App);
  await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
  await screen.findByRole("heading", { level: 1 });
  return userEvent.setup();
}

const texts = (row: HTMLElement) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent?.replaceAll(/\s+/g, " ").trim());

beforeEach(() => {
  localStorage.clear();
  vi.mocked(door.call).mockClear();
});
afterEach(() => {
  cleanup();
  session.account = undefined;
  session.startup = undefined;
  units.applications = false;
  sheets.close();
});

it("a month is shown by billing mode and service, and comes to its bill", async () => {
  const user = await open("costs");
  const table = screen.getByRole("table", { name: "Made of" });
  const first = month.modes[0]!;
  expect(within(table).getByRole("button", { name: "pay-per-use" }).getAttribute("aria-expanded")).toBe("true");
  const rows = within(table).getAllByRole("row");
  expect(rows).toHaveLength(2 + month.modes.length + month.modes.reduce((sum, mode) => sum + mode.parts.length, 0));
  const last = texts(rows.at(-1)!);
  expect([last[0], last[3]]).toEqual(["Total", money(month.bill.total).replace("$", "")]);
  await user.click(within(table).getByRole("button", { name: "pay-per-use" }));
  expect(within(table).getAllByRole("row")).toHaveLength(rows.length - first.parts.length);
});

it("the month before is one key away", async () => {
  const user = await open("costs");
  await user.keyboard("[[");
  expect(place.params.get("month")).toBe(composition.months[1]);
  await waitFor(() => expect(asked("cost_composition").at(-1)).toMatchObject({ month: composition.months[1] }));
});

it("what is unallocated stands last, whatever it comes to", async () => {
  const user = await open("costs?tab=allocation");
  const table = screen.getByRole("table", { name: "What it was for" });
  const rows = within(table).getAllByRole("row").slice(1);
  expect(rows).toHaveLength(allocation.month!.rows.length + 1);
  expect(texts(rows.at(-2)!)[0]).toBe("Unallocated no project named");
  const choice = screen.getByRole("group", { name: "What it was for" });
  await user.click(within(choice).getByRole("radio", { name: "Member account" }));
  await waitFor(() => expect(asked("cost_allocation").at(-1)).toMatchObject({ by: "member" }));
});

it("what changed adds up from the range before to the range", async () => {
  await open("costs?tab=analysis");
  const table = screen.getByRole("table", { name: "By group" });
  const last = texts(within(table).getAllByRole("row").at(-1)!);
  const bare = (amount: string) => money(amount).replace("$", "");
  expect(last.slice(0, 3)).toEqual(["Total", bare(analysis.total.before.amount), bare(analysis.total.now.amount)]);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toContain(money(analysis.total.now.rounded));
  expect(screen.getByRole("img", { name: /^What changed: / })).toBeTruthy();
});

it("a group becomes a filter, the filter a chip, and the rest is told apart by what is left", async () => {
  const user = await open("costs?tab=analysis");
  await user.keyboard("j{Enter}");
  const name = analysis.groups[0]!.value!;
  await waitFor(() => expect(asked("cost_analysis").at(-1)).toMatchObject({ service: name, by: "region" }));
  await user.click(await screen.findByRole("button", { name: `Remove the filter ${name}` }));
  await waitFor(() => expect(asked("cost_analysis").at(-1)).toMatchObject({ service: null }));
});

it("ranges are stepped through with two keys, and packages spread on demand", async () => {
  const user = await open("costs?tab=analysis");
  await user.keyboard("]");
  await waitFor(() => expect(asked("cost_analysis").at(-1)).toMatchObject({ range: "3m" }));
  await user.keyboard("[[");
  await waitFor(() => expect(asked("cost_analysis").at(-1)).toMatchObject({ range: "mtd" }));
  await user.click(screen.getByRole("radio", { name: "Amortised" }));
  await waitFor(() => expect(asked("cost_analysis").at(-1)).toMatchObject({ view: "amortised" }));
});

it("an account of applications is told apart by application, and has overage", async () => {
  answerAs("lcic");
  openedOn("costs?tab=analysis&by=region", school);
  render(App);
  const choice = await screen.findByRole("group", { name: "By group" });
  expect(within(choice).getAllByRole("radio").map((radio) => radio.parentElement?.textContent?.trim())).toEqual(["Application", "Billing mode"]);
});

it("what could be saved is ranked, says why, and a button only prepares it", async () => {
  const user = await open("costs?tab=optimization");
  const table = screen.getByRole("table", { name: "What could be saved" });
  const first = findings.findings[0]!;
  expect(screen.getByRole("heading", { level: 1 }).textContent).toContain(money(first.perMonth));
  expect(within(table).getAllByRole("row")).toHaveLength(findings.findings.length + 1);
  vi.mocked(door.call).mockClear();
  await user.keyboard("j{Enter}");
  expect(sheets.current?.name).toBe(first.prepare.sheet);
  expect(vi.mocked(door.call).mock.calls.map(([name]) => name)).not.toContain("buy");
});

it("nothing to find says so, and what was looked at", async () => {
  await open("costs?tab=optimization", "own", "first");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("No change is worth it.");
  expect(screen.getByText(/^Looked at:/)).toBeTruthy();
});

it("the views are stepped through with two keys", async () => {
  const user = await open("costs");
  await user.keyboard(">");
  await waitFor(() => expect(place.params.get("tab")).toBe("allocation"));
  await screen.findByRole("table", { name: "What it was for" });
  await user.keyboard("<");
  await waitFor(() => expect(place.params.get("tab")).toBeNull());
});

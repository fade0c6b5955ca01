import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import App from "../../App.svelte";
import * as door from "../../ipc/call";
import { session } from "../../state/session.svelte";
import { place } from "../../state/place.svelte";
import { units } from "../../state/units.svelte";
import { answerAs, openedOn, school } from "../../testing/recorded";
import member from "../../ipc/replies/bill_by.member.json";
import projects from "../../ipc/replies/bill_by.json";

vi.mock("../../ipc/call", async (original) => {
  const real = await original<typeof import("../../ipc/call")>();
  return { ...real, call: vi.fn(real.call) };
});

const MONTH = "bills?month=2026-11";
const asked = () => vi.mocked(door.call).mock.calls.filter(([command]) => command === "bill_by").map(([, request]) => request);

async function open(address: string, ...cases: string[]) {
  answerAs(...cases);
  openedOn(address);
  const { container } = render(App);
  await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
  return { user: userEvent.setup(), switcher: await screen.findByRole("group", { name: "Sum the lines by" }) };
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
  units.applications = false;
});

it("a bill begins with what was used, and asks for no sums", async () => {
  const { switcher } = await open(MONTH, "tagged");
  expect(within(switcher).getByRole<HTMLInputElement>("radio", { name: "Service" }).checked).toBe(true);
  expect(asked()).toEqual([]);
});

it("its lines are summed by project: what is for none stands last, and all of it is the bill", async () => {
  const { user, switcher } = await open(MONTH, "tagged");
  await user.click(within(switcher).getByRole("radio", { name: "Project" }));
  await waitFor(() => expect(asked()).toMatchObject([{ month: "2026-11", by: "project" }]));
  await screen.findByRole("columnheader", { name: "Project" });
  const table = screen.getByRole("table", { name: "Lines" });
  const rows = within(table).getAllByRole("row").slice(1);
  expect(rows.map(texts)).toEqual([
    ["p-kyc", "2", "1.20000000"],
    ["Unallocated no project named", "2", "0.80000000"],
    ["Total", projects.total.lines, projects.total.amount],
  ]);
  expect(place.params.get("by")).toBe("project");
  await user.click(within(table).getByRole("button", { name: "1.20000000" }));
  expect(await screen.findByText("Amounts due of these lines, added up")).toBeTruthy();
});

it("of member accounts the rest is the account's own", async () => {
  await open(`${MONTH}&by=member`, "member", "tagged");
  const row = (await screen.findByText("your own account")).closest("tr")!;
  expect(texts(row)).toEqual(["Unallocated your own account", "2", member.rows[1]!.amount]);
});

it("a tag is chosen by its key; without any, it says how to begin", async () => {
  const { user, switcher } = await open(MONTH, "tag", "tagged");
  await user.click(within(switcher).getByRole("radio", { name: "Tag" }));
  expect((await screen.findByRole<HTMLSelectElement>("combobox", { name: "Which tag" })).value).toBe("team");
  await waitFor(() => expect(asked()).toMatchObject([{ by: "tag:team" }]));
  cleanup();
  vi.mocked(door.call).mockClear();
  const { user: again, switcher: other } = await open(MONTH);
  await again.click(within(other).getByRole("radio", { name: "Tag" }));
  expect(await screen.findByText("Nothing has a tag yet.")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Tag a service under Packages" }).getAttribute("href")).toBe("#/packages");
  expect(asked()).toEqual([]);
});

it("applications are called so", async () => {
  answerAs("lcic");
  openedOn(MONTH, school);
  render(App);
  const switcher = await screen.findByRole("group", { name: "Sum the lines by" });
  expect(within(switcher).getByRole("radio", { name: "Application" })).toBeTruthy();
});

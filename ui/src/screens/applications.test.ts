import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import App from "../App.svelte";
import { session } from "../state/session.svelte";
import { sheets } from "../state/sheets.svelte";
import { status } from "../state/status.svelte";
import { units } from "../state/units.svelte";
import { answerAs, openedOn, school } from "../testing/recorded";

const everyScreen = ["today", "usage", "packages", "balance", "bills", "renewals", "alerts", "costs", "costs?tab=allocation", "costs?tab=analysis", "costs?tab=optimization", "account", "packages?package=0", "renewals?package=0", "bills?month=2026-11"];

async function open(address: string, ...cases: string[]): Promise<HTMLElement> {
  answerAs(...cases);
  openedOn(address, school);
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
  units.applications = false;
  sheets.close();
  status.tell("");
});

describe.each(everyScreen)("%s of an account of applications", (address) => {
  it("speaks of minutes and applications, and leaves no key on the page", async () => {
    const text = (await open(address, "lcic")).textContent ?? "";
    expect(text).not.toMatch(/\bcalls?\b|\bregions?\b|\bservices?\b|pay-per-use|one by one|lcic · /i);
    expect(text).not.toMatch(/NaN|undefined|null|\{ ?\$|Invalid Date|−0\.00/);
    expect(text).not.toMatch(/\b(column|verdict|notice|entry|state|bill|upcoming|cause|application|overage)-[a-z]+(-[a-z]+)*\b/);
  });
});

it.each(["lcic-grace", "lcic-suspended", "lcic-released"])("%s speaks of applications on the rail too", async (stage) => {
  const text = (await open("today", stage, "lcic")).textContent ?? "";
  expect(text).not.toMatch(/\bcalls?\b|\bservices?\b|pay-per-use/i);
});

it("an account without applications asks for the first one", async () => {
  const user = userEvent.setup();
  await open("today", "lcic-first", "first");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toMatch(/^No application yet\./);
  await user.click(screen.getByRole("button", { name: "Create an application" }));
  expect(sheets.current).toEqual({ name: "new-application" });
});

describe("applications on the Packages screen", () => {
  const rowOf = (name: string) => screen.getAllByRole("listitem").find((row) => within(row).queryByText(name, { selector: "strong" }))!;

  it("say their state, every cause, what it means and what ends it", async () => {
    await open("packages", "lcic");
    const music = rowOf("music");
    expect(music.textContent).toContain("Suspended");
    expect(music.textContent).toMatch(/Quota used up\. The packages in force are used up and overage is off.+It ends when overage is switched on/);
    expect(music.textContent).toContain("Rule T-19 · Payment Overdue, 2024-08-22");
    expect(rowOf("maths").textContent).toMatch(/^maths\s*Runs/);
    expect(rowOf("history").textContent).toContain("No package");
    expect(rowOf("physics").textContent).toMatch(/Disabled.+It ends when you enable it/);
    expect(rowOf("art").textContent).toContain("It never ends");
    expect(within(rowOf("art")).queryByRole("button", { name: /overage|Buy/ })).toBeNull();
  });

  it("lead to their sheets", async () => {
    const user = userEvent.setup();
    await open("packages", "lcic");
    await user.click(screen.getByRole("button", { name: "Switch overage on for music" }));
    expect(sheets.current).toEqual({ name: "overage", application: "music", on: true });
    sheets.close();
    await user.click(screen.getByRole("button", { name: "Buy a package for history" }));
    expect(sheets.current).toEqual({ name: "buy", place: { service: "lcic", region: "history" } });
    sheets.close();
    await user.click(screen.getByRole("button", { name: "Enable physics" }));
    expect(sheets.current).toEqual({ name: "service", place: { service: "lcic", region: "physics" }, enable: true });
    sheets.close();
    await user.keyboard("n");
    expect(sheets.current).toEqual({ name: "new-application" });
  });

  it("stand still together while the account owes", async () => {
    await open("packages", "lcic-suspended", "lcic");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toMatch(/^Everything is suspended\. Pay \$15\.00 by /);
    expect(rowOf("maths").textContent).toMatch(/Arrears.+even with package quota left/);
  });
});

it("usage is told by application alone", async () => {
  await open("usage", "lcic");
  const table = screen.getByRole("table", { name: "By application" });
  expect(within(table).getAllByRole("columnheader").map((one) => one.textContent?.trim())).toEqual(["Application", "Minutes", "From packages", "Overage", "Charged USD"]);
  expect(within(screen.getByRole("combobox", { name: "Stacked by" })).getAllByRole("option").map((one) => one.textContent)).toEqual(["Paid by", "By application"]);
});

import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as door from "../ipc/call";
import { sheets, type OpenSheet } from "../state/sheets.svelte";
import { status } from "../state/status.svelte";
import { units } from "../state/units.svelte";
import { money } from "../parts/format";
import { answerAs, openedOn, school } from "../testing/recorded";
import bought from "../ipc/replies/preview_buy.lcic.json";
import short from "../ipc/replies/preview_buy.lcic-refused.json";
import back from "../ipc/replies/preview_unsubscribe.lcic.json";
import Sheets from "./Sheets.svelte";

vi.mock("../ipc/call", async (original) => {
  const real = await original<typeof import("../ipc/call")>();
  return { ...real, call: vi.fn(real.call) };
});

const usd = (amount: string) => money(amount, "USD");
const asked = (name: string) => vi.mocked(door.call).mock.calls.filter(([command]) => command === name).map(([, request]) => request);
const place = (region: string) => ({ service: "lcic", region });

function open(sheet: OpenSheet, ...cases: string[]) {
  answerAs(...cases, "lcic");
  openedOn("packages", school);
  sheets.current = sheet;
  render(Sheets, { account: school });
  return userEvent.setup();
}

beforeEach(() => {
  localStorage.clear();
  vi.mocked(door.call).mockReset();
  vi.mocked(door.call).mockImplementation(async (name) => (await import("../ipc/recorded")).replyTo(name));
});
afterEach(() => {
  sheets.close();
  cleanup();
  units.applications = false;
  status.tell("");
});

describe("a new application", () => {
  it("is previewed by its name, made, and asks for its package next", async () => {
    const user = open({ name: "new-application" });
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Create an application" }).disabled).toBe(true);
    await user.type(screen.getByRole("textbox", { name: "Name of the application" }), "maths");
    expect(await screen.findByText(/It ends when a package is bought/)).toBeTruthy();
    expect(asked("preview_service")).toEqual([{ accountId: school.id, service: "lcic", region: "maths", enable: true }]);
    await user.click(await screen.findByRole("button", { name: "Create maths" }));
    await waitFor(() => expect(sheets.current).toEqual({ name: "buy", place: place("maths") }));
    expect(status.text).toBe("maths is created.");
  });

  it("that is there already says so and cannot be made", async () => {
    const user = open({ name: "new-application" }, "refused");
    await user.type(screen.getByRole("textbox", { name: "Name of the application" }), "maths");
    expect((await screen.findByRole("alert")).textContent?.trim()).toBe("The application is not enabled.");
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Create an application" }).disabled).toBe(true);
  });
});

describe("a package for an application", () => {
  it("begins with one that lacks it, and says that it runs afterwards and until when it can be given back", async () => {
    const user = open({ name: "buy" });
    const choice = await screen.findByRole<HTMLSelectElement>("combobox", { name: "Application" });
    expect(choice.value).toBe("art");
    await user.selectOptions(choice, "history");
    await user.click(screen.getByRole("radio", { name: /lcic-monthly-10k/ }));
    await waitFor(() => expect(asked("preview_buy").at(-1)).toMatchObject({ application: "history", sku: bought.sku }));
    expect(await screen.findByRole("heading", { name: `What becomes of ${bought.region}` })).toBeTruthy();
    expect(screen.getByText(/Unused, it can be given back until 27 Nov 2026/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: `Buy 10,000 minutes for ${bought.region}, ${usd(bought.price)}` }));
    await waitFor(() => expect(status.text).toContain(`Bought ${bought.sku} for ${bought.region}`));
    expect(asked("buy")[0]).toMatchObject({ application: "history" });
  });

  it("comes back to the same application after a top-up", async () => {
    const user = open({ name: "buy", sku: bought.sku, place: place("maths") }, "lcic-refused");
    await user.click(await screen.findByRole("button", { name: `Top up ${usd(short.args.short)} first` }));
    expect(sheets.current).toEqual({ name: "top-up", amount: short.args.short, then: { name: "buy", sku: bought.sku, place: place("maths") } });
  });

  it("needs an application first", async () => {
    const user = open({ name: "buy" }, "lcic-first");
    await user.click(await screen.findByRole("button", { name: "Create an application" }));
    expect(sheets.current).toEqual({ name: "new-application" });
  });
});

describe("overage", () => {
  it("says what a minute costs and what becomes of the application, then is switched", async () => {
    const user = open({ name: "overage", application: "music", on: true });
    expect(await screen.findByText("A minute beyond them")).toBeTruthy();
    expect(screen.getByText("Runs")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Switch overage on for music" }));
    await waitFor(() => expect(status.text).toBe("The overage of music is on."));
    expect(asked("set_overage")[0]).toMatchObject({ application: "music", on: true });
  });

  it("says what was done also when its sheet was closed meanwhile, and leaves the next one open", async () => {
    const user = open({ name: "overage", application: "music", on: true });
    let answer = () => {};
    const button = await screen.findByRole<HTMLButtonElement>("button", { name: "Switch overage on for music" });
    await waitFor(() => expect(button.disabled).toBe(false));
    vi.mocked(door.call).mockImplementationOnce(async (name) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return (await import("../ipc/recorded")).replyTo(name);
    });
    await user.click(button);
    sheets.replace({ name: "new-application" });
    await screen.findByRole("textbox", { name: "Name of the application" });
    answer();
    await waitFor(() => expect(status.text).toBe("The overage of music is on."));
    expect(sheets.current).toEqual({ name: "new-application" });
  });

  it("of a banned application is refused", async () => {
    open({ name: "overage", application: "art", on: true }, "banned");
    expect((await screen.findByRole("alert")).textContent?.trim()).toBe("The provider stopped this for good.");
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Switch overage on for art" }).disabled).toBe(true);
  });
});

it("disabling an application names the minutes that cannot be used meanwhile", async () => {
  open({ name: "service", place: place("maths"), enable: false }, "lcic-off");
  expect(await screen.findByText("New classes in maths are refused from now on, until it is enabled again.")).toBeTruthy();
  expect(await screen.findByText("8,199")).toBeTruthy();
  expect(screen.getByRole("heading", { name: "What becomes of maths" })).toBeTruthy();
});

describe("giving a package of an application back", () => {
  const chosen = { id: back.packageId, sku: back.sku, ...place("history") };

  it("pays, and says that the application stops", async () => {
    const user = open({ name: "unsubscribe", package: chosen });
    expect(await screen.findByText("Yes, it can be given back now.")).toBeTruthy();
    expect(screen.getByRole("heading", { name: "What becomes of history" })).toBeTruthy();
    const confirm = `Give ${back.sku} back, get ${usd(back.refund.amount)}`;
    expect(screen.getByRole<HTMLButtonElement>("button", { name: confirm }).disabled).toBe(true);
    await user.type(screen.getByRole("textbox"), back.sku);
    await user.click(screen.getByRole("button", { name: confirm }));
    await waitFor(() => expect(status.text).toContain(`${back.sku} is given back for ${usd(back.refund.amount)}.`));
  });

  it("is refused a second time, by its rule, and offers to disable the application", async () => {
    const user = open({ name: "unsubscribe", package: chosen }, "lcic-again");
    expect(await screen.findByText(/An account may give back 1, and has\./)).toBeTruthy();
    expect(screen.getByText(/Rule T-42/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Disable history" }));
    expect(sheets.current).toEqual({ name: "service", place: chosen, enable: false });
  });
});

describe("attendance", () => {
  it("is read without rules, and previewed by application in minutes", async () => {
    const user = open({ name: "import", paths: ["/files/attendance.csv"] });
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Source" }).value).toBe("classroom");
    await user.click(screen.getByRole("button", { name: "Preview" }));
    expect(await screen.findByRole("button", { name: "Import 52 minutes" })).toBeTruthy();
    expect(asked("preview_import")[0]).toMatchObject({ rules: { path: null, text: "", last: false } });
    expect(screen.getByRole("columnheader", { name: "Application" })).toBeTruthy();
    expect(screen.queryByText(/\bcalls?\b|\bservices?\b/i)).toBeNull();
    expect(screen.getByText(/Creates, because classes prove that they were there: drama\./)).toBeTruthy();
  });

  it("with columns called otherwise names them", async () => {
    const user = open({ name: "import", paths: ["/files/attendance.csv"] });
    await user.selectOptions(screen.getByRole("combobox", { name: "How to read attendance" }), "renamed");
    await user.type(screen.getByRole("textbox", { name: "Joined" }), "enter");
    await user.type(screen.getByRole("combobox", { name: "Application" }), "maths");
    await user.click(screen.getByRole("button", { name: "Preview" }));
    await waitFor(() => expect(asked("preview_import")[0]).toMatchObject({ rules: { text: '[columns]\njoined = "enter"\n\n[defaults]\napplication = "maths"\n' } }));
  });
});

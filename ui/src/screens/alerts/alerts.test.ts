import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import App from "../../App.svelte";
import * as door from "../../ipc/call";
import { money } from "../../parts/format";
import { clock } from "../../state/clock.svelte";
import { session } from "../../state/session.svelte";
import { sheets } from "../../state/sheets.svelte";
import { status } from "../../state/status.svelte";
import { account, answerAs, openedOn } from "../../testing/recorded";
import backtest from "../../ipc/replies/alert_backtest.json";
import away from "../../ipc/replies/today.away.json";
import set from "../../ipc/replies/alerts.json";
import plan from "../../ipc/replies/preview_alert.json";

vi.mock("../../ipc/call", async (original) => {
  const real = await original<typeof import("../../ipc/call")>();
  return { ...real, call: vi.fn(real.call) };
});

const asked = (name: string) => vi.mocked(door.call).mock.calls.filter(([command]) => command === name).map(([, request]) => request);

async function open(address: string, ...cases: string[]): Promise<HTMLElement> {
  answerAs(...cases);
  openedOn(address);
  const { container } = render(App);
  await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
  return container;
}

beforeEach(() => {
  localStorage.clear();
  vi.mocked(door.call).mockClear();
});
afterEach(() => {
  cleanup();
  session.account = undefined;
  session.startup = undefined;
  sheets.close();
  status.tell("");
});

describe("the inbox", () => {
  it("has an entry per crossing with value and line, and silences the one that repeats", async () => {
    await open("alerts", "fired");
    const inbox = await screen.findByRole("region", { name: "What was told" });
    expect(inbox.textContent).toContain("$20.00 was available, below the line of $20.01.");
    expect(inbox.textContent).toMatch(/told once/);
    await userEvent.click(within(inbox).getByRole("button", { name: "Acknowledge the balance alert" }));
    expect(asked("acknowledge_alert")).toHaveLength(1);
    await waitFor(() => expect(status.text).toMatch(/^Acknowledged\./));
  });

  it("is silent for a time and says until when, and only the balance alert can be", async () => {
    await open("alerts", "fired");
    const inbox = await screen.findByRole("region", { name: "What was told" });
    await userEvent.click(within(inbox).getByRole("button", { name: "Snooze for 7 days" }));
    const [request] = asked("snooze_alert");
    expect(request).toMatchObject({ accountId: account.id });
    expect((request as { until: number }).until - clock.now).toBeLessThanOrEqual(7 * 86_400);
    await waitFor(() => expect(status.text).toMatch(/^The balance alert is snoozed until .+ \(UTC\+8\)\. Deadlines and arrears are told all the same\.$/));
  });

  it("says of a snoozed alert that it is, and ends it", async () => {
    await open("alerts", "snoozed");
    const inbox = await screen.findByRole("region", { name: "What was told" });
    expect(within(inbox).getByText("Snoozed")).toBeTruthy();
    const rules = screen.getByRole("region", { name: "Rules" });
    expect(rules.textContent).toContain("Nothing is told until");
    expect(within(rules).queryByRole("button", { name: /Snooze for/ })).toBeNull();
    await userEvent.click(within(rules).getByRole("button", { name: "End the snooze" }));
    expect(asked("snooze_alert")).toMatchObject([{ until: null }]);
  });

  it("of arrears offers no snooze", async () => {
    await open("alerts", "arrears");
    const inbox = await screen.findByRole("region", { name: "What was told" });
    expect(within(inbox).getByText("Still so")).toBeTruthy();
    expect(within(inbox).queryByRole("button", { name: /Snooze/ })).toBeNull();
  });

  it("names what was left of a quota and the share that is the line", async () => {
    await open("alerts", "package");
    expect((await screen.findByRole("region", { name: "What was told" })).textContent).toContain("975 of 1,000 was left; the line is 98%.");
  });

  it("of an account without any says what will be told here", async () => {
    await open("alerts", "own", "first");
    expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("No alert is set, and nothing needs you.");
    expect(screen.getByText("Nothing was told yet.")).toBeTruthy();
  });
});

describe("the sheet", () => {
  it("says what would happen now, and how often it would have fired, before it is set", async () => {
    const user = userEvent.setup();
    await open("alerts", "own", "first");
    await user.click(await screen.findByRole("button", { name: "an amount" }));
    await user.type(await screen.findByRole("textbox", { name: "Below (USD)" }), "20.01");
    const line = money(plan.after, "USD");
    expect(await screen.findByText(`It is told at once: ${money(plan.value, "USD")} is available, below ${line}.`)).toBeTruthy();
    expect(screen.getByText(/would have fired once, with one message in all/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: `Set the alert to ${line}` }));
    expect(asked("set_alert")).toMatchObject([{ rule: { of: "balance" }, line: plan.after }]);
    await waitFor(() => expect(status.text).toBe(`The alert is set to ${line}.`));
    expect(sheets.current).toBeUndefined();
  });

  it("announces a refusal and cannot be confirmed", async () => {
    const user = userEvent.setup();
    await open("alerts", "own", "first", "refused");
    await user.click(await screen.findByRole("button", { name: "an amount" }));
    await user.type(await screen.findByRole("textbox", { name: "Below (USD)" }), "-1");
    expect((await screen.findByRole("alert")).textContent).toMatch(/between/i);
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Set the alert" }).disabled).toBe(true);
  });

  it("opens with `a` from the balance and from a package", async () => {
    await open("balance");
    await screen.findByRole("heading", { level: 1 });
    await userEvent.keyboard("a");
    expect(sheets.current).toEqual({ name: "alert", rule: { of: "balance" } });
    sheets.close();
    openedOn("packages?package=0");
    await screen.findByText(/calls are left/);
    await userEvent.keyboard("a");
    expect(sheets.current).toMatchObject({ name: "alert", rule: { of: "package" } });
  });
});

it("what happened while the program was closed is told in order, until it is dismissed", async () => {
  await open("today", "away");
  const summary = await screen.findByRole("region", { name: "While you were away" });
  expect(summary.textContent).toContain("one settlement, $1.50.");
  expect(within(summary).getAllByRole("listitem")).toHaveLength(away.away.notices.length);
  await userEvent.click(within(summary).getByRole("button", { name: "Dismiss the summary" }));
  expect(asked("dismiss_away")).toEqual([{ accountId: account.id }]);
});

describe("usage that is too old", () => {
  afterEach(async () => {
    const real = await vi.importActual<typeof import("../../ipc/call")>("../../ipc/call");
    vi.mocked(door.call).mockImplementation(real.call);
  });

  it("leaves a rule blind: nothing is said of now, and the last value is called so", async () => {
    const real = await vi.importActual<typeof import("../../ipc/call")>("../../ipc/call");
    const old = { ...set, usageUntil: set.asOf - 4 * 86_400 };
    vi.mocked(door.call).mockImplementation(((name: never, request: never) => (name === "alerts" ? Promise.resolve({ ok: true, value: old }) : real.call(name, request))) as never);
    await open("alerts");
    const rules = await screen.findByRole("region", { name: "Rules" });
    expect(within(rules).getAllByText("Blind").length).toBeGreaterThan(0);
    expect(rules.textContent).toMatch(/unknown since .* · last known/);
    expect(within(rules).queryByText("Armed")).toBeNull();
  });
});

describe("the backtest", () => {
  it("stands beside a rule, says how often it would have fired, and explains itself", async () => {
    await open("alerts", "fired");
    const rules = await screen.findByRole("region", { name: "Rules" });
    const sentence = await within(rules).findByText(new RegExp(`^In the last ${backtest.days} days it would have fired`));
    expect(within(rules).getAllByRole("img")[0]!.getAttribute("aria-label")).toContain(sentence.textContent!.trim());
    await userEvent.click(sentence);
    expect((await screen.findByRole("complementary")).textContent).toContain("How often available credit fell below the line");
  });

  it("is asked anew as the line is typed", async () => {
    const user = userEvent.setup();
    await open("alerts", "own", "first");
    await user.click(await screen.findByRole("button", { name: "an amount" }));
    await user.type(await screen.findByRole("textbox", { name: "Below (USD)" }), "20.01");
    await waitFor(() => expect(asked("alert_backtest").at(-1)).toMatchObject({ rule: { of: "balance" }, line: plan.after }));
  });
});

import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as door from "../ipc/call";
import { sheets, type OpenSheet, type PackageRef } from "../state/sheets.svelte";
import { status } from "../state/status.svelte";
import { instant, money } from "../parts/format";
import { account, answerAs, openedOn } from "../testing/recorded";
import aligned from "../ipc/replies/preview_renew.aligned.json";
import autoDisable from "../ipc/replies/preview_auto_renew.disable.json";
import autoOff from "../ipc/replies/preview_auto_renew.off.json";
import autoPlan from "../ipc/replies/preview_auto_renew.json";
import autoShort from "../ipc/replies/preview_auto_renew.short.json";
import late from "../ipc/replies/preview_renew.late.json";
import many from "../ipc/replies/preview_auto_renew_many.json";
import refused from "../ipc/replies/preview_renew.refused.json";
import plan from "../ipc/replies/preview_renew.json";
import Sheets from "./Sheets.svelte";

vi.mock("../ipc/call", async (original) => {
  const real = await original<typeof import("../ipc/call")>();
  return { ...real, call: vi.fn(real.call) };
});

const usd = (amount: string) => money(amount, "USD");
const asked = (name: string) => vi.mocked(door.call).mock.calls.filter(([command]) => command === name).map(([, request]) => request);
const chosen: PackageRef = { id: "0", sku: plan.sku, service: "passport-ocr", region: "ap-southeast-1" };

function open(sheet: OpenSheet, ...cases: string[]) {
  answerAs(...cases);
  openedOn("packages");
  sheets.current = sheet;
  render(Sheets, { account });
  return userEvent.setup();
}

beforeEach(() => {
  localStorage.clear();
  vi.mocked(door.call).mockClear();
});
afterEach(() => {
  sheets.close();
  cleanup();
  status.tell("");
});

describe("renew", () => {
  const confirm = `Renew ${plan.sku} for ${usd(plan.price)}`;

  it("lists every term it adds, what it leaves, and which dates move, before it can be confirmed", async () => {
    const user = open({ name: "renew", package: chosen });
    const button = await screen.findByRole("button", { name: confirm });
    const dialog = screen.getByRole("dialog", { name: `Renew ${plan.sku}` });
    for (const cycle of plan.cycles) {
      expect(dialog.textContent).toContain(instant(cycle.startsAt, "second"));
      expect(dialog.textContent).toContain(instant(cycle.endsAt, "second"));
    }
    expect(dialog.textContent).toContain(instant(plan.warningsAfter[0]!, "day"));
    expect(within(dialog).getByRole("row", { name: /Balance/ }).textContent).toContain(usd(plan.after.balance));
    await user.click(button);
    await waitFor(() => expect(status.text).toContain(`Renewed ${plan.sku} for ${usd(plan.price)}`));
    expect(asked("renew")).toMatchObject([{ packageId: "0", terms: plan.terms, basis: plan.basis }]);
    expect(sheets.current).toBeUndefined();
  });

  it("asks for as many terms as are chosen or typed", async () => {
    const user = open({ name: "renew", package: chosen });
    await screen.findByRole("button", { name: confirm });
    await user.click(screen.getByRole("button", { name: "3 terms" }));
    await waitFor(() => expect(asked("preview_renew").at(-1)).toMatchObject({ terms: 3 }));
    await user.clear(screen.getByRole("textbox", { name: /Terms/ }));
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Renew" }).disabled).toBe(true);
  });

  it("ends on a chosen day of the month, and says what the extra days cost", async () => {
    const user = open({ name: "renew", package: chosen });
    await user.click(await screen.findByRole("radio", { name: "On a day of the month" }));
    await waitFor(() => expect(asked("preview_renew").at(-1)).toMatchObject({ alignTo: plan.standardDay }));
    const day = screen.getByRole("textbox", { name: /Day of the month/ });
    await user.clear(day);
    await user.type(day, "32");
    expect((await screen.findByRole("alert")).textContent).toContain("between 1 and 31");
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Renew" }).disabled).toBe(true);
    cleanup();
    open({ name: "renew", package: chosen }, "aligned");
    const dialog = await screen.findByRole("dialog");
    await waitFor(() => expect(dialog.textContent).toContain("Of it for extra days"));
    expect(await screen.findByRole("button", { name: `Renew ${plan.sku} for ${usd(aligned.price)}` })).toBeTruthy();
  });

  it("says from which end it counts when the package has ended", async () => {
    open({ name: "renew", package: chosen }, "late");
    const { daysPassed, daysLeft } = late.late;
    const sentence = `${daysPassed} days of the new term have passed, ${daysLeft} days are left.`;
    expect(await screen.findByText(new RegExp(sentence))).toBeTruthy();
  });

  it("turns missing money into a button, and comes back to as many terms", async () => {
    const user = open({ name: "renew", package: chosen, terms: "2" }, "refused");
    await user.click(await screen.findByRole("button", { name: `Top up ${usd(refused.args.short)} first` }));
    expect(sheets.current).toEqual({ name: "top-up", amount: refused.args.short, then: { name: "renew", package: chosen, terms: "2" } });
  });

  it("offers other packages when this one has ended for good", async () => {
    const user = open({ name: "renew", package: chosen }, "released");
    expect((await screen.findByRole("alert")).textContent).toContain("ended for good");
    await user.click(screen.getByRole("button", { name: "See offers" }));
    expect(sheets.current).toMatchObject({ name: "buy" });
  });

  it("previews again when the books moved", async () => {
    const user = open({ name: "renew", package: chosen }, "stale");
    await user.click(await screen.findByRole("button", { name: confirm }));
    await user.click(await screen.findByRole("button", { name: "Preview again" }));
    expect(await screen.findByRole("button", { name: confirm })).toBeTruthy();
  });
});

describe("automatic renewal", () => {
  it("lets the service be disabled at its end instead", async () => {
    const user = open({ name: "auto-renew", package: chosen, atEnd: "disable" }, "disable");
    expect(await screen.findByText(/^The service is disabled at its end/)).toBeTruthy();
    await user.click(await screen.findByRole("button", { name: `Disable the service when ${plan.sku} ends` }));
    await waitFor(() => expect(status.text).toContain("disabled when"));
    expect(asked("auto_renew")).toMatchObject([{ atEnd: autoDisable.atEndAfter, daysBefore: null }]);
  });

  it("begins with how it is set, and ticks nothing in advance", async () => {
    open({ name: "auto-renew", package: chosen });
    await screen.findByText(/Paid until/);
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Becomes pay-per-use" }).checked).toBe(true);
    expect(screen.queryByRole("radio", { name: "7" })).toBeNull();
    cleanup();
    open({ name: "auto-renew", package: chosen }, "off");
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>("radio", { name: "Renews itself" }).checked).toBe(true));
    expect(screen.getByRole<HTMLInputElement>("radio", { name: String(autoOff.setBefore) }).checked).toBe(true);
  });

  it("lists its attempts, says whether the money does, and switches what was shown", async () => {
    const user = open({ name: "auto-renew", package: chosen });
    await user.click(await screen.findByRole("radio", { name: "Renews itself" }));
    expect(await screen.findByText(/^The first attempt succeeds: \$18\.00/)).toBeTruthy();
    expect(screen.getAllByRole("listitem")).toHaveLength(autoPlan.attempts.length);
    await user.click(screen.getByRole("button", { name: `Renew ${autoPlan.sku} automatically` }));
    await waitFor(() => expect(status.text).toContain("renews itself"));
    expect(asked("auto_renew")).toMatchObject([{ daysBefore: autoPlan.setAfter }]);
  });

  it("says what is missing, until when, and offers it as a button", async () => {
    const user = open({ name: "auto-renew", package: chosen }, "short");
    await user.click(await screen.findByRole("radio", { name: "Renews itself" }));
    const short = autoShort.outcome.short;
    expect(await screen.findByText(new RegExp(`Every attempt fails: \\${usd(short)} is missing`))).toBeTruthy();
    await user.click(screen.getByRole("button", { name: `Top up ${usd(short)}` }));
    expect(sheets.current).toEqual({ name: "top-up", amount: short, then: { name: "auto-renew", package: chosen } });
  });
});

describe("the ends of several packages", () => {
  const packages = many.packages.map((one) => ({ ...chosen, id: one.packageId, sku: one.name }));

  it("says what becomes of each, sets them in one go, and says of those that have ended", async () => {
    const user = open({ name: "auto-renew-many", packages, over: 1 });
    const dialog = await screen.findByRole("dialog", { name: /^At the end of .?2.? packages$/ });
    const button = await screen.findByRole("button", { name: /Set .?2.? packages: .*Renews itself/ });
    expect(dialog.textContent).toContain("One of the selected packages has ended");
    expect(dialog.textContent).toContain("The first attempt succeeds");
    expect(dialog.textContent).toContain("Every attempt fails");
    await user.click(within(dialog).getByRole("radio", { name: "3" }));
    await waitFor(() => expect(asked("preview_auto_renew_many").at(-1)).toMatchObject({ packageIds: ["0", "1"], atEnd: "renew", daysBefore: 3 }));
    await waitFor(() => expect((button as HTMLButtonElement).disabled).toBe(false));
    await user.click(button);
    await waitFor(() => expect(status.text).toContain("packages are set"));
    expect(asked("auto_renew_many")).toMatchObject([{ packageIds: ["0", "1"], daysBefore: 3, basis: many.basis }]);
  });
});

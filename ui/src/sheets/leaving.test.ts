import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as door from "../ipc/call";
import { sheets, type OpenSheet, type PackageRef } from "../state/sheets.svelte";
import { status } from "../state/status.svelte";
import { money } from "../parts/format";
import { account, answerAs, openedOn } from "../testing/recorded";
import arrears from "../ipc/replies/preview_service.arrears.json";
import billed from "../ipc/replies/preview_service.json";
import enable from "../ipc/replies/preview_service.enable.json";
import kept from "../ipc/replies/preview_unsubscribe.json";
import topUp from "../ipc/replies/preview_top_up.json";
import type { UnsubscribePlan } from "../ipc/generated/UnsubscribePlan";
import Sheets from "./Sheets.svelte";

vi.mock("../ipc/call", async (original) => {
  const real = await original<typeof import("../ipc/call")>();
  return { ...real, call: vi.fn(real.call) };
});

const usd = (amount: string) => money(amount, "USD");
const chosen: PackageRef = { id: "0", sku: kept.sku, service: "passport-ocr", region: "ap-southeast-1" };
const where = { service: "passport-ocr", region: "ap-southeast-1" };

function open(sheet: OpenSheet, ...cases: string[]) {
  answerAs(...cases);
  openedOn("packages");
  sheets.current = sheet;
  render(Sheets, { account });
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
  status.tell("");
});

describe("giving a package back", () => {
  it("says on one page that it cannot be, by which rule, and what stays", async () => {
    open({ name: "unsubscribe", package: chosen });
    expect(await screen.findByText("Packages of this provider are not given back.")).toBeTruthy();
    expect(screen.getByText(/Rule H-130 · FAQ: refund of a package/)).toBeTruthy();
    expect(screen.getByText(/1,000 paid calls can be used until/)).toBeTruthy();
    expect(screen.getByText("Nothing is taken after this.")).toBeTruthy();
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("leads to what can be done instead", async () => {
    const user = open({ name: "unsubscribe", package: chosen }, "renewing");
    expect(await screen.findByText(/It renews itself/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Stop its automatic renewal" }));
    expect(sheets.current).toEqual({ name: "auto-renew", package: chosen });
  });

  it("asks for its name before paid calls are lost, and gives back what was shown", async () => {
    const { before, after, basis, why } = topUp;
    const refund = { basis, amount: "15.00", toArrears: "0.00", toCredit: "0.00", toBalance: "15.00", why, before, after };
    const plan = { ...kept, refusal: null, rule: "T-40", refund } as UnsubscribePlan;
    vi.mocked(door.call).mockResolvedValue({ ok: true, value: plan });
    const user = open({ name: "unsubscribe", package: chosen });
    const button = await screen.findByRole<HTMLButtonElement>("button", { name: `Give ${kept.sku} back, get ${usd("15.00")}` });
    expect(button.disabled).toBe(true);
    await user.type(screen.getByRole("textbox", { name: `Type ${kept.sku} to confirm` }), kept.sku);
    expect(button.disabled).toBe(false);
    await user.click(button);
    await waitFor(() => expect(status.text).toContain(`${kept.sku} is given back for ${usd("15.00")}.`));
    expect(vi.mocked(door.call).mock.calls.at(-1)).toMatchObject(["unsubscribe", { packageId: "0", basis }]);
  });
});

describe("a service", () => {
  it("is disabled after what is still billed was named", async () => {
    const user = open({ name: "service", place: where, enable: false });
    expect((await screen.findByText(/Calls already made are still billed/)).closest("li")?.textContent).toContain(usd(billed.tail[0]!.amount));
    await user.click(screen.getByRole("button", { name: "Disable passport-ocr in ap-southeast-1" }));
    await waitFor(() => expect(status.text).toBe("passport-ocr in ap-southeast-1 is disabled."));
  });

  it("names the paid calls that cannot be used meanwhile", async () => {
    open({ name: "service", place: where, enable: false }, "held");
    expect((await screen.findByText(/passport-1k/)).closest("li")?.textContent).toContain("1,000");
  });

  it("is enabled at a price that is named first", async () => {
    open({ name: "service", place: where, enable: true }, "enable");
    expect((await screen.findByText("A call that no package pays for")).nextElementSibling?.textContent).toContain(usd(enable.unitPrice));
  });

  it("is not enabled before the arrears are paid, and says how much", async () => {
    const user = open({ name: "service", place: where, enable: true }, "arrears");
    await user.click(await screen.findByRole("button", { name: `Top up ${usd(arrears.fix.amount)} first` }));
    expect(sheets.current).toMatchObject({ name: "top-up", amount: arrears.fix.amount, then: { name: "service", enable: true } });
  });
});

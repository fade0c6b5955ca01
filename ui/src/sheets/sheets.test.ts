import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as door from "../ipc/call";
import { sheets } from "../state/sheets.svelte";
import { status } from "../state/status.svelte";
import { count, money } from "../parts/format";
import { account, answerAs, openedOn } from "../testing/recorded";
import arrears from "../ipc/replies/balance.arrears.json";
import buyPlan from "../ipc/replies/preview_buy.json";
import buyRefused from "../ipc/replies/preview_buy.refused.json";
import preview from "../ipc/replies/preview_import.json";
import plan from "../ipc/replies/preview_top_up.json";
import topUpRefused from "../ipc/replies/preview_top_up.refused.json";
import Sheets from "./Sheets.svelte";
import type { OpenSheet } from "../state/sheets.svelte";

vi.mock("../ipc/call", async (original) => {
  const real = await original<typeof import("../ipc/call")>();
  return { ...real, call: vi.fn(real.call) };
});

const usd = (amount: string) => money(amount, "USD");
const asked = (name: string) => vi.mocked(door.call).mock.calls.filter(([command]) => command === name).map(([, request]) => request);

function open(sheet: OpenSheet, ...cases: string[]) {
  answerAs(...cases);
  openedOn("today");
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

describe("top up", () => {
  const confirm = `Top up ${usd(plan.amount)}`;

  it("shows where the money goes before it can be confirmed", async () => {
    const user = open({ name: "top-up" });
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Top up" }).disabled).toBe(true);
    await user.type(screen.getByRole("textbox", { name: /Amount/ }), "1,20.00");
    await user.click(await screen.findByRole("button", { name: confirm }));
    await waitFor(() => expect(status.text).toBe(`Topped up ${usd(plan.amount)}. Spendable now: ${usd(plan.after.spendableNow)}.`));
    expect(asked("preview_top_up").at(-1)).toMatchObject({ amount: "120.00" });
    expect(sheets.current).toBeUndefined();
  });

  it("asks once for a number typed in one go", async () => {
    const user = open({ name: "top-up" });
    await user.type(screen.getByRole("textbox", { name: /Amount/ }), "612");
    await screen.findByRole("button", { name: /Top up \$/ });
    expect(asked("preview_top_up")).toEqual([{ accountId: account.id, amount: "612" }]);
  });

  it("announces a refusal and cannot be confirmed", async () => {
    const user = open({ name: "top-up" }, "refused");
    await user.type(screen.getByRole("textbox", { name: /Amount/ }), "0");
    const { lowest, highest } = topUpRefused.args;
    expect((await screen.findByRole("alert")).textContent).toContain(`between ${usd(lowest)} and ${usd(highest)}`);
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Top up" }).disabled).toBe(true);
  });

  it("previews again when the books moved, under the same request id", async () => {
    const user = open({ name: "top-up", amount: "120.00" }, "stale");
    await user.click(await screen.findByRole("button", { name: confirm }));
    await user.click(await screen.findByRole("button", { name: "Preview again" }));
    await user.click(await screen.findByRole("button", { name: confirm }));
    const ids = asked("top_up").map((request) => (request as { requestId: string }).requestId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("offers the amounts that are needed", async () => {
    const user = open({ name: "top-up" }, "arrears");
    await user.click(await screen.findByRole("button", { name: `Clear arrears ${usd(arrears.position.arrears)}` }));
    expect(await screen.findByText("Pays arrears, oldest first")).toBeTruthy();
  });
});

describe("buy", () => {
  it("says from when, until when, in which place, and what it leaves", async () => {
    const user = open({ name: "buy", sku: buyPlan.sku });
    expect(await screen.findByText(new RegExp(`after ${count(buyPlan.beforeIt)} calls of other packages`))).toBeTruthy();
    await user.click(screen.getByRole("button", { name: `Buy ${count(buyPlan.quota)} calls for ${usd(buyPlan.price)}` }));
    await waitFor(() => expect(status.text).toContain(`Bought ${buyPlan.sku} for ${usd(buyPlan.price)}.`));
  });

  it("explains its price and what pays it inside the sheet, and Escape leaves the sheet open", async () => {
    const user = open({ name: "buy", sku: buyPlan.sku });
    const price = (await screen.findByText("Price", { selector: "dt" })).nextElementSibling?.querySelector("button");
    await user.click(price!);
    const part = await screen.findByRole("region", { name: /^Why: / });
    expect(part.closest("dialog")).not.toBeNull();
    const paid = (await screen.findByText("From the balance", { selector: "dt" })).nextElementSibling?.querySelector("button");
    await user.click(paid!);
    expect((await screen.findByRole("region", { name: /From the balance/i })).textContent).toContain("Vouchers first, then the balance, then credit");
    await fireEvent(part.ownerDocument.querySelector("dialog")!, new Event("cancel", { cancelable: true }));
    expect(screen.queryByRole("region", { name: /^Why: / })).toBeNull();
    expect(sheets.current?.name).toBe("buy");
  });

  it("offers every region of a service", async () => {
    const user = open({ name: "buy" });
    await user.selectOptions(await screen.findByRole("combobox", { name: "Service" }), buyPlan.service);
    await user.selectOptions(screen.getByRole("combobox", { name: "Region" }), buyPlan.region);
    expect(screen.getByRole("radio", { name: new RegExp(buyPlan.sku) })).toBeTruthy();
  });

  it("turns missing money into a button, and comes back afterwards", async () => {
    const user = open({ name: "buy", sku: buyPlan.sku }, "refused");
    const short = buyRefused.args.short;
    expect((await screen.findByRole("alert")).textContent).toContain(`${usd(short)} is missing`);
    await user.click(screen.getByRole("button", { name: `Top up ${usd(short)} first` }));
    expect(sheets.current).toEqual({ name: "top-up", amount: short, then: { name: "buy", sku: buyPlan.sku } });
  });
});

describe("import", () => {
  const confirm = `Import ${count(preview.billable)} calls`;

  it("previews every row before anything is written", async () => {
    const user = open({ name: "import", paths: ["/logs/access.log"] });
    await user.click(screen.getByRole("button", { name: "Preview" }));
    expect(await screen.findByText(`${count(preview.billable)} calls, ${usd(preview.cost)} in all.`)).toBeTruthy();
    const rejected = preview.rejected[0]!;
    expect(screen.getByText(`Rejected rows: ${preview.rejectedCount}`)).toBeTruthy();
    expect(screen.getByText(rejected.found)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: confirm }));
    await waitFor(() => expect(status.text).toContain(`Imported ${count(preview.billable)} calls, ${usd(preview.cost)}.`));
    expect(asked("preview_import")[0]).toMatchObject({ paths: ["/logs/access.log"], source: "gateway", zone: null });
  });

  it("asks for the zone when the file has none", async () => {
    const user = open({ name: "import", paths: ["/logs/trace.csv"] }, "zone");
    await user.click(screen.getByRole("button", { name: "Preview" }));
    const zone = await screen.findByRole("combobox", { name: "Zone of the times" });
    await user.selectOptions(zone, "UTC+8");
    await waitFor(() => expect(asked("preview_import").at(-1)).toMatchObject({ zone: "+08:00" }));
  });

  it("forgets the preview when the question changes", async () => {
    const user = open({ name: "import", paths: ["/logs/access.log"] });
    await user.click(screen.getByRole("button", { name: "Preview" }));
    await screen.findByRole("button", { name: confirm });
    await user.type(screen.getByRole("textbox", { name: "Source" }), "-2");
    expect(screen.queryByRole("button", { name: confirm })).toBeNull();
  });

  it("previews again when the books moved", async () => {
    const user = open({ name: "import", paths: ["/logs/access.log"] }, "stale");
    await user.click(screen.getByRole("button", { name: "Preview" }));
    await user.click(await screen.findByRole("button", { name: confirm }));
    await user.click(await screen.findByRole("button", { name: "Preview again" }));
    expect(await screen.findByRole("button", { name: confirm })).toBeTruthy();
  });

  it("takes a path that is typed and lines that are pasted, and leaves either out again", async () => {
    const user = open({ name: "import", paths: [] });
    const field = screen.getByRole("textbox", { name: /Path of a file or folder/ });
    await user.type(field, "access.log{Enter}");
    expect(screen.getByRole("alert").textContent).toContain("Give the whole path");
    await user.clear(field);
    await user.type(field, "~/logs/a.log{Enter}");
    await user.click(field);
    await user.paste("time,status\n2026-11-22T00:00:00Z,200\n");
    expect(screen.getByRole("button", { name: "Leave out a.log" })).toBeTruthy();
    const lines = screen.getByRole("button", { name: "Leave out 2 pasted lines" });
    await user.click(screen.getByRole("button", { name: "Preview" }));
    expect(asked("preview_import").at(-1)).toMatchObject({ paths: ["~/logs/a.log"], pasted: { name: "pasted lines", text: "time,status\n2026-11-22T00:00:00Z,200" } });
    await user.click(lines);
    expect(document.activeElement).toBe(field);
    expect(screen.queryByRole("button", { name: "Leave out 2 pasted lines" })).toBeNull();
  });

  it("says what is missing before it can read", () => {
    open({ name: "import", paths: [] });
    expect(screen.getByText("Choose the files first, or paste lines.")).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Preview" }).disabled).toBe(true);
  });
});

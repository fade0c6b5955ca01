import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as door from "../ipc/call";
import { sheets } from "../state/sheets.svelte";
import { status } from "../state/status.svelte";
import { account, answerAs, openedOn } from "../testing/recorded";
import Sheets from "./Sheets.svelte";
import type { OpenSheet } from "../state/sheets.svelte";

vi.mock("../ipc/call", async (original) => {
  const real = await original<typeof import("../ipc/call")>();
  return { ...real, call: vi.fn(real.call) };
});

const asked = (name: string) => vi.mocked(door.call).mock.calls.filter(([command]) => command === name).map(([, request]) => request);

function open(sheet: OpenSheet, ...cases: string[]) {
  answerAs(...cases);
  openedOn("today");
  sheets.current = sheet;
  render(Sheets, { account });
  return userEvent.setup();
}

beforeEach(() => vi.mocked(door.call).mockClear());
afterEach(() => {
  sheets.close();
  cleanup();
  status.tell("");
});

describe("top up", () => {
  it("shows where the money goes before it can be confirmed", async () => {
    const user = open({ name: "top-up" });
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Top up" }).disabled).toBe(true);
    await user.type(screen.getByRole("textbox", { name: /Amount/ }), "1,00.00");
    await user.click(await screen.findByRole("button", { name: "Top up $100.00" }));
    await waitFor(() => expect(status.text).toBe("Topped up $100.00. Spendable now: $375.96."));
    expect(asked("preview_top_up").at(-1)).toMatchObject({ amount: "100.00" });
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
    expect((await screen.findByRole("alert")).textContent).toContain("between $0.01 and $1,000,000.00");
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Top up" }).disabled).toBe(true);
  });

  it("previews again when the books moved, under the same request id", async () => {
    const user = open({ name: "top-up", amount: "100.00" }, "stale");
    await user.click(await screen.findByRole("button", { name: "Top up $100.00" }));
    await user.click(await screen.findByRole("button", { name: "Preview again" }));
    await user.click(await screen.findByRole("button", { name: "Top up $100.00" }));
    const ids = asked("top_up").map((request) => (request as { requestId: string }).requestId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("offers the amounts that are needed", async () => {
    const user = open({ name: "top-up" }, "arrears");
    await user.click(await screen.findByRole("button", { name: "Clear arrears $84.20" }));
    expect(await screen.findByText("Pays arrears, oldest first")).toBeTruthy();
  });
});

describe("buy", () => {
  it("says from when, until when, in which place, and what it leaves", async () => {
    const user = open({ name: "buy" });
    await user.click(await screen.findByRole("radio", { name: /passport-10k/ }));
    expect(await screen.findByText(/after 102,318 calls of other packages/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Buy 10,000 calls for $130.00" }));
    await waitFor(() => expect(status.text).toContain("Bought passport-10k for $130.00."));
  });

  it("turns missing money into a button, and comes back afterwards", async () => {
    const user = open({ name: "buy" }, "refused");
    await user.click(await screen.findByRole("radio", { name: /passport-100k/ }));
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("$823.00 is missing");
    await user.click(screen.getByRole("button", { name: "Top up $823.00 first" }));
    expect(sheets.current).toEqual({ name: "top-up", amount: "823.00", then: { name: "buy", sku: "passport-100k" } });
  });
});

describe("import", () => {
  it("previews every row before anything is written", async () => {
    const user = open({ name: "import", paths: ["/logs/access.log"] });
    await user.click(screen.getByRole("button", { name: "Preview" }));
    expect(await screen.findByText(/9,171 calls, \$93\.84 in all\./)).toBeTruthy();
    expect(screen.getByText("Rejected rows: 5")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Import 9,171 calls" }));
    await waitFor(() => expect(status.text).toContain("Imported 9,171 calls, $93.84."));
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
    await screen.findByRole("button", { name: "Import 9,171 calls" });
    await user.type(screen.getByRole("textbox", { name: "Source" }), "-2");
    expect(screen.queryByRole("button", { name: "Import 9,171 calls" })).toBeNull();
  });

  it("says what is missing before it can read", () => {
    open({ name: "import", paths: [] });
    expect(screen.getByText("Choose the files first.")).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Preview" }).disabled).toBe(true);
  });
});

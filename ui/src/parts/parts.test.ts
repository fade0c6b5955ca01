import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { createRawSnippet } from "svelte";
import { afterEach, describe, expect, it, vi } from "vitest";
import { pressed } from "../frame/keys";
import { preferences } from "../state/preferences.svelte";
import { explained } from "../state/why.svelte";
import { inWords } from "./chartWords";
import { derivationAsText } from "./derivationText";
import { errorWords } from "./errorWords";
import { money } from "./format";
import Figure from "./Figure.svelte";
import Money from "./Money.svelte";
import { columnsOf, nearest } from "./points";
import Table from "./Table.svelte";
import today from "../ipc/replies/today.json";
import usage from "../ipc/replies/usage.json";
import type { ChartView } from "../ipc/generated/ChartView";
import type { Why } from "../ipc/generated/Why";

addEventListener("keydown", pressed);
afterEach(() => {
  preferences.amountsHidden = false;
  explained.close();
});

describe("Money", () => {
  it("shows what a floating point number could not", () => {
    const { container } = render(Money, { amount: "90071992547409930.01", currency: "USD" });
    expect(container.textContent).toBe("$90,071,992,547,409,930.01");
  });

  it("hides the figure and keeps the currency when amounts are hidden", () => {
    preferences.amountsHidden = true;
    const { container } = render(Money, { amount: "1234.50", currency: "USD" });
    expect(container.textContent).toBe("$•••");
  });

  it("says the direction by a sign, where asked", () => {
    const { container } = render(Money, { amount: "5.00", currency: "USD", signed: true, bare: true });
    expect(container.textContent).toBe("+5.00");
  });
});

describe("Table", () => {
  const cells = createRawSnippet((row: () => string) => ({ render: () => `<td>${row()}</td>` }));
  const rows = ["a", "b", "c"];
  const shown = (props = {}) =>
    render(Table<string>, { label: "Rows", columns: [{ id: "x", title: "X" }], rows, rowId: (row: string) => row, cells, primary: true, ...props });

  it("moves by j and k from anywhere, and by arrows inside", async () => {
    const user = userEvent.setup();
    shown();
    await user.keyboard("j");
    expect(document.activeElement?.textContent).toBe("a");
    await user.keyboard("j{ArrowDown}{ArrowDown}");
    expect(document.activeElement?.textContent).toBe("c");
    await user.keyboard("k{Home}");
    expect(document.activeElement?.textContent).toBe("a");
  });

  it("opens by Enter and closes by Escape", async () => {
    const user = userEvent.setup();
    const [onopen, onclose] = [vi.fn(), vi.fn()];
    shown({ onopen, onclose, opened: "a" });
    await user.keyboard("j{Enter}{Escape}");
    expect(onopen).toHaveBeenCalledWith("a");
    expect(onclose).toHaveBeenCalledOnce();
  });

  it("has one row in the tab order", () => {
    shown();
    expect(screen.getAllByRole("row").filter((row) => row.tabIndex === 0)).toHaveLength(1);
  });
});

describe("Figure", () => {
  const chart: ChartView = usage.chart;

  it("is read step by step with the keyboard", async () => {
    const user = userEvent.setup();
    render(Figure, { chart, title: "Calls", axis: "Period", unit: "Calls" });
    screen.getByRole("img", { name: /^Calls: / }).focus();
    await user.keyboard("{End}");
    const last = screen.getByRole("status").textContent;
    await user.keyboard("{Home}");
    const first = screen.getByRole("status").textContent;
    expect(first).toContain(columnsOf(chart)[0]!.label);
    expect(last).toContain(columnsOf(chart).at(-1)!.label);
  });

  it("has a table twin behind v", async () => {
    const user = userEvent.setup();
    render(Figure, { chart, title: "Calls", axis: "Period", unit: "Calls" });
    await user.keyboard("v");
    expect(screen.getAllByRole("row")).toHaveLength(columnsOf(chart).length + 1);
  });

  it("puts words where Rust left keys, and leaves names alone", () => {
    const svg = "<text>fromPackages</text><text>other</text><text>passport-ocr</text>";
    expect(inWords(svg)).toBe("<text>From packages</text><text>Other</text><text>passport-ocr</text>");
  });

  it("finds the stop nearest to the pointer", () => {
    const stops = [10, 20, 40].map((x) => ({ x, label: "", values: [] }));
    expect([nearest(stops, 0), nearest(stops, 29), nearest(stops, 99), nearest([], 5)]).toEqual([0, 1, 2, undefined]);
  });
});

it("a derivation is copied with its rule, source and inputs", () => {
  const { why, balance, spendableNow } = today.position;
  const text = derivationAsText("Spendable now", why as Why);
  expect(text).toContain(`Spendable now = ${money(spendableNow, "USD")}`);
  expect(text).toContain(`\n  Balance: ${money(balance, "USD")}\n`);
  expect(text).toContain(`[Rule ${why.rule} · ${why.source}]`);
  expect(text).toMatch(/\n {4,}Price per call: \$0\.0\d+/);
});

it("what belongs to a named thing is called by its name", () => {
  const calls = { kind: "calls", text: "12" } as const;
  const inputs = [{ name: "resource", value: { kind: "name", text: "passport-ocr" } as const, because: null }, { name: "of-it", value: calls, because: null }];
  const why: Why = { formula: "usage-billed", rule: "H-28", source: null, result: calls, inputs };
  expect(derivationAsText("Pay-per-use", why)).toContain("\n  passport-ocr: 12");
});

it("the cursor of a chart stands on the datum, inside the plot", async () => {
  const user = userEvent.setup();
  const chart = usage.chart as ChartView;
  const { container } = render(Figure, { chart, title: "Calls", axis: "Period", unit: "Calls" });
  screen.getByRole("img", { name: /^Calls: / }).focus();
  await user.keyboard("{End}");
  const cursor = container.querySelector<HTMLElement>(".cursor")!;
  const last = columnsOf(chart).at(-1)!;
  expect(Number.parseFloat(cursor.style.left)).toBeCloseTo((last.x / chart.width) * 100, 3);
  expect(Number.parseFloat(cursor.style.top)).toBeCloseTo((chart.plot.top / chart.height) * 100, 3);
  expect(container.querySelectorAll(".cursor .dot")).toHaveLength(last.values.length);
});

it("errors are told in words, with amounts as people write them", () => {
  const error = { kind: "refused", code: "insufficient_balance", args: { price: "1100.00", short: "823.00" }, fix: null, reference: "" } as const;
  expect(errorWords(error)).toBe("The price is $1,100.00; $823.00 is missing.");
  expect(errorWords({ ...error, code: "never_heard_of" })).toBe("Something failed inside the program. Nothing was changed.");
});

import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { createRawSnippet } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bindKeys, pressed } from "../../frame/keys";
import { preferences } from "../../state/preferences.svelte";
import { session } from "../../state/session.svelte";
import { status } from "../../state/status.svelte";
import { account } from "../../testing/recorded";
import Figure from "../Figure.svelte";
import { columnsOf } from "../points";
import balance from "../../ipc/replies/balance.json";
import usage from "../../ipc/replies/usage.json";
import type { ChartView } from "../../ipc/generated/ChartView";
import { edges, marked } from "./brush";
import { portable } from "./portable";
import { summaryOf } from "./summary";
import { masked, plain, valueWords } from "./values";

addEventListener("keydown", pressed);

/** Two bars of 1,200 and 34 calls, the second with a failed one. */
const bars: ChartView = {
  svg: '<svg class="chart" viewBox="0 0 400 200" xmlns="http://www.w3.org/2000/svg" role="img" direction="ltr"><rect class="chart-1-fill" opacity="0.08" x="1" y="2" width="3" height="4"/><line class="line-stroke dashed" stroke-dasharray="10 7" x1="0" y1="0" x2="9" y2="9"/><text class="chart-text text-fill" font-size="24">billed</text></svg>',
  width: 400,
  height: 200,
  plot: { left: 40, top: 20, right: 360, bottom: 180 },
  points: [
    { x: 100, y: 30, label: "2026-11-01", value: "1\u202f200", series: 0 },
    { x: 100, y: 30, label: "2026-11-01", value: "1\u202f200", series: 2 },
    { x: 300, y: 170, label: "2026-11-02", value: "34", series: 0 },
    { x: 300, y: 168, label: "2026-11-02", value: "1", series: 1 },
    { x: 300, y: 168, label: "2026-11-02", value: "35", series: 2 },
  ],
  series: ["billed", "failed", "total"],
};

let copied = "";

beforeEach(() => {
  copied = "";
  session.account = account;
  vi.spyOn(navigator.clipboard, "writeText").mockImplementation((text) => Promise.resolve(void (copied = text)));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  session.account = undefined;
  preferences.amountsHidden = false;
  status.tell("");
});

const shown = (props = {}) => render(Figure, { chart: bars, title: "Calls per day", axis: "Period", unit: "Calls", measure: "calls", asOf: 1_795_312_800, ...props });

describe("values of charts", () => {
  it("get the signs and the unit of the window, and stay digits for other programs", () => {
    expect([valueWords("−1\u202f234.50", "money"), valueWords("+3.00", "money")]).toEqual(["\u2212$1,234.50", "+$3.00"]);
    expect([valueWords("1\u202f200 – 3\u202f400", "calls", true), valueWords("1", "calls", true)]).toEqual(["1,200 – 3,400 calls", "1 call"]);
    expect(valueWords("2026-11-01 14:00", "calls")).toBe("2026-11-01 14:00");
    expect([plain("−1\u202f234.50"), plain("1\u202f200 – 3\u202f400"), plain("2026-11-01")]).toEqual(["-1234.50", "1200 – 3400", "2026-11-01"]);
  });

  it("are masked in words and in the drawing while amounts are hidden", () => {
    preferences.amountsHidden = true;
    expect(valueWords("12.00", "money")).toBe("•••");
    expect(masked("<text>1\u202f000</text><text>11-22</text>", "money")).toBe("<text>•••</text><text>11-22</text>");
    expect(masked("<text>1\u202f000</text>", "calls")).toBe("<text>1\u202f000</text>");
  });
});

describe("the name of a chart", () => {
  it("says its span, its highest place and its end", () => {
    expect(summaryOf(columnsOf(bars), "calls")).toBe("From 2026-11-01 to 2026-11-02; highest 1,200 calls at 2026-11-01, at the end 35 calls.");
    shown();
    expect(screen.getByRole("img").getAttribute("aria-label")).toBe("Calls per day: From 2026-11-01 to 2026-11-02; highest 1,200 calls at 2026-11-01, at the end 35 calls.");
  });

  it("is there for a chart without anything in it", () => {
    expect(summaryOf([], "calls")).toBe("Nothing to draw.");
  });
});

it("what the cursor stands on is read with its unit", async () => {
  shown();
  screen.getByRole("img").focus();
  await userEvent.keyboard("{End}");
  expect(screen.getByRole("status").textContent).toBe("2026-11-02: Pay-per-use 34 calls, Failed 1 call, Total 35 calls");
});

describe("copying", () => {
  it("takes the figures as tab-separated text, by keys alone", async () => {
    shown();
    await userEvent.keyboard("yt");
    await waitFor(() => expect(status.text).toBe("The figures of “Calls per day” were copied."));
    expect(copied).toBe("Period\tPay-per-use (Calls)\tFailed (Calls)\tTotal (Calls)\n2026-11-01\t1200\t\t1200\n2026-11-02\t34\t1\t35\n");
  });

  it("takes the screen's own table where it has one, though the picture is shown", async () => {
    const twin = createRawSnippet(() => ({ render: () => "<table><tbody><tr><th>When</th><th>What</th></tr><tr><td>Sun 22 Nov</td><td>A <b>bill</b></td></tr></tbody></table>" }));
    const { container } = shown({ twin });
    await userEvent.keyboard("yt");
    await waitFor(() => expect(copied).toBe("When\tWhat\nSun 22 Nov\tA bill\n"));
    expect(container.querySelector("table")).toBeNull();
  });

  it("takes a drawing that needs nothing around it, with whose it is and as of when", async () => {
    shown();
    await userEvent.click(screen.getByRole("button", { name: "Copy “Calls per day”" }));
    await userEvent.click(screen.getByRole("menuitem", { name: "Copy the chart as SVG" }));
    await waitFor(() => expect(status.text).toBe("“Calls per day” was copied as SVG."));
    expect(copied).not.toMatch(/class=|var\(|style=/);
    expect(copied).toContain(">Pay-per-use</text>");
    expect(copied).toContain(">Calls per day</text>");
    expect(copied).toMatch(/Tollbook · .+ · (sample data · )?as of .+UTC\+8/);
  });

  it("has a menu for hands and keys, which Escape closes", async () => {
    shown();
    const opener = screen.getByRole("button", { name: "Copy “Calls per day”" });
    opener.focus();
    await userEvent.keyboard("{Enter}");
    expect(document.activeElement?.textContent).toContain("SVG");
    await userEvent.keyboard("{ArrowUp}");
    expect(document.activeElement?.textContent).toContain("TSV");
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("menu")).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  it("says when the clipboard is closed", async () => {
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("closed"));
    shown();
    await userEvent.keyboard("yt");
    await waitFor(() => expect(status.text).toMatch(/^“Calls per day” could not be copied/));
  });

  it("of several charts means the one with the focus, else the first", async () => {
    shown();
    shown({ chart: balance.chart as ChartView, title: "Balance", measure: "money" });
    await userEvent.keyboard("yt");
    await waitFor(() => expect(copied).toContain("Pay-per-use"));
    screen.getByRole("img", { name: /^Balance: / }).focus();
    await userEvent.keyboard("yt");
    await waitFor(() => expect(copied).toContain("Period\tUSD\n"));
  });
});

describe("marking a span", () => {
  const brushed = () => {
    const brush = { onspan: vi.fn(), onopen: vi.fn() };
    shown({ brush });
    screen.getByRole("img").focus();
    return brush;
  };

  it("by Shift and arrows, shown by Enter and said before", async () => {
    const brush = brushed();
    await userEvent.keyboard("{Home}{Shift>}{ArrowRight}{/Shift}");
    expect(screen.getByRole("status").textContent).toBe("2026-11-01 to 2026-11-02 is marked. Enter shows it closer, Escape forgets it.");
    expect(document.querySelector(".band")).not.toBeNull();
    await userEvent.keyboard("{Enter}");
    expect(brush.onspan).toHaveBeenCalledWith(0, 1);
    expect(document.querySelector(".band")).toBeNull();
  });

  it("is forgotten by Escape first, then the cursor, then what is behind the chart", async () => {
    const brush = brushed();
    const behind = vi.fn();
    const unbind = bindKeys([{ press: "Escape", run: behind }]);
    await userEvent.keyboard("{End}{Shift>}{Home}{/Shift}{Escape}");
    expect(document.querySelector(".band")).toBeNull();
    expect(document.querySelector(".cursor")).not.toBeNull();
    await userEvent.keyboard("{Escape}");
    expect(document.querySelector(".cursor")).toBeNull();
    expect(behind).not.toHaveBeenCalled();
    await userEvent.keyboard("{Escape}");
    expect(behind).toHaveBeenCalledOnce();
    expect(brush.onspan).not.toHaveBeenCalled();
    unbind();
  });

  it("is not needed to open the place the cursor stands on", async () => {
    const brush = brushed();
    await userEvent.keyboard("{End}{Enter}");
    expect(brush.onopen).toHaveBeenCalledWith(1);
  });

  it("reaches from edge to edge of its bars, inside the plot", () => {
    const stops = columnsOf(bars);
    expect(edges(bars, stops, { from: 1, to: 0 })).toEqual({ left: 40, right: 360 });
    expect(edges(bars, stops, { from: 1, to: 1 })).toEqual({ left: 200, right: 360 });
    expect([marked("ArrowLeft", undefined, 0, 4), marked("End", { from: 2, to: 1 }, 1, 4), marked("a", undefined, 0, 4)]).toEqual([{ from: 0, to: 0 }, { from: 2, to: 4 }, undefined]);
  });
});

describe("a drawing that leaves the window", () => {
  const imprint = { title: "الرصيد & <x>", about: "One sentence.", stamp: "as of now", fromRight: true };
  const drawn = portable(bars.svg, bars.width, bars.height, imprint, { colour: (role) => `rgb(${role.length}, 0, 0)`, font: '"Inter", sans-serif' });

  it("has colours for classes, and keeps dashes and tints", () => {
    expect(drawn.svg).toContain('fill="rgb(7, 0, 0)"');
    expect(drawn.svg).toContain('stroke="rgb(4, 0, 0)"');
    expect(drawn.svg).toMatch(/opacity="0.08"/);
    expect(drawn.svg).toContain('stroke-dasharray="10 7"');
  });

  it("has room for its title and stamp, which may be read from the right", () => {
    expect([drawn.width, drawn.height]).toEqual([232, 164]);
    expect(drawn.svg).toContain("الرصيد &amp; &lt;x&gt;");
    expect(drawn.svg).toMatch(/direction="rtl"[^>]*>as of now</);
    expect(drawn.svg).toContain("<desc>One sentence.</desc>");
  });

  it("of a real chart holds no class any more", () => {
    const real = portable(usage.chart.svg, usage.chart.width, usage.chart.height, imprint, { colour: () => "black", font: "x" });
    expect(real.svg).not.toContain("class=");
    expect(real.svg.match(/<rect/g)!.length).toBe(usage.chart.svg.match(/<rect/g)!.length + 1);
  });
});

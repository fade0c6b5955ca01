/** The figures of a chart as tab-separated text: what its table shows, in digits that other programs read. */
import { seriesOf, type Stop } from "../points";
import type { ChartView } from "../../ipc/generated/ChartView";
import { plain } from "./values";

/** One line per place of the axis, one column per series; `unit` names a series without a name and stands behind the others. */
export function tsvOf(chart: ChartView, stops: readonly Stop[], axis: string, unit: string): string {
  const series = seriesOf(chart);
  const head = [axis, ...series.map((name) => (name ? `${name} (${unit})` : unit))];
  const lines = stops.map((stop) => [stop.label, ...series.map((name) => plain(stop.values.find((one) => one.series === name)?.value ?? ""))]);
  return textOf([head, ...lines]);
}

/** A table of the page as tab-separated text. */
export function tsvOfTable(table: HTMLTableElement): string {
  return textOf([...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent ?? "")));
}

function textOf(lines: readonly (readonly string[])[]): string {
  const cell = (text: string) => text.replaceAll(/[\t\r\n ]+/g, " ").replaceAll(/[\u200E\u200F\u2066-\u2069]/g, "").trim();
  return lines.map((line) => `${line.map(cell).join("\t")}\n`).join("");
}

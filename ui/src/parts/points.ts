/** The points of a chart as stops of its cursor: everything at one place of the axis is read together. */
import { chartWords } from "./chartWords";
import type { ChartView } from "../ipc/generated/ChartView";

export interface Stop {
  /** In the chart's own units. */
  x: number;
  label: string;
  values: { series: string; value: string; y: number }[];
}

export function columnsOf(chart: ChartView): Stop[] {
  const stops = new Map<string, Stop>();
  for (const point of chart.points) {
    const key = `${point.x} ${point.label}`;
    const stop = stops.get(key) ?? { x: point.x, label: point.label, values: [] };
    stop.values.push({ series: chartWords(chart.series[point.series] ?? ""), value: point.value, y: point.y });
    stops.set(key, stop);
  }
  return [...stops.values()].toSorted((one, other) => one.x - other.x);
}

/** The series that occur, in the order of the chart; one without a name where the chart has only one. */
export function seriesOf(chart: ChartView): string[] {
  const occurring = [...new Set(chart.points.map((point) => point.series))].toSorted((one, other) => one - other);
  return [...new Set(occurring.map((index) => chartWords(chart.series[index] ?? "")))];
}

/** The index of the stop nearest to a place on the axis. */
export function nearest(stops: readonly Stop[], x: number): number | undefined {
  let best: number | undefined;
  stops.forEach((stop, index) => {
    const known = best === undefined ? undefined : stops[best];
    if (!known || Math.abs(stop.x - x) < Math.abs(known.x - x)) best = index;
  });
  return best;
}

/** A span of a chart that is marked by dragging or by Shift and arrows, to be looked at more closely. */
import type { ChartView } from "../../ipc/generated/ChartView";
import type { Stop } from "../points";

/** What a screen does with what is marked; places are counted along the axis. */
export interface Brush {
  /** A span was marked, both ends with it. */
  onspan: (first: number, last: number) => void;
  /** One place was chosen. */
  onopen: (at: number) => void;
}

/** Where marking began, and where it has come to. */
export interface Span {
  from: number;
  to: number;
}

/** The places of a span in order. */
export function ordered(span: Span): { first: number; last: number } {
  return { first: Math.min(span.from, span.to), last: Math.max(span.from, span.to) };
}

/** What a key makes of a span and a cursor; nothing for keys that mark nothing. */
export function marked(key: string, span: Span | undefined, at: number | undefined, last: number): Span | undefined {
  const begun = span ?? { from: at ?? last, to: at ?? last };
  const ends: Record<string, number> = { ArrowRight: Math.min(last, begun.to + 1), ArrowLeft: Math.max(0, begun.to - 1), Home: 0, End: last };
  const to = ends[key];
  return to === undefined || last < 0 ? undefined : { from: begun.from, to };
}

/** The edges of a span, half a place beyond its outermost stops and inside the plot; in units of the drawing. */
export function edges(chart: ChartView, stops: readonly Stop[], span: Span): { left: number; right: number } {
  const { first, last } = ordered(span);
  const pitch = stops.length > 1 ? (stops.at(-1)!.x - stops[0]!.x) / (stops.length - 1) : chart.plot.right - chart.plot.left;
  return {
    left: Math.max(chart.plot.left, (stops[first]?.x ?? chart.plot.left) - pitch / 2),
    right: Math.min(chart.plot.right, (stops[last]?.x ?? chart.plot.right) + pitch / 2),
  };
}

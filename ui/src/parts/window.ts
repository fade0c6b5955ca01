/** Which rows of a long list are in view. */
export interface InView {
  /** The first row to be drawn, and the one after the last. */
  from: number;
  to: number;
}

/** Rows drawn beyond each edge, so that a key or a wheel finds them there. */
const BEYOND = 8;
/** Drawn where nothing can be measured yet. */
const UNMEASURED = 40;

/** Of `count` rows of a height, those in a view that begins `above` pixels below the first row. */
export function rowsInView(count: number, rowHeight: number, above: number, viewHeight: number): InView {
  if (rowHeight <= 0 || viewHeight <= 0) return { from: 0, to: Math.min(count, UNMEASURED) };
  const first = Math.floor(above / rowHeight) - BEYOND;
  const last = Math.ceil((above + viewHeight) / rowHeight) + BEYOND;
  const from = Math.max(0, Math.min(first, count - 1));
  return { from, to: Math.max(from, Math.min(count, last)) };
}

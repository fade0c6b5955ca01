/** The charts of the page: their keys are the same, so one of them is meant. */
import type { Kind } from "./copy";

export interface OnPage {
  element: () => HTMLElement | undefined;
  flip: () => void;
  copy: (kind: Kind) => void;
}

const shown: OnPage[] = [];
let last: OnPage | undefined;

/** Counts until the returned function is called. */
export function join(figure: OnPage): () => void {
  shown.push(figure);
  return () => {
    shown.splice(shown.indexOf(figure), 1);
    if (last === figure) last = undefined;
  };
}

/** The pointer or the focus was in it last. */
export function touch(figure: OnPage): void {
  last = figure;
}

/** The one with the focus, else the one last touched, else the first of the page. */
export function meant(): OnPage | undefined {
  const focused = shown.find((one) => one.element()?.contains(document.activeElement));
  return focused ?? last ?? shown.toSorted(inOrder)[0];
}

function inOrder(one: OnPage, other: OnPage): number {
  const [a, b] = [one.element(), other.element()];
  return a && b && a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
}

/** Focus is never lost: when what had it vanishes – a row, a pane, a screen – what stood around it takes it. */

/** What had the focus: itself and everything around it, and its place among its like. */
interface Trail {
  nodes: Element[];
  /** Which of the rows of its table it stood in. */
  row: number;
}

/** Watches a part of the page until the returned function is called. `rest` takes the focus when nothing nearer is left. */
export function keepFocus(within: HTMLElement, rest: () => HTMLElement | null): () => void {
  let trail: Trail | undefined;
  const follow = (event: FocusEvent) => {
    if (event.target instanceof Element) trail = trailOf(event.target);
  };
  // Somebody who clicks beside everything means nothing to have the focus.
  const leave = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null || !(target instanceof Element)) return;
    // Some engines tell of it while they take the thing away.
    queueMicrotask(() => {
      if (target.isConnected && trail?.nodes[0] === target) trail = undefined;
    });
  };
  const look = () => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (!trail || !isLost || trail.nodes[0]?.isConnected || document.querySelector("dialog[open]")) return;
    const near = nearest(trail) ?? rest();
    trail = undefined;
    near?.focus({ preventScroll: true });
  };
  const watch = new MutationObserver(look);
  watch.observe(within, { childList: true, subtree: true });
  within.addEventListener("focusin", follow);
  within.addEventListener("focusout", leave);
  return () => {
    watch.disconnect();
    within.removeEventListener("focusin", follow);
    within.removeEventListener("focusout", leave);
  };
}

function trailOf(element: Element): Trail {
  const nodes: Element[] = [];
  for (let node: Element | null = element; node; node = node.parentElement) nodes.push(node);
  const row = element.closest("tbody tr");
  return { nodes, row: row?.parentElement ? [...row.parentElement.children].indexOf(row) : -1 };
}

/** The row that moved up into its place, else what can have the focus in the nearest of what is left around it. */
function nearest({ nodes, row }: Trail): HTMLElement | undefined {
  const around = nodes.find((node) => node.isConnected);
  if (!around) return undefined;
  const rows = around.closest("tbody")?.children ?? [];
  const moved = row >= 0 ? rows[Math.min(row, rows.length - 1)] : undefined;
  if (moved instanceof HTMLElement && moved.tabIndex >= -1 && moved.hasAttribute("tabindex")) return moved;
  // Never a field for text: it would take the next key for a letter.
  const first = around.closest("section, aside, figure")?.querySelector<HTMLElement>("a[href], button:not(:disabled), input:is([type='checkbox'], [type='radio']):not(:disabled), select, [tabindex]");
  return first ?? undefined;
}

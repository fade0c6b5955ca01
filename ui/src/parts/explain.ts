/** What `?` does: the figure that is focused, or stands in what is focused, explains itself; else the main one. */
export function explainIn(area: ParentNode | null): boolean {
  const at = document.activeElement;
  const focused = at?.closest<HTMLElement>("[data-why]") ?? mainOf(at?.closest("tr, label"));
  const figure = focused ?? mainOf(area);
  if (!figure) return false;
  // A figure in a row is no step of its own: its row keeps the focus, and the keys that belong to it.
  if (figure.tabIndex >= 0) figure.focus({ preventScroll: focused !== null });
  figure.click();
  return true;
}

/** What a part of the page is about, else its first figure. */
function mainOf(part: ParentNode | null | undefined): HTMLElement | null {
  return part?.querySelector<HTMLElement>("[data-why=main]") ?? part?.querySelector<HTMLElement>("[data-why]") ?? null;
}

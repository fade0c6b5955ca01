/** What `?` does: the figure that is focused, or stands in what is focused, explains itself; else the main one. */
export function explainIn(area: ParentNode | null): boolean {
  const at = document.activeElement;
  const focused = at?.closest<HTMLElement>("[data-why]") ?? at?.closest("tr, label")?.querySelector<HTMLElement>("[data-why]");
  const figure = focused ?? area?.querySelector<HTMLElement>("[data-why=main]") ?? area?.querySelector<HTMLElement>("[data-why]");
  if (!figure) return false;
  // A figure in a row is no step of its own: its row keeps the focus, and the keys that belong to it.
  if (figure.tabIndex >= 0) figure.focus({ preventScroll: focused !== undefined && focused !== null });
  figure.click();
  return true;
}

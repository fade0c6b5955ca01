/** What was done through the palette lately, newest first; kept on this machine. */
const KEPT = "tollbook.recent";
const MOST = 12;

export function recentOffers(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function remember(id: string): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify([id, ...recentOffers().filter((one) => one !== id)].slice(0, MOST)));
  } catch {
    // Without storage the order is that of the list.
  }
}

/** What was told, sorted by what it asks of the reader: what needs them, what was handled, what merely happened. */
import type { NoticeView } from "../../ipc/generated/NoticeView";

export type Asks = "needs" | "handled" | "happened";

export interface SortedNotice extends NoticeView {
  asks: Asks;
}

/** After this a package that ran low or ended is a fact, not a question. */
const FRESH_SECONDS = 3 * 86_400;

/** What ends which problems. */
const ENDED_BY: Record<string, readonly string[]> = {
  arrears: ["recovered"],
  deadline_near: ["recovered"],
  frozen: ["recovered"],
  suspended: ["recovered"],
  release_pending: ["recovered"],
  balance_low: ["balance_recovered"],
  renewal_failed: ["renewed"],
  package_expiring: ["renewed", "package_expired"],
  package_low: ["renewed", "package_exhausted", "package_expired"],
  package_exhausted: ["renewed"],
  package_expired: ["renewed"],
};
const OF_ARREARS: readonly string[] = ["arrears", "deadline_near", "frozen", "suspended", "release_pending"];
const LASTING: readonly string[] = [...OF_ARREARS, "balance_low", "renewal_failed", "package_expiring"];
const SOLVED: readonly string[] = ["recovered", "balance_recovered", "renewed"];
const ORDER: readonly Asks[] = ["needs", "handled", "happened"];

/** The newest first within each kind. Nothing that is owed no more needs anybody. */
export function sortedNotices(notices: readonly NoticeView[], owes: boolean, now: number): SortedNotice[] {
  const newestFirst = notices.toSorted((a, b) => b.at - a.at);
  const told = newestFirst.map((notice, index) => ({ ...notice, asks: asksOf(notice, newestFirst.slice(0, index), owes, now) }));
  return told.toSorted((a, b) => ORDER.indexOf(a.asks) - ORDER.indexOf(b.asks));
}

function asksOf(notice: NoticeView, later: readonly NoticeView[], owes: boolean, now: number): Asks {
  if (SOLVED.includes(notice.kind)) return "handled";
  const enders = ENDED_BY[notice.kind];
  if (!enders) return "happened";
  const ofSame = later.filter((other) => other.package === notice.package);
  if (ofSame.some((other) => enders.includes(other.kind) && SOLVED.includes(other.kind))) return "handled";
  if (OF_ARREARS.includes(notice.kind)) {
    if (!owes) return "handled";
    // Of one debt the newest stage is what counts.
    return later.some((other) => OF_ARREARS.includes(other.kind)) ? "happened" : "needs";
  }
  if (ofSame.some((other) => other.kind === notice.kind || enders.includes(other.kind))) return "happened";
  return LASTING.includes(notice.kind) || now - notice.at <= FRESH_SECONDS ? "needs" : "happened";
}

/** How many of each, in their order; those that there are. */
export function countOf(notices: readonly SortedNotice[]): { asks: Asks; count: number }[] {
  return ORDER.map((asks) => ({ asks, count: notices.filter((one) => one.asks === asks).length })).filter(({ count }) => count > 0);
}

/** The screen that tells more of it. */
export function screenOf(kind: string): string {
  if (OF_ARREARS.includes(kind) || kind === "released" || kind === "recovered") return "balance";
  if (kind.startsWith("balance_")) return "alerts";
  return kind === "renewal_failed" || kind === "package_expiring" || kind === "renewed" ? "renewals" : "packages";
}

/** What would end it: money, a package, or a look at what renews itself. */
export function fixOf(kind: string): "money" | "renewal" | "package" {
  if (OF_ARREARS.includes(kind) || kind === "balance_low") return "money";
  return kind === "renewal_failed" || kind === "package_expiring" ? "renewal" : "package";
}

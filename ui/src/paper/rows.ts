/** What stands on a printed bill, line by line, and on which of its pages. */
import { count, instant, moneyPieces } from "../parts/format";
import { say } from "../messages/say";
import type { BillDay } from "../ipc/generated/BillDay";
import type { BillGroup } from "../ipc/generated/BillGroup";
import type { BillView } from "../ipc/generated/BillView";

export interface PaperRow {
  /** `group` and `day` are lines of the bill; the others make the total. */
  kind: "group" | "day" | "rounding" | "total";
  what: string;
  /** How it was sold, of a group. */
  note?: string | undefined;
  /** Calls, those of packages, those paid one by one. */
  calls?: [string, string, string];
  exact: string;
  due: string;
}

/** Every line: groups, each with all of its days, then what makes the total. */
export function rowsOf(bill: BillView): PaperRow[] {
  return [
    ...bill.groups.flatMap((group) => [ofGroup(group), ...group.days.map(ofDay)]),
    { kind: "rounding", what: say("rounding"), exact: plain(bill.rounding), due: "" },
    { kind: "total", what: say("total"), exact: "", due: plain(bill.bill.total) },
  ];
}

/**
 * Which lines stand on which page: from each height to the room that is left. A group is not left alone at the end of a page,
 * nor the total at the beginning of one.
 */
export function pagesOf(kinds: readonly PaperRow["kind"][], heights: readonly number[], first: number, later: number): number[][] {
  const pages: number[][] = [];
  let page: number[] = [];
  let left = first;
  for (const index of kinds.keys()) {
    const height = heights[index] ?? 0;
    const needed = staysWithNext(kinds, index) ? height + (heights[index + 1] ?? 0) : height;
    if (needed > left && page.length > 0) {
      pages.push(page);
      page = [];
      left = later;
    }
    page.push(index);
    left -= height;
  }
  return page.length > 0 ? [...pages, page] : pages;
}

function staysWithNext(kinds: readonly PaperRow["kind"][], index: number): boolean {
  const next = kinds[index + 1];
  return (kinds[index] === "group" && next === "day") || kinds[index] === "rounding";
}

function ofGroup(group: BillGroup): PaperRow {
  const kind = say(`line-${group.kind}`);
  return { kind: "group", what: group.name, note: group.project ? `${kind} · ${group.project}` : kind, ...figures(group) };
}

function ofDay(day: BillDay): PaperRow {
  return { kind: "day", what: instant(day.day, "weekday"), ...figures(day) };
}

function figures(of: BillGroup | BillDay): Pick<PaperRow, "calls" | "exact" | "due"> {
  return { calls: [count(of.quantity), count(of.fromPackages), count(of.billed)], exact: plain(of.amount), due: plain(of.due) };
}

/** An amount without its currency, which stands above its column. */
function plain(amount: string): string {
  const { sign, digits } = moneyPieces(amount);
  return `${sign}${digits}`;
}

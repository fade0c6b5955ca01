/** The address of the Usage screen as a question to Rust. */
import { instant } from "../../parts/format";
import { monthsAway } from "../../parts/months";
import type { Bucket } from "../../ipc/generated/Bucket";
import type { StackedBy } from "../../ipc/generated/StackedBy";
import type { UsageQuery } from "../../ipc/generated/UsageQuery";

export const buckets: readonly Bucket[] = ["hour", "day", "month"];
export const stacks: readonly StackedBy[] = ["paidBy", "service", "region", "project"];
/** Of applications: the service is always the same, and there are no projects. */
export const stacksOfApplications: readonly StackedBy[] = ["paidBy", "region"];
export const filters = ["service", "region", "project"] as const;

export function queryOf(accountId: string, params: URLSearchParams): Omit<UsageQuery, "chartWidth"> {
  return {
    accountId,
    bucket: buckets.find((one) => one === params.get("bucket")) ?? "day",
    by: stacks.find((one) => one === params.get("by")) ?? "paidBy",
    from: instantOf(params.get("from")),
    to: instantOf(params.get("to")),
    service: params.get("service"),
    region: params.get("region"),
    project: params.get("project"),
  };
}

/** The span before (-1) or after (1) the one shown, as long as it. */
export function spanBeside(shown: { from: number; to: number }, bucket: Bucket, step: -1 | 1, offset: number): { from: number; to: number } {
  if (bucket !== "month") {
    const length = shown.to - shown.from;
    return { from: shown.from + step * length, to: shown.to + step * length };
  }
  const months = Math.max(1, Math.round((shown.to - shown.from) / (30.44 * 86_400)));
  return { from: monthsAway(shown.from, step * months, offset), to: monthsAway(shown.to, step * months, offset) };
}

/** The span shown, from its first day to its last. */
export function spanWords(shown: { from: number; to: number }): string {
  const [first, last] = [instant(shown.from, "day"), instant(shown.to - 1, "day")];
  return first === last ? first : `${first} – ${last}`;
}

function instantOf(text: string | null): number | null {
  const seconds = Number.parseInt(text ?? "", 10);
  return Number.isSafeInteger(seconds) ? seconds : null;
}

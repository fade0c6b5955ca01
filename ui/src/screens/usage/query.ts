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

/** How one hour is asked for in the address, and how a span that was looked at before another is kept there. */
const OUT = "out";
export const HOUR = "hour";
const DAY_SECONDS = 86_400;

/** The address of a part of what is shown, in bars that are neither few nor thin; what is shown is kept to come back to. */
export function closer(params: URLSearchParams, bucket: Bucket, from: number, to: number): Record<string, string | undefined> {
  const days = (to - from) / DAY_SECONDS;
  const finest = days <= 3 ? "hour" : days <= 92 ? "day" : "month";
  const bars = buckets.indexOf(finest) < buckets.indexOf(bucket) ? finest : bucket;
  const step = [bucket, params.get("from") ?? "", params.get("to") ?? ""].join(".");
  return { bucket: bars, from: String(from), to: String(to), [OUT]: [...stepsOf(params), step].join("~") };
}

/** The address of what was shown before a part of it was; nothing where nothing was. */
export function wider(params: URLSearchParams): Record<string, string | undefined> | undefined {
  const steps = stepsOf(params);
  const [bucket, from, to] = steps.at(-1)?.split(".") ?? [];
  if (bucket === undefined) return undefined;
  return { bucket, from: from || undefined, to: to || undefined, [OUT]: steps.slice(0, -1).join("~") || undefined };
}

/** An address without a way back: another span was chosen. */
export const elsewhere = { [OUT]: undefined, [HOUR]: undefined };

function stepsOf(params: URLSearchParams): string[] {
  return (params.get(OUT) ?? "").split("~").filter((step) => /^(hour|day|month)\.\d*\.\d*$/.test(step));
}

export function instantOf(text: string | null): number | null {
  const seconds = Number.parseInt(text ?? "", 10);
  return Number.isSafeInteger(seconds) ? seconds : null;
}

export const HOUR_SECONDS = 3600;

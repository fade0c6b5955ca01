/** The address of the Costs screen as questions to Rust. */
import type { AnalysisQuery } from "../../ipc/generated/AnalysisQuery";

/** In the words of the provider's guide. */
export const tabs = ["composition", "allocation", "analysis", "optimization"] as const;
export type Tab = (typeof tabs)[number];

export const ranges = ["7d", "14d", "30d", "mtd", "3m", "6m", "12m"] as const;
export const views = ["cash", "amortised"] as const;
export const filters = ["mode", "service", "region", "project"] as const;

/** Before the key of a tag. */
export const TAG = "tag:";

export function tabOf(params: URLSearchParams): Tab {
  return tabs.find((tab) => tab === params.get("tab")) ?? "composition";
}

/** What a month was for; without a key, a tag asks for nothing. */
export function allocationOf(params: URLSearchParams): string {
  const by = params.get("for") ?? "project";
  return by === "member" || by.length > TAG.length ? by : "project";
}

export function analysisOf(params: URLSearchParams): Omit<AnalysisQuery, "accountId" | "chartWidth"> {
  const by = params.get("by") ?? "service";
  const known = ["mode", "service", "region", "project", "member"].includes(by) || (by.startsWith(TAG) && by.length > TAG.length);
  return {
    range: ranges.find((range) => range === params.get("range")) ?? "mtd",
    by: known ? by : "service",
    view: views.find((view) => view === params.get("view")) ?? "cash",
    mode: params.get("mode"),
    service: params.get("service"),
    region: params.get("region"),
    project: params.get("project"),
  };
}

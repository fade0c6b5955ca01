/** What is shown of a bill, as the address has it. */
export const tabs = ["lines", "reconcile", "history"] as const;
export type Tab = (typeof tabs)[number];

export function tabOf(params: URLSearchParams): Tab {
  return tabs.find((tab) => tab === params.get("tab")) ?? "lines";
}

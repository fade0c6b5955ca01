/** One tab, as the address names it. */
import { call } from "../../ipc/call";
import type { AccountRef } from "../../ipc/generated/AccountRef";
import type { Reply } from "../../ipc/reply";
import type { CostsShown } from "./index";
import { allocationOf, analysisOf, tabOf } from "./query";

export async function load(account: AccountRef, params: URLSearchParams, chartWidth: number | null): Promise<Reply<CostsShown>> {
  const tab = tabOf(params);
  const month = params.get("month");
  if (tab === "allocation") return shown(tab, await call("cost_allocation", { accountId: account.id, month, by: allocationOf(params) }));
  if (tab === "analysis") return shown(tab, await call("cost_analysis", { accountId: account.id, ...analysisOf(params), chartWidth }));
  if (tab === "optimization") return shown(tab, await call("cost_findings", { accountId: account.id }));
  return shown(tab, await call("cost_composition", { accountId: account.id, month, chartWidth }));
}

function shown<Tab extends CostsShown["tab"]>(tab: Tab, reply: Reply<Extract<CostsShown, { tab: Tab }>["view"]>): Reply<CostsShown> {
  return reply.ok ? { ok: true, value: { tab, view: reply.value } as CostsShown } : reply;
}

/** The list always; the bill of a month when the address names one; what it costs by its days. All at once, from the same moment. */
import { call } from "../../ipc/call";
import type { AccountRef } from "../../ipc/generated/AccountRef";
import type { Reply } from "../../ipc/reply";
import { isAsked } from "./by";
import { tabOf } from "./tabs";
import type { BillsShown } from "./index";

export async function load(account: AccountRef, params: URLSearchParams, chartWidth: number | null): Promise<Reply<BillsShown>> {
  const month = params.get("month");
  const isAmortised = params.get("view") === "amortised";
  const by = params.get("by");
  const tab = tabOf(params);
  const [list, bill, sums, reconciled, amortised] = await Promise.all([
    call("bills", { accountId: account.id, chartWidth }),
    month === null || isAmortised ? undefined : call("bill", { accountId: account.id, month }),
    month === null || isAmortised || !isAsked(by) ? undefined : call("bill_by", { accountId: account.id, month, by }),
    month === null || isAmortised || tab === "lines" ? undefined : call("reconciled", { accountId: account.id, month }),
    isAmortised ? call("amortised", { accountId: account.id, month }) : undefined,
  ]);
  if (!list.ok) return list;
  if (bill && !bill.ok) return bill;
  if (sums && !sums.ok) return sums;
  if (reconciled && !reconciled.ok) return reconciled;
  if (amortised && !amortised.ok) return amortised;
  return { ok: true, value: { list: list.value, bill: bill?.value, by: by ?? undefined, sums: sums?.value, tab, reconciled: reconciled?.value, amortised: amortised && { month: month ?? undefined, view: amortised.value } } };
}

/** The list always; the bill of a month when the address names one. Both at once, from the same moment. */
import { call } from "../../ipc/call";
import type { AccountRef } from "../../ipc/generated/AccountRef";
import type { Reply } from "../../ipc/reply";
import type { BillsShown } from "./index";

export async function load(account: AccountRef, params: URLSearchParams, chartWidth: number | null): Promise<Reply<BillsShown>> {
  const month = params.get("month");
  const [list, bill] = await Promise.all([
    call("bills", { accountId: account.id, chartWidth }),
    month === null ? undefined : call("bill", { accountId: account.id, month }),
  ]);
  if (!list.ok) return list;
  if (bill && !bill.ok) return bill;
  return { ok: true, value: { list: list.value, bill: bill?.value } };
}

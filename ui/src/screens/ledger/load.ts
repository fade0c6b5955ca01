/** The journal always, for it says how much there is; a day as it was known when the address asks for one. */
import { call } from "../../ipc/call";
import type { AccountRef } from "../../ipc/generated/AccountRef";
import type { Reply } from "../../ipc/reply";
import { clock } from "../../state/clock.svelte";
import type { LedgerShown } from "./index";
import { dayOf, queryOf } from "./query";

export async function load(account: AccountRef, params: URLSearchParams): Promise<Reply<LedgerShown>> {
  const day = params.get("view") === "known" ? (params.get("day") ?? dayOf(clock.now, account.zoneOffsetSeconds)) : undefined;
  const [journal, known] = await Promise.all([call("journal", queryOf(account, params)), day === undefined ? undefined : call("known", { accountId: account.id, day })]);
  if (!journal.ok) return journal;
  if (known && !known.ok) return known;
  return { ok: true, value: { journal: journal.value, known: known && day !== undefined ? { day, view: known.value } : undefined } };
}

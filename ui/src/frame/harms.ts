/** What goes wrong first, in every account, soonest first. */
import { call } from "../ipc/call";
import { toneOf } from "../screens/today/words";
import type { AccountRef } from "../ipc/generated/AccountRef";
import type { Verdict } from "../ipc/generated/Verdict";

export interface Harm {
  account: AccountRef;
  harm: Verdict;
}

const STEPS = ["now", "today", "soon", "note", "plain"];

/** Reads it of each account; those of which it cannot be read are left out. */
export async function readHarms(accounts: readonly AccountRef[]): Promise<Harm[]> {
  const read = await Promise.all(accounts.map(async (account) => ({ account, reply: await call("today", { accountId: account.id, chartWidth: null }) })));
  return soonestFirst(read.flatMap(({ account, reply }) => (reply.ok && reply.value.verdict.kind !== "nothing" ? [{ account, harm: reply.value.verdict }] : [])));
}

/** What has happened already, then what comes, by time. */
export function soonestFirst(harms: readonly Harm[]): Harm[] {
  const step = ({ harm }: Harm) => STEPS.indexOf(toneOf(harm));
  return harms.toSorted((one, other) => step(one) - step(other) || (one.harm.at ?? 0) - (other.harm.at ?? 0) || one.account.name.localeCompare(other.account.name));
}

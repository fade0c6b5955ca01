/** What is said of a transaction and of the books derived again. */
import { dashed } from "../../parts/dashed";
import { count, counted, instant } from "../../parts/format";
import { canSay, say } from "../../messages/say";
import type { JournalRow } from "../../ipc/generated/JournalRow";
import type { VerifyView } from "../../ipc/generated/VerifyView";

export function transactionWords(row: JournalRow): string {
  return say(`journal-${dashed(row.kind)}`, { name: row.name, period: row.period === null ? "" : instant(row.period, "hour") });
}

export function resultWords({ view, seconds }: { view: VerifyView; seconds: number }): { text: string; proof: string } {
  const { difference } = view;
  if (difference) {
    const what = `difference-${dashed(difference.what)}`;
    return {
      text: say("verify-broken", { what: canSay(what) ? say(what) : difference.what, place: difference.place }),
      proof: say("verify-broken-proof", { expected: difference.expected, found: difference.found }),
    };
  }
  return {
    text: say("verify-whole", { transactions: count(view.transactions), writes: say("ledger-writes", counted(view.writes)) }),
    proof: say("verify-proof", {
      charges: count(view.charges),
      packages: count(view.packages),
      sums: count(view.sums),
      accounts: say("verify-accounts", counted(view.accounts)),
      took: say("verify-seconds", counted(seconds)),
    }),
  };
}

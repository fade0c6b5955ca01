/** Why a provider's bill and the own meter differ, in words. */
import { instant, isNegative, isZero, money, unsigned } from "../../parts/format";
import { monthName } from "../../parts/months";
import { say } from "../../messages/say";
import type { ReconcileRow } from "../../ipc/generated/ReconcileRow";
import type { ReconcileView } from "../../ipc/generated/ReconcileView";

/** What a comparison comes to. */
export function comparedWords(view: ReconcileView): string {
  const { difference, ours } = view.total;
  if (view.agrees) return say("reconcile-same", { file: view.file, month: monthName(view.month), amount: money(ours) });
  if (isZero(difference)) return say("reconcile-even", { amount: money(ours) });
  return say(isNegative(difference) ? "reconcile-less" : "reconcile-more", { amount: money(unsigned(difference)), month: monthName(view.month) });
}

/** Why one line differs. */
export function differsWords(row: ReconcileRow): string {
  if (row.cause === "other-project" && row.about === "") return say("differs-no-project");
  if (row.cause === "not-imported" && row.kind !== "usage") return say("differs-not-ordered");
  return say(`differs-${row.cause}`, { about: row.about, at: row.aboutAt === null ? "" : instant(row.aboutAt, "hour") });
}

/** How far a bill has come, as a tone. */
import type { Tone } from "../../parts/tone";
import { isZero } from "../../parts/format";
import type { BillRow } from "../../ipc/generated/BillRow";

export function statusTone(bill: BillRow): Tone {
  if (!isZero(bill.owed)) return "now";
  return bill.status === "final" ? "plain" : "note";
}

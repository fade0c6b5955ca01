import ReceiptText from "@lucide/svelte/icons/receipt-text";
import { screen } from "../../frame/screen";
import type { AmortisedView } from "../../ipc/generated/AmortisedView";
import type { BillByView } from "../../ipc/generated/BillByView";
import type { BillView } from "../../ipc/generated/BillView";
import type { BillsView } from "../../ipc/generated/BillsView";
import type { ReconciledView } from "../../ipc/generated/ReconciledView";
import Bills from "./Screen.svelte";
import { load } from "./load";
import type { Tab } from "./tabs";

/** The list of months, and the one that is open. */
export interface BillsShown {
  list: BillsView;
  bill: BillView | undefined;
  /** What its lines are summed by, where that is not what was used: `project`, `member`, `tag:team`, or `tag:` while there is none. */
  by: string | undefined;
  sums: BillByView | undefined;
  /** Which tab is shown, and what the month was compared with where that is asked for. */
  tab: Tab;
  reconciled: ReconciledView | undefined;
  /** What every month costs, or each day of one, when that is asked for instead of what moved. */
  amortised: { month: string | undefined; view: AmortisedView } | undefined;
}

export const bills = screen<BillsShown>({ name: "bills", letter: "l", title: "screen-bills", icon: ReceiptText, load, show: Bills });

import Scale from "@lucide/svelte/icons/scale";
import { screen } from "../../frame/screen";
import { call } from "../../ipc/call";
import type { BalanceView } from "../../ipc/generated/BalanceView";
import Balance from "./Screen.svelte";
import { daysOf } from "./query";

export const balance = screen<BalanceView>({
  name: "balance",
  letter: "b",
  title: "screen-balance",
  icon: Scale,
  load: (account, params, chartWidth) => call("balance", { accountId: account.id, days: daysOf(params), after: params.get("after"), chartWidth }),
  show: Balance,
});

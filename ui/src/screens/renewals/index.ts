import Repeat from "@lucide/svelte/icons/repeat";
import { screen } from "../../frame/screen";
import { call } from "../../ipc/call";
import type { RenewalsView } from "../../ipc/generated/RenewalsView";
import Renewals from "./Screen.svelte";

export const renewals = screen<RenewalsView>({
  name: "renewals",
  letter: "r",
  title: "screen-renewals",
  icon: Repeat,
  load: (account, _params, chartWidth) => call("renewals", { accountId: account.id, chartWidth }),
  show: Renewals,
});

import BellRing from "@lucide/svelte/icons/bell-ring";
import { screen } from "../../frame/screen";
import { call } from "../../ipc/call";
import type { AlertsView } from "../../ipc/generated/AlertsView";
import Alerts from "./Screen.svelte";

export const alerts = screen<AlertsView>({
  name: "alerts",
  letter: "a",
  title: "screen-alerts",
  icon: BellRing,
  load: (account) => call("alerts", { accountId: account.id }),
  show: Alerts,
});

import ChartColumn from "@lucide/svelte/icons/chart-column";
import { screen } from "../../frame/screen";
import { call } from "../../ipc/call";
import type { UsageView } from "../../ipc/generated/UsageView";
import Usage from "./Screen.svelte";
import { queryOf } from "./query";

export const usage = screen<UsageView>({
  name: "usage",
  letter: "u",
  title: "screen-usage",
  icon: ChartColumn,
  load: (account, params, chartWidth) => call("usage", { ...queryOf(account.id, params), chartWidth }),
  show: Usage,
});

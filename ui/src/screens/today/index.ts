import CalendarClock from "@lucide/svelte/icons/calendar-clock";
import { screen } from "../../frame/screen";
import { call } from "../../ipc/call";
import type { TodayView } from "../../ipc/generated/TodayView";
import Today from "./Screen.svelte";

export const today = screen<TodayView>({
  name: "today",
  letter: "t",
  title: "screen-today",
  icon: CalendarClock,
  load: (account, _, chartWidth) => call("today", { accountId: account.id, chartWidth }),
  show: Today,
});

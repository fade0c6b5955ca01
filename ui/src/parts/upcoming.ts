/** What is ahead, in words; a bill is named by its month. */
import { say } from "../messages/say";
import type { Upcoming } from "../ipc/generated/Upcoming";
import { dashed } from "./dashed";
import { monthName } from "./months";

export function upcomingWords(upcoming: Upcoming): string {
  const name = /^\d{4}-\d{2}$/.test(upcoming.name) ? monthName(upcoming.name) : upcoming.name;
  return say(`upcoming-${dashed(upcoming.kind)}`, { name });
}

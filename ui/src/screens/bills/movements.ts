/** Which lines of a bill are open beside it. */
import type { BillGroup } from "../../ipc/generated/BillGroup";

export interface Movements {
  group: BillGroup;
  /** Midnight of one day; absent for all of them. */
  day: number | null;
}

export const DAY_SECONDS = 86_400;

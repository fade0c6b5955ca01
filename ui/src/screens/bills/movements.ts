/** Which lines of a bill are open beside it. */
import { say } from "../../messages/say";
import type { BillGroup } from "../../ipc/generated/BillGroup";
import type { BillLinesQuery } from "../../ipc/generated/BillLinesQuery";

/** What is asked for, besides the account and the month. */
export type Asked = Omit<BillLinesQuery, "accountId" | "month" | "after">;

export interface Movements {
  /** What they are the lines of. */
  title: string;
  /** What kind they are, and for whom. */
  note: string;
  asked: Asked;
}

/** The lines of a group, all or those of one day, by its midnight. */
export function ofGroup(group: BillGroup, day: number | null): Movements {
  const { kind, name, project } = group;
  const note = say(`line-${kind}`);
  return { title: name, note: project ? `${note} · ${project}` : note, asked: { kind, name, project, day, by: null, value: null } };
}

/** The lines that are summed under one value. */
export function ofSum(by: string, value: string | null, title: string, note: string): Movements {
  return { title, note, asked: { kind: "", name: "", project: "", day: null, by, value } };
}

export const DAY_SECONDS = 86_400;

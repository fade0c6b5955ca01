import type { FileCell } from "./file";

/** A column of a table. */
export interface Column<Row = never> {
  id: string;
  title: string;
  /** Figures stand at the end. */
  end?: boolean;
  /** Figures of money: the currency stands in the head, once. */
  money?: boolean;
  /** Left out where the table is narrow; its cells have the class `spare`. */
  spare?: boolean;
  /** Left out where the table is not wide; its cells have the class `roomy`. */
  roomy?: boolean;
  /** Its figures stand in other columns; only a file has one for them. */
  fileOnly?: boolean;
  /** For columns whose head is for ears only. */
  heard?: boolean;
  /** What its cell is in a file; columns without it are left out there. */
  file?: (row: Row) => FileCell;
}

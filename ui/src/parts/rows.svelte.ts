/** What can be done with the rows of a table: one list for their keys and their menu, those that are picked, and their file. */
import type { Doing } from "../doings/doing";
import { keyTable, type KeyName } from "../frame/keyTable";
import { strokeOf } from "../frame/keys";
import { say } from "../messages/say";
import { status } from "../state/status.svelte";
import type { Column } from "./column";
import { explainIn } from "./explain";
import { counted } from "./format";
import { copyRows, saveRows } from "./saveRows";

/** The table whose rows they are, as it is shown. */
export interface RowsOf<Row> {
  label: string;
  rows: readonly Row[];
  rowId: (row: Row) => string;
  columns: readonly Column<Row>[];
  doings?: ((row: Row) => Doing[]) | undefined;
  onopen?: ((row: Row) => void) | undefined;
  /** What can be done with several rows at once. */
  batch?: ((rows: Row[]) => Doing[]) | undefined;
}

/** A menu beside a row or a table: where, of what, and who gets the focus back. */
export interface OpenMenu {
  label: string;
  doings: Doing[];
  x: number;
  y: number;
  back: HTMLElement | null;
}

export class Rows<Row> {
  menu = $state.raw<OpenMenu>();
  readonly #of: () => RowsOf<Row>;
  #picked = $state.raw<ReadonlySet<string>>(new Set());
  /** Where picking several began, and what was picked before. */
  #anchor: string | undefined;
  #base: ReadonlySet<string> = new Set();

  constructor(of: () => RowsOf<Row>) {
    this.#of = of;
  }

  /** Rows can be picked where something can be done with several: where they make a file. */
  get pickable(): boolean {
    return this.#of().columns.some((column) => column.file);
  }

  /** Those that are picked, as the table shows them: what a filter hides is not among them. */
  get picked(): Row[] {
    if (this.#picked.size === 0) return [];
    const { rows, rowId } = this.#of();
    return rows.filter((row) => this.#picked.has(rowId(row)));
  }

  isPicked(row: Row): boolean {
    return this.#picked.has(this.#of().rowId(row));
  }

  /** Picks a row, or no longer. */
  pick(row: Row): void {
    const id = this.#of().rowId(row);
    const picked = new Set(this.#picked);
    if (!picked.delete(id)) picked.add(id);
    this.#anchor = id;
    this.#base = picked;
    this.#set(picked);
  }

  /** Picks everything from where picking began – else from the row that has the focus – to a row. */
  extend(from: Row, to: Row): void {
    const { rows, rowId } = this.#of();
    const ids = rows.map(rowId);
    if (this.#anchor === undefined || !ids.includes(this.#anchor)) {
      this.#anchor = rowId(from);
      this.#base = this.#picked;
    }
    const [first, last] = [ids.indexOf(this.#anchor), ids.indexOf(rowId(to))].toSorted((one, other) => one - other);
    this.#set(new Set([...this.#base, ...ids.slice(first, (last ?? 0) + 1)]));
  }

  /** Forgets what was picked; false when nothing was. */
  clear(): boolean {
    if (this.picked.length === 0) return false;
    this.#anchor = undefined;
    this.#base = new Set();
    this.#set(this.#base);
    return true;
  }

  #set(picked: ReadonlySet<string>): void {
    this.#picked = picked;
    status.tell(say("rows-picked", { ...counted(this.picked.length), of: counted(this.#of().rows.length).shown }));
  }

  /** Everything that can be done with a row, in the order of its menu. */
  offered(row: Row): Doing[] {
    const { doings, onopen, batch } = this.#of();
    const together = batch && this.isPicked(row) && this.picked.length > 1 ? batch(this.picked) : [];
    const own = doings?.(row) ?? (onopen ? [{ id: "open", label: say("key-open"), key: "open" as const, run: () => onopen(row) }] : []);
    return [
      ...together,
      ...own,
      { id: "why", label: say("key-why"), key: "why", run: () => void explainIn(document.querySelector(".area")) },
      ...(this.pickable
        ? [
            { id: "pick", label: say(this.isPicked(row) ? "key-unpick" : "key-pick"), key: "pick" as const, run: () => this.pick(row) },
            { id: "export", label: say("key-export"), key: "export" as const, run: () => this.export(document.activeElement) },
          ]
        : []),
    ];
  }

  /** Does what a key means for a row; false when nothing of it has that key. What has a key of the window, the window does. */
  press(event: KeyboardEvent, row: Row): boolean {
    const stroke = strokeOf(event);
    const pressed = (...names: KeyName[]) => names.some((name) => keyTable[name].press === stroke);
    if (pressed("rowMenu", "rowMenuToo")) {
      this.open(row, event.currentTarget);
      return true;
    }
    if (pressed("why")) return false;
    const doing = this.offered(row).find((one) => one.key && pressed(one.key));
    if (!doing) return false;
    if (doing.not === undefined) doing.run();
    else status.tell(doing.not);
    return true;
  }

  /** Opens the menu of a row: where it was asked for, else below the row. */
  open(row: Row, beside: EventTarget | null, at?: { x: number; y: number }): void {
    this.#openBeside(this.#of().label, this.offered(row), beside, at);
  }

  /** Asks how the picked rows, or all, leave the window. */
  export(beside: EventTarget | null): void {
    const table = this.#of();
    if (!this.pickable) return;
    const rows = this.picked.length > 0 ? this.picked : table.rows;
    const many = counted(rows.length);
    this.#openBeside(say("rows-export", { table: table.label }), [
      { id: "save-csv", label: say("rows-save", { ...many, form: "CSV" }), run: () => void saveRows(table.columns, rows, "csv") },
      { id: "save-tsv", label: say("rows-save", { ...many, form: "TSV" }), run: () => void saveRows(table.columns, rows, "tsv") },
      { id: "copy", label: say("rows-copy", many), run: () => void copyRows(table.columns, rows) },
    ], beside);
  }

  #openBeside(label: string, doings: Doing[], beside: EventTarget | null, at?: { x: number; y: number }): void {
    const back = beside instanceof HTMLElement ? beside : null;
    const box = back?.getBoundingClientRect();
    const isRight = document.documentElement.dir === "rtl";
    const below = { x: (isRight ? (box?.right ?? 0) - 24 : (box?.left ?? 0) + 24), y: box?.bottom ?? 0 };
    this.menu = { label, doings, ...(at ?? below), back };
  }
}

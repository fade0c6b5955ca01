/**
 * A table as a file: the columns the screen shows, by the names it gives them, with exact figures. What other programs could
 * take for a formula is guarded.
 */
import { units } from "../state/units.svelte";
import type { Column } from "./column";

export type FileForm = "csv" | "tsv";

/** What a cell holds: words, a plain decimal, or an instant in seconds since 1970. */
export type FileCell = { words: string } | { figure: string } | { at: number };

export const words = (text: string | null | undefined): FileCell => ({ words: text ?? "" });

/** Money, calls, counts: as Rust gave them, to the last digit. */
export const figure = (exact: string | number | null | undefined): FileCell => ({ figure: exact === null || exact === undefined ? "" : String(exact) });

/** An instant; nothing where there is none. */
export const at = (seconds: number | null | undefined): FileCell => (seconds === null || seconds === undefined ? { words: "" } : { at: seconds });

/** The file, its columns named as on the screen. */
export function fileOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[], form: FileForm): string {
  const told = columns.filter((column) => column.file);
  const heads = told.map((column) => written({ words: column.money ? `${column.title} (${units.currency})` : column.title }, form));
  const lines = rows.map((row) => told.map((column) => written(column.file?.(row) ?? { words: "" }, form)));
  return [heads, ...lines].map((cells) => `${cells.join(form === "csv" ? "," : "\t")}\r\n`).join("");
}

function written(cell: FileCell, form: FileForm): string {
  const text = "at" in cell ? isoInstant(cell.at) : "figure" in cell ? cell.figure : guarded(cell.words);
  // A cell of a line of tabs has neither tabs nor lines.
  if (form === "tsv") return text.replaceAll(/[\t\r\n]+/g, " ");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What spreadsheets would run is kept as the words it is: a name such as `=HYPERLINK(…)` comes from files of others. */
function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** `2026-11-22T14:07:00+08:00`, on the provider's clock. */
export function isoInstant(seconds: number, offset = units.offset): string {
  const clock = new Date((seconds + offset) * 1000).toISOString().slice(0, 19);
  if (offset === 0) return `${clock}Z`;
  const minutes = Math.round(Math.abs(offset) / 60);
  const pair = (number: number) => String(number).padStart(2, "0");
  return `${clock}${offset < 0 ? "-" : "+"}${pair(Math.floor(minutes / 60))}:${pair(minutes % 60)}`;
}

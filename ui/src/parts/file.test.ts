import { beforeEach, expect, it } from "vitest";
import { openedOn } from "../testing/recorded";
import type { Column } from "./column";
import { at, figure, fileOf, isoInstant, words } from "./file";

interface Row {
  name: string;
  price: string | null;
  ends: number | null;
}

const columns: Column<Row>[] = [
  { id: "name", title: "Package", file: (row) => words(row.name) },
  { id: "price", title: "Price", money: true, file: (row) => figure(row.price) },
  { id: "bar", title: "Left" },
  { id: "ends", title: "Ends", file: (row) => at(row.ends) },
];

beforeEach(() => openedOn("today"));

it("has the columns by name, exact figures, and instants with their zone", () => {
  const rows = [{ name: "passport-100k", price: "90071992547409930.01", ends: 1_795_327_620 }];
  expect(fileOf(columns, rows, "csv")).toBe("Package,Price (USD),Ends\r\npassport-100k,90071992547409930.01,2026-11-22T14:07:00+08:00\r\n");
});

it("guards words that a spreadsheet would run, and only words", () => {
  for (const name of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"]) expect(fileOf(columns, [{ name, price: null, ends: null }], "csv").split("\r\n")[1]).toBe(`'${name},,`);
  expect(fileOf(columns, [{ name: "a=b", price: "-3.00", ends: null }], "csv").split("\r\n")[1]).toBe("a=b,-3.00,");
});

it("quotes what would end a cell, in either form", () => {
  const rows = [{ name: 'a,"b"\nc\td', price: "1", ends: null }];
  expect(fileOf(columns, rows, "csv")).toBe('Package,Price (USD),Ends\r\n"a,""b""\nc\td",1,\r\n');
  expect(fileOf(columns, rows, "tsv")).toBe('Package\tPrice (USD)\tEnds\r\na,"b" c d\t1\t\r\n');
});

it("writes zones as they are", () => {
  expect([isoInstant(0, 0), isoInstant(0, 19_800), isoInstant(0, -12_600)]).toEqual(["1970-01-01T00:00:00Z", "1970-01-01T05:30:00+05:30", "1969-12-31T20:30:00-03:30"]);
});

import { expect, it } from "vitest";
import { rowsInView } from "./window";

it("only rows in view are drawn, and a few beyond", () => {
  expect(rowsInView(100_000, 28, 28 * 5000, 560)).toEqual({ from: 4992, to: 5028 });
  expect(rowsInView(100_000, 28, -300, 560)).toEqual({ from: 0, to: 18 });
});

it("at both ends there is nothing beyond", () => {
  expect(rowsInView(10, 28, 0, 560)).toEqual({ from: 0, to: 10 });
  expect(rowsInView(100, 28, 28 * 95, 560)).toEqual({ from: 87, to: 100 });
  expect(rowsInView(0, 28, 0, 560)).toEqual({ from: 0, to: 0 });
  // Scrolled far beyond a list that became short.
  expect(rowsInView(5, 28, 28 * 900, 560)).toEqual({ from: 4, to: 5 });
});

it("what cannot be measured yet is drawn in part", () => {
  expect(rowsInView(100_000, 0, 0, 0)).toEqual({ from: 0, to: 40 });
});

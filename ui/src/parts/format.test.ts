import { describe, expect, it } from "vitest";
import { count, countdown, instant, money, moneyPieces, relative, typedAmount, zoneName } from "./format";

describe("money", () => {
  it("is exact where a floating point number would not be", () => {
    expect(money("90071992547409930.01", "USD")).toBe("$90,071,992,547,409,930.01");
  });

  it("has a real minus and never a negative zero", () => {
    expect(money("-84.20", "USD")).toBe("−$84.20");
    expect(money("-0.00", "USD")).toBe("$0.00");
  });

  it("keeps every decimal of a unit price", () => {
    expect(money("0.0200000001", "USD")).toBe("$0.0200000001");
    expect(money("5", "USD")).toBe("$5.00");
  });

  it("comes in pieces, so that the currency can stand back", () => {
    expect(moneyPieces("-1234.5", "USD")).toEqual({ sign: "−", currency: "$", gap: "", digits: "1,234.50", currencyFirst: true });
  });
});

it("counts have separators and stay exact", () => {
  expect(count("18446744073709551615")).toBe("18,446,744,073,709,551,615");
});

it("typed amounts lose their separators", () => {
  expect(typedAmount(" 1,234.50 ")).toBe("1234.50");
  expect(typedAmount("12 000")).toBe("12000");
});

it("instants are told on the provider's clock", () => {
  const noonInChina = Date.UTC(2026, 2, 14, 4, 7) / 1000;
  expect(instant(noonInChina, "minute", 28_800)).toBe("14 Mar 2026, 12:07");
  expect(instant(noonInChina, "month", 28_800)).toBe("March 2026");
  expect(zoneName(28_800)).toBe("UTC+8");
  expect(zoneName(-12_600)).toBe("UTC−3:30");
});

it("what is far away is told with its year", () => {
  const now = Math.floor(Date.now() / 1000);
  expect(relative(now - 11.6 * 365.25 * 86_400, now)).toBe("11 years ago");
  expect(instant(Date.UTC(2015, 4, 17, 15) / 1000, "hour", 28_800)).toBe("17 May 2015, 23:00");
});

it("a countdown never goes below zero", () => {
  expect(countdown(3149)).toBe("52:29");
  expect(countdown(11_100)).toBe("3:05:00");
  expect(countdown(-5)).toBe("00:00");
});

it("relative time uses the unit a person would", () => {
  expect(relative(3 * 86_400, 0)).toBe("in 3 days");
  expect(relative(0, 67 * 60)).toBe("67 minutes ago");
});

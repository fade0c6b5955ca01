import { describe, expect, it } from "vitest";
import { closer, queryOf, spanBeside, wider } from "./query";

const CHINA = 28_800;
const at = (text: string) => Date.parse(`${text}T00:00:00+08:00`) / 1000;

it("the address is the question; nonsense in it is not asked", () => {
  const query = queryOf("1", new URLSearchParams("bucket=hour&by=region&from=x&service=passport-ocr"));
  expect(query).toMatchObject({ accountId: "1", bucket: "hour", by: "region", from: null, service: "passport-ocr", project: null });
  expect(queryOf("1", new URLSearchParams("bucket=week"))).toMatchObject({ bucket: "day", by: "paidBy" });
});

it("the default project is a filter, no project is none", () => {
  expect(queryOf("1", new URLSearchParams("project=")).project).toBe("");
  expect(queryOf("1", new URLSearchParams()).project).toBeNull();
});

it("months step by whole months of the provider, whatever their length", () => {
  const year = { from: at("2025-04-01"), to: at("2026-04-01") };
  expect(spanBeside(year, "month", -1, CHINA)).toEqual({ from: at("2024-04-01"), to: at("2025-04-01") });
  const days = { from: at("2026-03-01"), to: at("2026-03-31") };
  expect(spanBeside(days, "day", 1, CHINA)).toEqual({ from: at("2026-03-31"), to: at("2026-04-30") });
});

describe("a part of a span", () => {
  const DAY = 86_400;

  it("is shown in finer bars, and knows the way back through every step", () => {
    const year = new URLSearchParams("bucket=month&by=region");
    const month = closer(year, "month", 0, 31 * DAY);
    expect(month).toEqual({ bucket: "day", from: "0", to: String(31 * DAY), out: "month.." });
    const day = closer(new URLSearchParams(month as Record<string, string>), "day", DAY, 2 * DAY);
    expect(day).toMatchObject({ bucket: "hour", from: String(DAY), out: `month..~day.0.${31 * DAY}` });
    const back = wider(new URLSearchParams(day as Record<string, string>));
    expect(back).toEqual({ bucket: "day", from: "0", to: String(31 * DAY), out: "month.." });
    expect(wider(new URLSearchParams(back as Record<string, string>))).toEqual({ bucket: "month", from: undefined, to: undefined, out: undefined });
    expect(wider(year)).toBeUndefined();
  });

  it("never has coarser bars than the whole, and takes no nonsense for a way back", () => {
    expect(closer(new URLSearchParams(), "hour", 0, 20 * DAY)["bucket"]).toBe("hour");
    expect(wider(new URLSearchParams("out=week.1.2"))).toBeUndefined();
  });
});

import { expect, it } from "vitest";
import { queryOf, spanBeside } from "./query";

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

import { expect, it } from "vitest";
import { allocationOf, analysisOf, tabOf } from "./query";

const params = (text: string) => new URLSearchParams(text);

it("an address that says nothing, or nonsense, is the first tab and the usual questions", () => {
  expect([tabOf(params("")), tabOf(params("tab=colour")), tabOf(params("tab=analysis"))]).toEqual(["composition", "composition", "analysis"]);
  expect([allocationOf(params("")), allocationOf(params("for=tag:")), allocationOf(params("for=tag:team")), allocationOf(params("for=member"))]).toEqual(["project", "project", "tag:team", "member"]);
  const usual = { range: "mtd", by: "service", view: "cash", mode: null, service: null, region: null, project: null };
  expect(analysisOf(params(""))).toEqual(usual);
  expect(analysisOf(params("range=5d&by=colour&view=x"))).toEqual(usual);
  expect(analysisOf(params("range=3m&by=tag:team&view=amortised&project="))).toEqual({ ...usual, range: "3m", by: "tag:team", view: "amortised", project: "" });
});

import { describe, expect, it } from "vitest";
import { asText, emptyRule, firstDraft, lacks } from "./rules";
import { zoneChoices } from "./zones";

describe("rules filled in by hand", () => {
  it("become the text of a rules file", () => {
    const draft = { ...firstDraft("paths"), paths: [{ ...emptyRule(), method: "POST", path: "/v2/*/ocr/passport", service: "passport-ocr", region: "ap-southeast-1" }, { ...emptyRule(), path: "/healthz", ignore: true }] };
    expect(asText(draft)).toBe(
      '[[rule]]\nmethod = "POST"\npath = "/v2/*/ocr/passport"\nservice = "passport-ocr"\nregion = "ap-southeast-1"\n\n[[rule]]\npath = "/healthz"\nignore = true\n',
    );
  });

  it("escape what would end a text", () => {
    const draft = { ...firstDraft("one"), service: 'a "b" \\ c', region: "r" };
    expect(asText(draft)).toContain('service = "a \\"b\\" \\\\ c"');
  });

  it("map columns, and say what has none", () => {
    const draft = firstDraft("columns");
    const text = asText({ ...draft, columns: { ...draft.columns, time: "TIMESTAMP", status: "" }, service: "llm", region: "east" });
    expect(text).toBe('[columns]\ntime = "TIMESTAMP"\n\n[defaults]\nservice = "llm"\nregion = "east"\n');
  });

  it("say what is missing", () => {
    expect(lacks(firstDraft("paths"))).toBeUndefined();
    expect(lacks({ ...firstDraft("paths"), paths: [emptyRule()] })).toBe("rules-lack-path");
    expect(lacks({ ...firstDraft("paths"), paths: [{ ...emptyRule(), path: "/a" }] })).toBe("rules-lack-service");
    expect(lacks(firstDraft("one"))).toBe("rules-lack-service");
    expect(lacks(firstDraft("file"))).toBe("rules-lack-file");
    expect(lacks(firstDraft("last"))).toBeUndefined();
  });
});

it("zones are offered as offsets, the provider's first, each once", () => {
  const choices = zoneChoices();
  expect(choices[0]).toEqual({ value: "+08:00", label: "UTC+8" });
  expect(choices.map((one) => one.value)).toContain("-03:30");
  expect(new Set(choices.map((one) => one.value)).size).toBe(choices.length);
});

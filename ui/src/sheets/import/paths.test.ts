/** What was typed or pasted is taken for what it is. */
import { expect, it } from "vitest";
import { linesOf, whatIs } from "./paths";

it.each([
  ["/var/log/nginx/access.log", ["/var/log/nginx/access.log"]],
  ["~/logs", ["~/logs"]],
  ["C:\\logs\\a.csv", ["C:\\logs\\a.csv"]],
  ["'/var/log/my log'", ["/var/log/my log"]],
  ["/a\n/b c\n", ["/a", "/b c"]],
  ["file:///var/log/my%20log\r\nfile:///b", ["/var/log/my log", "/b"]],
])("%s is paths", (text, paths) => expect(whatIs(text)).toEqual({ kind: "paths", paths }));

it("lines of a log are lines, also when one of them begins like a path", () => {
  const one = '10.0.0.1 - - [01/Nov/2026:10:00:00 +0000] "POST /v2/p/ocr/passport HTTP/1.1" 200 1';
  expect(whatIs(one)).toEqual({ kind: "lines", text: one });
  expect(whatIs("time,status\n2026-11-01T00:00:00Z,200\n").kind).toBe("lines");
  expect(whatIs("/v2/p\n10.0.0.1").kind).toBe("lines");
  expect(whatIs('{"time":1}').kind).toBe("lines");
  expect(linesOf("a\r\n\n b \n")).toEqual(["a", " b "]);
});

it("a name alone could be anywhere", () => {
  expect(whatIs("access.log").kind).toBe("unclear");
  expect(whatIs("  ").kind).toBe("nothing");
});

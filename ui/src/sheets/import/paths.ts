/** What a person means by a text they typed or pasted to be imported. */
export type Meant = { kind: "nothing" } | { kind: "paths"; paths: string[] } | { kind: "lines"; text: string } | { kind: "unclear" };

/** `/var/log`, `~/logs`, `C:\logs`, `\\server\share`, or what file managers copy. */
const WHOLE_PATH = /^(\/(?!\/)|~(\/|$)|[A-Za-z]:[\\/]|\\\\|file:\/\/\/)/;

/** The last part of a path, as a person knows a file. */
export function nameOf(path: string): string {
  return path.split(/[/\\]/).findLast((part) => part !== "") ?? path;
}

/** Lines that say something. */
export function linesOf(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}

/** Whole paths are paths; what has the marks of a record is lines; a name alone could be anywhere. */
export function whatIs(text: string): Meant {
  const lines = linesOf(text).map((line) => unquoted(line.trim()));
  if (lines.length === 0) return { kind: "nothing" };
  if (lines.every((line) => WHOLE_PATH.test(line))) return { kind: "paths", paths: lines.map(pathOf) };
  const isRecord = lines.length > 1 || /[\s,{;|]/.test(lines[0] ?? "");
  return isRecord ? { kind: "lines", text: text.trim() } : { kind: "unclear" };
}

/** Shells and file managers quote paths with spaces. */
function unquoted(text: string): string {
  return /^(['"]).*\1$/.test(text) && WHOLE_PATH.test(text.slice(1)) ? text.slice(1, -1) : text;
}

function pathOf(line: string): string {
  if (!line.startsWith("file:///")) return line;
  try {
    const path = decodeURIComponent(line.slice("file://".length));
    return /^\/[A-Za-z]:\//.test(path) ? path.slice(1) : path;
  } catch {
    return line;
  }
}

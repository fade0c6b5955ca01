/** The last part of a path, as a person knows a file. */
export function nameOf(path: string): string {
  return path.split(/[/\\]/).findLast((part) => part !== "") ?? path;
}

/** What the lines of a bill are summed by, as the address has it: `project`, `member`, or `tag:` and the key. */
export const TAG = "tag:";

/** Whether there is something to ask for: a tag needs a key. */
export function isAsked(by: string | null): by is string {
  return by !== null && by !== TAG;
}

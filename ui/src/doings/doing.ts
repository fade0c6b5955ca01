/** Something that can be done with a thing: its row, its pane, its menu and the palette offer the same. */
import type { KeyName } from "../frame/keyTable";

export interface Doing {
  /** The same for the same kind of deed, in every language: `renew`. */
  id: string;
  /** What its button says. */
  label: string;
  /** The key that does it on the row. */
  key?: KeyName;
  /** Why it cannot be done with this one; then it is shown, and does nothing. */
  not?: string | undefined;
  /** Does it, with what was typed behind its name, where it takes something. */
  run: (typed?: string) => void;
}

/** Does what a key means for a thing; false when nothing of it has that key. */
export function doByKey(doings: readonly Doing[], key: KeyName, refuse: (why: string) => void): boolean {
  const doing = doings.find((one) => one.key === key);
  if (!doing) return false;
  if (doing.not === undefined) doing.run();
  else refuse(doing.not);
  return true;
}

/** What stands in place of the verdict of every screen below, for as long as it gives something. */
import { getContext, setContext, type Snippet } from "svelte";

type Other = () => Snippet | undefined;

const key = Symbol("instead of the verdict");

export function replaceVerdicts(other: Other): void {
  setContext(key, other);
}

export function replacement(): Other {
  return getContext<Other | undefined>(key) ?? (() => undefined);
}

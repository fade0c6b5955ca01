/** What a screen is: its name in the address, how it loads, and what shows what was loaded. */
import type { Component } from "svelte";
import type { AccountRef } from "../ipc/generated/AccountRef";
import type { Reply } from "../ipc/reply";

export interface ScreenProps<View> {
  view: View;
  account: AccountRef;
  params: URLSearchParams;
}

export interface Screen<View> {
  name: string;
  /** After `g`, goes there. */
  letter: string;
  /** Key of its title. */
  title: string;
  /** The key that goes there, where that is not its place in the rail. */
  key?: string;
  /** Below the others in the rail, without a number of its own. */
  below?: boolean;
  /** The screen it is reached from, where it does not stand in the rail itself. */
  within?: string;
  /** About every account, not about the one that is open: its arrears do not stand above it. */
  ofAll?: boolean;
  icon: Component<{ size?: number | string; "aria-hidden"?: "true" }>;
  /** `chartWidth` is how many pixels a drawing may be wide; nothing where that is not known. */
  load: (account: AccountRef, params: URLSearchParams, chartWidth: number | null) => Promise<Reply<View>>;
  show: Component<ScreenProps<View>>;
}

/** A screen whose view only it understands. */
export type AnyScreen = Screen<unknown>;

/** Ties loader and component, so that a mismatch does not type-check, and forgets what they agree on. */
export function screen<View>(of: Screen<View>): AnyScreen {
  return of as unknown as AnyScreen;
}

/** The figure whose derivation is open in the pane. */
import type { Why } from "../ipc/generated/Why";

/** Key of the context in which a derivation is told: whose figure it is. */
export const UNITS_OF = Symbol("units of a derivation");

/** Whose figure it is, where that is not the open account: its money and its clock. */
export interface UnitsOf {
  currency: string;
  zoneOffsetSeconds: number;
}

class Explained {
  current = $state.raw<{ title: string; why: Why; of: UnitsOf | undefined } | undefined>();

  show(title: string, why: Why, of?: UnitsOf): void {
    this.current = { title, why, of };
  }

  close(): void {
    this.current = undefined;
  }
}

export const explained = new Explained();

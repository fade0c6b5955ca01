/** All accounts by time to harm, as the books alone tell it: for the switcher and the palette. */
import { call } from "../ipc/call";
import type { AccountRef } from "../ipc/generated/AccountRef";
import type { AccountRow } from "../ipc/generated/AccountRow";

class Accounts {
  rows = $state.raw<readonly AccountRow[]>([]);
  #turn = 0;

  async load(): Promise<void> {
    const turn = (this.#turn += 1);
    const reply = await call("accounts", { foreseen: false });
    if (turn === this.#turn && reply.ok) this.rows = reply.value.rows;
  }

  /** The row of an account; nothing of one that was not read yet. */
  row(account: AccountRef): AccountRow | undefined {
    return this.rows.find((row) => row.account.id === account.id);
  }

  /** The one that is harmed first at the top; what was not read yet stands below. */
  sorted(known: readonly AccountRef[]): AccountRef[] {
    const place = (one: AccountRef) => {
      const index = this.rows.findIndex((row) => row.account.id === one.id);
      return index < 0 ? this.rows.length : index;
    };
    return known.toSorted((a, b) => place(a) - place(b));
  }
}

export const accounts = new Accounts();

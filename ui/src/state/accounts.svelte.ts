/** All accounts by time to harm: for the tray, the switcher and the palette. As the books alone tell it at first, and with what is foreseen once that is there. */
import { call } from "../ipc/call";
import type { AccountRef } from "../ipc/generated/AccountRef";
import type { AccountRow } from "../ipc/generated/AccountRow";
import type { AccountsView } from "../ipc/generated/AccountsView";
import type { NextHarm } from "../ipc/generated/NextHarm";
import { foreseenAccounts } from "./forecast.svelte";

class Accounts {
  rows = $state.raw<readonly AccountRow[]>([]);
  /** What goes wrong first in all of them, the soonest first. */
  firsts = $state.raw<readonly NextHarm[]>([]);
  #turn = 0;

  async load(): Promise<void> {
    const turn = (this.#turn += 1);
    if (this.rows.length === 0) {
      const known = await call("accounts", { foreseen: false });
      if (turn === this.#turn && known.ok) this.#show(known.value);
    }
    const foreseen = await foreseenAccounts();
    if (turn === this.#turn && foreseen.ok) this.#show(foreseen.value);
  }

  #show(view: AccountsView): void {
    this.rows = view.rows;
    this.firsts = view.firsts;
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

/** The bill that is printed: made whole out of sight, then given to the system's own dialog. */
import { call } from "../ipc/call";
import { printPage } from "../ipc/desk";
import { say } from "../messages/say";
import { errorWords } from "../parts/errorWords";
import { clock } from "../state/clock.svelte";
import { status } from "../state/status.svelte";
import type { AccountRef } from "../ipc/generated/AccountRef";
import type { BillView } from "../ipc/generated/BillView";

export interface PrintedBill {
  account: AccountRef;
  view: BillView;
  asOf: number;
}

class Printing {
  /** What is on paper; it stays until something else is looked at, because the system prints when it likes. */
  bill = $state.raw<PrintedBill | undefined>();

  /** Reads a bill with everything on it and puts it on paper. */
  async begin(account: AccountRef, month: string | null): Promise<void> {
    if (month === null) return status.tell(say("print-none"));
    const reply = await call("bill", { accountId: account.id, month });
    if (!reply.ok) return status.tell(errorWords(reply.error));
    this.bill = { account, view: reply.value, asOf: clock.now };
  }

  /** The paper is laid out. */
  async ready(): Promise<void> {
    status.tell(say((await printPage()) ? "print-ready" : "print-failed"));
  }

  forget(): void {
    this.bill = undefined;
  }
}

export const printing = new Printing();

/** Which account is open, and what Rust said when it was opened. */
import { call } from "../ipc/call";
import type { AccountRef } from "../ipc/generated/AccountRef";
import type { CaughtUp } from "../ipc/generated/CaughtUp";
import type { ClockView } from "../ipc/generated/ClockView";
import type { IpcError } from "../ipc/generated/IpcError";
import type { Startup } from "../ipc/generated/Startup";
import { counted, instant, money } from "../parts/format";
import { say } from "../messages/say";
import { changes } from "./changes.svelte";
import { clock } from "./clock.svelte";
import { status } from "./status.svelte";
import { units } from "./units.svelte";

const REMEMBERED = "tollbook.account";

class Session {
  startup = $state.raw<Startup | undefined>();
  account = $state.raw<AccountRef | undefined>();
  providerClock = $state.raw<ClockView | undefined>();
  error = $state.raw<IpcError | undefined>();

  async start(): Promise<void> {
    const reply = await call("start", {});
    if (!reply.ok) {
      this.error = reply.error;
      return;
    }
    this.error = undefined;
    this.startup = reply.value;
    const last = localStorage.getItem(REMEMBERED);
    const account = reply.value.accounts.find((one) => one.id === last) ?? reply.value.accounts[0];
    if (account) this.open(account);
  }

  /** Shows an account; a new one joins the list. */
  open(account: AccountRef): void {
    localStorage.setItem(REMEMBERED, account.id);
    units.of(account);
    this.account = account;
    this.providerClock = undefined;
    if (this.startup && !this.startup.accounts.some((one) => one.id === account.id)) {
      this.startup = { ...this.startup, accounts: [...this.startup.accounts, account] };
    }
    void this.catchUp();
  }

  /** An account has another name now. */
  renamed(account: AccountRef): void {
    if (this.account?.id === account.id) this.account = account;
    if (this.startup) this.startup = { ...this.startup, accounts: this.startup.accounts.map((one) => (one.id === account.id ? account : one)) };
    changes.happened();
  }

  /** Runs what fell due and says what it did. Two callers at once share one run. */
  catchUp(): Promise<void> {
    this.#running ??= this.#catchUp().finally(() => (this.#running = undefined));
    return this.#running;
  }

  #running: Promise<void> | undefined;

  async #catchUp(): Promise<void> {
    const account = this.account;
    if (!account) return;
    const reply = await call("run_due", { accountId: account.id });
    if (!reply.ok || this.account?.id !== account.id) return;
    this.providerClock = reply.value.clock;
    clock.set(reply.value.clock.now);
    if (reply.value.settlementCount === 0 && reply.value.cycleCount === 0) {
      // A deadline that passed, an alert that fired: nothing moved, but something was told.
      if (reply.value.notices.length > 0) changes.happened();
      return;
    }
    status.tell(whatWasDone(reply.value));
    changes.happened();
  }
}

function whatWasDone(done: CaughtUp): string {
  return say("caught-up", {
    ...counted(done.settlementCount),
    settled: money(done.settled),
    cycles: done.cycleCount,
    now: instant(done.clock.now, "time"),
  });
}

export const session = new Session();

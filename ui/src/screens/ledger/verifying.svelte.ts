/** Deriving the books again: it goes on while another screen is looked at, and its result stays until the next. */
import { call, onVerifyProgress } from "../../ipc/call";
import type { IpcError } from "../../ipc/generated/IpcError";
import type { VerifyProgress } from "../../ipc/generated/VerifyProgress";
import type { VerifyView } from "../../ipc/generated/VerifyView";
import { clock } from "../../state/clock.svelte";

class Verifying {
  running = $state(false);
  progress = $state.raw<VerifyProgress>();
  error = $state.raw<IpcError>();
  /** What came of the last one, when, and how many seconds it took. */
  result = $state.raw<{ view: VerifyView; at: number; seconds: number }>();

  async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.progress = undefined;
    this.error = undefined;
    const began = performance.now();
    const stop = onVerifyProgress((progress) => (this.progress = progress));
    const reply = await call("verify", {});
    stop();
    this.running = false;
    if (reply.ok) this.result = { view: reply.value, at: clock.now, seconds: Math.round((performance.now() - began) / 1000) };
    else this.error = reply.error;
  }

  /** Another account, another test: as if nothing had been verified. */
  forget(): void {
    this.result = undefined;
    this.error = undefined;
  }
}

export const verifying = new Verifying();

/** A plan that is shown before it is carried out: the latest question wins, and a plan that went stale is forgotten. */
import type { IpcError } from "../ipc/generated/IpcError";
import type { Reply } from "../ipc/reply";

/** Long enough that a number or a name is typed in one go, short enough to feel immediate. */
const PAUSE_MS = 250;

export class Planned<Plan> {
  /** What would happen; while another question is out, what the last one came to. */
  plan = $state.raw<Plan>();
  error = $state.raw<IpcError>();
  /** Whether an answer is awaited; then nothing can be confirmed. */
  pending = $state(false);
  /** One per sheet: confirming twice acts once. */
  readonly requestId = crypto.randomUUID();
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get ready(): boolean {
    return this.plan !== undefined && !this.pending;
  }

  /** Asks what would happen. */
  async preview(ask: () => Promise<Reply<Plan>>): Promise<void> {
    clearTimeout(this.#timer);
    const turn = (this.#asked += 1);
    this.pending = true;
    const reply = await ask();
    if (turn !== this.#asked) return;
    this.pending = false;
    this.plan = reply.ok ? reply.value : undefined;
    this.error = reply.ok ? undefined : reply.error;
  }

  /** Forgets what was answered, and asks again when typing pauses. */
  later(ask: () => void): void {
    this.clear();
    this.#timer = setTimeout(ask, PAUSE_MS);
  }

  /** Carries it out; the plan that was written, or nothing when it was not. */
  async commit(act: (plan: Plan) => Promise<Reply<Plan>>): Promise<Plan | undefined> {
    if (this.plan === undefined || this.pending) return undefined;
    this.pending = true;
    const reply = await act(this.plan);
    this.pending = false;
    if (reply.ok) return reply.value;
    this.error = reply.error;
    if (reply.error.kind === "stale") this.plan = undefined;
    return undefined;
  }

  /** Forgets what was asked, is still to be asked and was answered. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.plan = this.error = undefined;
    this.pending = false;
  }
}

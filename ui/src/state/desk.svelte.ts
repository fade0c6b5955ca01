/** What the desktop around the window can do, and what was chosen about it. */
import { closeToTray, NO_DESK, readDesk, setAutostart } from "../ipc/desk";
import type { Desk } from "../ipc/generated/Desk";
import { preferences } from "./preferences.svelte";

class DeskState {
  #known = $state.raw<Desk>(NO_DESK);
  /** What the system said when something could not be changed. */
  trouble = $state<string | undefined>();

  /** Whether the desktop shows a tray now. */
  get tray(): boolean {
    return this.#known.tray;
  }

  /** Whether the program starts with the desktop; nothing where that cannot be known. */
  get autostart(): boolean | null {
    return this.#known.autostart;
  }

  /** Whether closing the window leaves it in the tray. */
  get closesToTray(): boolean {
    return this.tray && preferences.closeToTray;
  }

  async read(): Promise<void> {
    this.#known = await readDesk();
    await closeToTray(preferences.closeToTray);
  }

  async chooseAutostart(on: boolean): Promise<void> {
    const answer = await setAutostart(on);
    this.trouble = "failed" in answer ? answer.failed : undefined;
    await this.read();
  }

  async chooseCloseToTray(on: boolean): Promise<void> {
    preferences.chooseCloseToTray(on);
    await this.read();
  }
}

export const desk = new DeskState();

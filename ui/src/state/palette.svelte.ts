/** Whether the palette is open. A sheet that is open may hold typed work, so the palette waits until it is closed. */
import { sheets } from "./sheets.svelte";

class PaletteState {
  isOpen = $state(false);

  open(): void {
    if (!sheets.current) this.isOpen = true;
  }

  close(): void {
    this.isOpen = false;
  }
}

export const palette = new PaletteState();

/** What a person chose about the window itself; kept on this machine, never in the books. */
import { setZoom } from "../ipc/call";
import { speak, written, type Language } from "../messages/say";
import { windowSteps, type WindowStep } from "./windowSteps.svelte";

export type Theme = "system" | "light" | "dark";
export type Rows = "usual" | "compact";
/** A language, or whatever the system speaks. */
export type Wanted = Language | "system";

/** Percent the window can be shown at. */
export const zooms = [80, 90, 100, 110, 125, 150, 175, 200] as const;
const USUAL_ZOOM = 100;

class Preferences {
  theme = $state<Theme>(one(["system", "light", "dark"], kept("theme"), "system"));
  railNarrow = $state(kept("rail") === "narrow");
  /** Whether amounts are masked, for looking at the books with others around. */
  amountsHidden = $state(kept("amounts") === "hidden");

  /** Whether closing the window leaves it in the tray, where there is one. */
  closeToTray = $state(kept("close") === "tray");

  /** How high the rows of tables are. */
  rows = $state<Rows>(one(["usual", "compact"], kept("rows"), "usual"));
  language = $state<Wanted>(one(["system", ...written], kept("language"), "system"));
  /** In percent. */
  zoom = $state<number>(zooms.find((zoom) => String(zoom) === kept("zoom")) ?? USUAL_ZOOM);

  /** Everything that shows at once, as it was chosen before. */
  show(): void {
    this.showTheme();
    this.showRows();
    if (this.zoom !== USUAL_ZOOM) void setZoom(this.zoom);
  }

  /** Speaks what was chosen, or what the system does. */
  speak(): Promise<void> {
    return speak(this.language === "system" ? navigator.languages : [this.language]);
  }

  chooseLanguage(language: Wanted): Promise<void> {
    windowSteps.took("language", this.language, language);
    return this.restore("language", language);
  }

  chooseRows(rows: Rows): void {
    windowSteps.took("rows", this.rows, rows);
    void this.restore("rows", rows);
  }

  chooseZoom(zoom: number): void {
    windowSteps.took("zoom", String(this.zoom), String(zoom));
    void this.restore("zoom", String(zoom));
  }

  chooseTheme(theme: Theme): void {
    windowSteps.took("theme", this.theme, theme);
    void this.restore("theme", theme);
  }

  /** Puts a choice into effect; one that is not known is as if nothing was chosen. */
  async restore(what: WindowStep["what"], value: string): Promise<void> {
    keep(what, value);
    switch (what) {
      case "theme":
        this.theme = one(["system", "light", "dark"], value, "system");
        return this.showTheme();
      case "rows":
        this.rows = one(["usual", "compact"], value, "usual");
        return this.showRows();
      case "zoom":
        this.zoom = zooms.find((zoom) => String(zoom) === value) ?? USUAL_ZOOM;
        return void setZoom(this.zoom);
      case "language":
        this.language = one(["system", ...written], value, "system");
        return this.speak();
    }
  }

  private showRows(): void {
    if (this.rows === "usual") delete document.documentElement.dataset["rows"];
    else document.documentElement.dataset["rows"] = this.rows;
  }

  showTheme(): void {
    if (this.theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = this.theme;
  }

  nextTheme(): void {
    const order: Theme[] = ["system", "light", "dark"];
    this.chooseTheme(order[(order.indexOf(this.theme) + 1) % order.length] ?? "system");
  }

  /** The next size up (1) or down (-1); the present one at the ends. */
  zoomBeside(step: -1 | 1): number {
    return zooms[zooms.findIndex((zoom) => zoom === this.zoom) + step] ?? this.zoom;
  }

  mayZoom(percent: number): boolean {
    return percent >= Math.min(...zooms) && percent <= Math.max(...zooms);
  }

  /** The size that is nearest to what was asked for. */
  zoomNear(percent: number): number {
    return zooms.reduce<number>((best, zoom) => (Math.abs(zoom - percent) < Math.abs(best - percent) ? zoom : best), USUAL_ZOOM);
  }

  chooseCloseToTray(on: boolean): void {
    this.closeToTray = on;
    keep("close", on ? "tray" : "end");
  }

  toggleRail(): void {
    this.railNarrow = !this.railNarrow;
    keep("rail", this.railNarrow ? "narrow" : "wide");
  }

  toggleAmounts(): void {
    this.amountsHidden = !this.amountsHidden;
    keep("amounts", this.amountsHidden ? "hidden" : "shown");
  }
}

function one<T extends string>(allowed: readonly T[], found: string | undefined, otherwise: T): T {
  return allowed.find((value) => value === found) ?? otherwise;
}

function kept(name: string): string | undefined {
  try {
    return localStorage.getItem(`tollbook.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`tollbook.${name}`, value);
  } catch {
    // Without storage the choice lasts until the window closes.
  }
}

export const preferences = new Preferences();

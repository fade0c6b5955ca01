/** The zones a log without one may be written in, as offsets; the provider's first. */
import { zoneName } from "../../parts/format";
import { units } from "../../state/units.svelte";

const HOUR_SECONDS = 3600;

export interface ZoneChoice {
  /** `+08:00`, as Rust reads it. */
  value: string;
  label: string;
}

export function zoneChoices(): ZoneChoice[] {
  const whole = Array.from({ length: 27 }, (_, index) => (index - 12) * HOUR_SECONDS);
  const halves = [3.5, 4.5, 5.5, 5.75, 6.5, 9.5, -3.5].map((hours) => hours * HOUR_SECONDS);
  const offsets = [units.offset, 0, ...[...whole, ...halves].toSorted((one, other) => one - other)];
  return [...new Set(offsets)].map((offset) => ({ value: asOffset(offset), label: zoneName(offset) }));
}

function asOffset(seconds: number): string {
  const minutes = Math.abs(seconds) / 60;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${seconds < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

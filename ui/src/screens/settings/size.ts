/** The size of a file as people say it: `12.3 MB`. */
import { numberLanguage } from "../../messages/say";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
const STEP = 1000;

export function fileSize(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= STEP && unit < UNITS.length - 1) [size, unit] = [size / STEP, unit + 1];
  const digits = unit === 0 || size >= 100 ? 0 : 1;
  return new Intl.NumberFormat(numberLanguage(), { style: "unit", unit: UNITS[unit] ?? "byte", maximumFractionDigits: digits }).format(size);
}

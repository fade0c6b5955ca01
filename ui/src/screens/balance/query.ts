/** The address of the Balance screen. */

export const lengths = [30, 90, 365] as const;

export function daysOf(params: URLSearchParams): number {
  return lengths.find((days) => String(days) === params.get("days")) ?? 30;
}

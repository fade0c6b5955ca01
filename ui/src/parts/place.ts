/** Where something is used, in words: a service in a region, or an application, which says enough by itself. */
import { units } from "../state/units.svelte";

interface Place {
  service: string;
  /** The region, or the application. */
  region: string;
  project?: string | null;
}

export function placeWords(place: Place): string {
  if (units.applications) return place.region;
  return [place.service, place.region, place.project ?? ""].filter(Boolean).join(" · ");
}

/** Its first line where two lines stand: the service, or the application. */
export function placeName(place: Place): string {
  return units.applications ? place.region : place.service;
}

/** What a package is called where others stand beside it: those of several applications come from one offer. */
export function packageName(row: Place & { sku: string }): string {
  return units.applications ? `${row.sku} (${row.region})` : row.sku;
}

/** The line below it: region and project, or nothing. */
export function placeDetail(place: Place): string {
  return units.applications ? "" : [place.region, place.project ?? ""].filter(Boolean).join(" · ");
}

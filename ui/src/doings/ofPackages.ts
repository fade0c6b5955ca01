/** What can be done with several packages at once. */
import { counted } from "../parts/format";
import { say } from "../messages/say";
import { sheets, type PackageRef } from "../state/sheets.svelte";
import type { Doing } from "./doing";

/** Those whose end can still be chosen, and how many were selected with them for which it cannot. */
export function doingsOfPackages(packages: PackageRef[], over: number): Doing[] {
  return [
    {
      id: "auto-renew-many",
      label: say("auto-renew-many", counted(packages.length)),
      not: packages.length === 0 ? say("auto-renew-many-over", counted(over)) : undefined,
      run: () => sheets.open({ name: "auto-renew-many", packages, over }),
    },
  ];
}

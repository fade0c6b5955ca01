import Package from "@lucide/svelte/icons/package";
import { screen } from "../../frame/screen";
import { call } from "../../ipc/call";
import type { PackagesView } from "../../ipc/generated/PackagesView";
import Packages from "./Screen.svelte";

export const packages = screen<PackagesView>({
  name: "packages",
  letter: "p",
  title: "screen-packages",
  icon: Package,
  load: (account) => call("packages", { accountId: account.id }),
  show: Packages,
});

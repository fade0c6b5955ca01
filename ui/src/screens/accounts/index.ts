import Users from "@lucide/svelte/icons/users-round";
import { screen } from "../../frame/screen";
import { call } from "../../ipc/call";
import type { AccountsView } from "../../ipc/generated/AccountsView";
import Accounts from "./Screen.svelte";

export const accountsScreen = screen<AccountsView>({
  name: "accounts",
  letter: "n",
  title: "screen-accounts",
  icon: Users,
  below: true,
  ofAll: true,
  load: () => call("accounts", { foreseen: false }),
  show: Accounts,
});

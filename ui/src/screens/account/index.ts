import UserRound from "@lucide/svelte/icons/user-round";
import { screen } from "../../frame/screen";
import { call } from "../../ipc/call";
import type { AccountView } from "../../ipc/generated/AccountView";
import Account from "./Screen.svelte";

export const accountScreen = screen<AccountView>({
  name: "account",
  letter: "o",
  title: "screen-account",
  icon: UserRound,
  below: true,
  within: "accounts",
  load: (account) => call("account", { accountId: account.id }),
  show: Account,
});

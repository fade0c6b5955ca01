import Settings2 from "@lucide/svelte/icons/settings-2";
import { screen } from "../../frame/screen";
import { call } from "../../ipc/call";
import type { BooksPlace } from "../../ipc/generated/BooksPlace";
import Settings from "./Screen.svelte";

export const settings = screen<BooksPlace>({
  name: "settings",
  letter: "s",
  title: "screen-settings",
  icon: Settings2,
  below: true,
  load: () => call("books_place", {}),
  show: Settings,
});

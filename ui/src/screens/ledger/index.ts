import BookLock from "@lucide/svelte/icons/book-lock";
import { screen } from "../../frame/screen";
import type { JournalView } from "../../ipc/generated/JournalView";
import type { KnownView } from "../../ipc/generated/KnownView";
import Ledger from "./Screen.svelte";
import { load } from "./load";

/** The newest of the journal that the filter lets through; beside it a day as it was known, when that is asked for. */
export interface LedgerShown {
  journal: JournalView;
  known: { day: string; view: KnownView } | undefined;
}

export const ledger = screen<LedgerShown>({ name: "ledger", letter: "j", title: "screen-ledger", key: "0", icon: BookLock, load, show: Ledger });

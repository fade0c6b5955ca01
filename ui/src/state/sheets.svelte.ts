import type { AccountRef } from "../ipc/generated/AccountRef";
import type { AlertRule } from "../ipc/generated/AlertRule";
import type { PackageOrder } from "../ipc/generated/PackageOrder";

/** What must be known of an import to offer its undoing. */
export interface UndoableImport {
  id: string;
  label: string;
  billable: string;
}

/** Where calls are made; of an application its name is the region. */
export interface Place {
  service: string;
  region: string;
}

/** A package that something is done with. */
export interface PackageRef extends Place {
  id: string;
  sku: string;
}

/** Something costs are sorted by. */
export interface Tag {
  key: string;
  value: string;
}

/** The one sheet that is open, and what it was opened with. */
export type OpenSheet =
  | { name: "top-up"; amount?: string | undefined; then?: OpenSheet }
  | { name: "buy"; sku?: string | undefined; place?: Place | undefined; basket?: PackageOrder[] | undefined; many?: string | undefined }
  | { name: "renew"; package: PackageRef; terms?: string | undefined; align?: boolean | undefined }
  | { name: "auto-renew"; package: PackageRef; atEnd?: string | undefined }
  | { name: "auto-renew-many"; packages: PackageRef[]; over: number }
  | { name: "unsubscribe"; package: PackageRef }
  | { name: "service"; place: Place; enable: boolean }
  | { name: "tag"; place: Place; tags: Tag[]; keys: string[] }
  | { name: "share"; package: PackageRef; on: boolean }
  | { name: "new-application" }
  | { name: "begin-class"; application: string }
  | { name: "end-class"; application: string; class: { name: string; since: number } }
  | { name: "overage"; application: string; on: boolean }
  | { name: "import"; paths: string[] }
  | { name: "undo-import"; import: UndoableImport }
  | { name: "alert"; rule: AlertRule; line?: string | undefined }
  | { name: "compare"; place: Place }
  | { name: "voucher" }
  | { name: "level"; level?: string }
  | { name: "credit-limit"; amount?: string | undefined }
  | { name: "account" }
  | { name: "rename-account"; account: AccountRef }
  | { name: "keys" };

class Sheets {
  current = $state.raw<OpenSheet | undefined>();

  /** Opens; a sheet that is already open stays, because it may hold typed work. */
  open(sheet: OpenSheet): void {
    this.current ??= sheet;
  }

  close(): void {
    this.current = undefined;
  }

  /** One sheet leads to another: a purchase that lacks money opens the top-up. */
  replace(sheet: OpenSheet): void {
    this.current = sheet;
  }

  /** Files dropped on the window start an import, or join the one being prepared. */
  dropped(paths: string[]): void {
    if (paths.length === 0) return;
    if (this.current === undefined || this.current.name === "import") this.current = { name: "import", paths };
  }
}

export const sheets = new Sheets();

/** What every question to Rust comes back with: a value, or an error that is data. */
import type { IpcError } from "./generated/IpcError";

export type Reply<T> = { ok: true; value: T } | { ok: false; error: IpcError };

export function isIpcError(error: unknown): error is IpcError {
  return typeof error === "object" && error !== null && "kind" in error && "code" in error && "reference" in error;
}

export function unexpected(): IpcError {
  return { kind: "failed", code: "unexpected", args: {}, fix: null, reference: "" };
}

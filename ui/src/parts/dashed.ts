/** Codes from Rust have underscores, keys of sentences have dashes. */
export function dashed(code: string): string {
  return code.replaceAll("_", "-");
}

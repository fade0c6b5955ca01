/** The source an account was last fed from, so that tomorrow's log needs no questions. Its rules are in the books. */

const key = (accountId: string) => `tollbook.source.${accountId}`;

export function remembered(accountId: string): string | undefined {
  return localStorage.getItem(key(accountId)) ?? undefined;
}

export function remember(accountId: string, source: string): void {
  localStorage.setItem(key(accountId), source);
}

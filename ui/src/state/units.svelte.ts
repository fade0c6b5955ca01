/** The units of the account on screen: one account at a time, so one currency, one zone and one kind of thing metered. */
import type { AccountRef } from "../ipc/generated/AccountRef";

class Units {
  /** ISO 4217. */
  currency = $state("USD");
  /** The provider's zone, seconds east of UTC. */
  offset = $state(28_800);
  /** Whether the account has applications and counts minutes; else it has services in regions and counts calls. */
  applications = $state(false);

  of(account: AccountRef): void {
    this.currency = account.currency;
    this.offset = account.zoneOffsetSeconds;
    this.applications = account.applications !== null;
  }
}

export const units = new Units();

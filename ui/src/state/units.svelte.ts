/** The units of the account on screen: one account at a time, so one currency and one zone. */
class Units {
  /** ISO 4217. */
  currency = $state("USD");
  /** The provider's zone, seconds east of UTC. */
  offset = $state(28_800);
}

export const units = new Units();

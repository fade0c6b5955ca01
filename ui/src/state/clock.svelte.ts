/** The instant the books live at: given by Rust, then ticking. Deadlines never depend on this machine's own clock. */
class Clock {
  #given = $state(Math.floor(Date.now() / 1000));
  #givenAt = performance.now();
  #elapsed = $state(0);

  /** Seconds since 1970, in UTC. */
  get now(): number {
    return this.#given + this.#elapsed;
  }

  /** Rust said what time it is. */
  set(now: number): void {
    this.#given = now;
    this.#givenAt = performance.now();
    this.#elapsed = 0;
  }

  /** Ticks on every full second; returns what stops it. */
  start(): () => void {
    const timer = setInterval(() => (this.#elapsed = Math.floor((performance.now() - this.#givenAt) / 1000)), 1000);
    return () => clearInterval(timer);
  }
}

export const clock = new Clock();

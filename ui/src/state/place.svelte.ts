/** Where the person is: the screen and its filters, all in the address, so that links, reload and back work. */
class Place {
  #hash = $state(location.hash);

  constructor() {
    addEventListener("hashchange", () => (this.#hash = location.hash));
  }

  /** The first part of `#/usage?unit=day`. */
  get screen(): string {
    return this.#hash.replace(/^#\/?/, "").split("?")[0] ?? "";
  }

  get params(): URLSearchParams {
    return new URLSearchParams(this.#hash.split("?")[1] ?? "");
  }

  /** Another screen: a step that "back" undoes. */
  go(screen: string, params: Record<string, string> = {}): void {
    location.hash = addressOf(screen, new URLSearchParams(params));
    this.#hash = location.hash;
  }

  /** Another filter on the same screen: no step of its own. */
  set(changes: Record<string, string | undefined>): void {
    const params = this.params;
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) params.delete(name);
      else params.set(name, value);
    }
    history.replaceState(null, "", addressOf(this.screen, params));
    this.#hash = addressOf(this.screen, params);
  }
}

/** The address of a screen, for links. */
export function addressOf(screen: string, params: URLSearchParams = new URLSearchParams()): string {
  const query = params.toString();
  return `#/${screen}${query ? `?${query}` : ""}`;
}

export const place = new Place();

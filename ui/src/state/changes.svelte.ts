/** Counts changes of the books; an open screen loads again when it moves. The window keeps no copy of the books. */
class Changes {
  version = $state(0);

  happened(): void {
    this.version += 1;
  }
}

export const changes = new Changes();

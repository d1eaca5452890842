// Upserts: the same thing comes again with a higher revision.

export interface Revised {
  revision: number;
}

/** Keeps the latest revision of each thing. What is older, or comes twice, changes nothing. */
export class Latest<V extends Revised> {
  readonly #byKey = new Map<string, V>();

  /** Whether the value is news. */
  take(key: string, value: V): boolean {
    const known = this.#byKey.get(key);
    if (known && known.revision >= value.revision) return false;
    this.#byKey.set(key, value);
    return true;
  }

  /** Forgets a thing. */
  forget(key: string): void {
    this.#byKey.delete(key);
  }

  values(): Iterable<V> {
    return this.#byKey.values();
  }
}

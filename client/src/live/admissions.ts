import type { Admission, EncounterId } from '@ajar/shared';

/** How long a received admission is used as it is, in ms. Well below a room token's life of minutes. */
const FRESH_FOR = 60_000;

/**
 * Admissions that came over the hub socket, kept for the call screen. They hold room tokens, so they live here,
 * outside the store that screens and developer tools can read.
 */
export class Admissions {
  readonly #kept = new Map<EncounterId, { admission: Admission; at: number }>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  keep(admission: Admission): void {
    this.#kept.set(admission.encounterId, { admission, at: this.#now() });
  }

  /** The one held for this encounter, if it came within the last minute. */
  fresh(encounterId: EncounterId): Admission | undefined {
    const kept = this.#kept.get(encounterId);
    if (!kept) return undefined;
    if (this.#now() - kept.at < FRESH_FOR) return kept.admission;
    this.#kept.delete(encounterId);
    return undefined;
  }

  clear(): void {
    this.#kept.clear();
  }
}

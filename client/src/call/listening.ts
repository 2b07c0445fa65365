import type { EncounterId } from '@ajar/shared';
import { z } from 'zod';

const key = 'ajar.listening';
const kept = z.object({ encounterId: z.string(), listens: z.boolean() });

/**
 * Whether this window is in a call just to listen, over a reload: a camera that was off must not flash on before the
 * server has answered, and a microphone that was turned on stays on. Storage that is forbidden remembers nothing.
 */
export class ListeningMemory {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'>;

  constructor(storage: Pick<Storage, 'getItem' | 'setItem'>) {
    this.#storage = storage;
  }

  /** `null`: nothing is known of this call. */
  read(encounterId: EncounterId): boolean | null {
    try {
      const found = kept.parse(JSON.parse(this.#storage.getItem(key) ?? 'null'));
      return found.encounterId === encounterId ? found.listens : null;
    } catch {
      return null;
    }
  }

  write(encounterId: EncounterId, listens: boolean): void {
    try {
      this.#storage.setItem(key, JSON.stringify({ encounterId, listens }));
    } catch {
      // A reload begins silent again, which is the safe side.
    }
  }
}

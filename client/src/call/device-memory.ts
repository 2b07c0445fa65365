import { z } from 'zod';
import { backgrounds, noises } from './effects/choices.ts';

const remembered = z.object({
  muted: z.boolean(),
  cameraWanted: z.boolean(),
  microphoneId: z.string().nullable(),
  cameraId: z.string().nullable(),
  speakerId: z.string().nullable(),
  /** Left out by what was kept before there was such a choice. */
  saving: z.boolean().default(false),
  /** How they are called: browsers change ids more often than names. */
  labels: z.object({ microphone: z.string(), camera: z.string(), speaker: z.string() }).partial().optional(),
  noise: z.enum(noises).optional(),
  background: z.enum(backgrounds).optional(),
});
/** What this machine remembers of the last call. Device ids are the browser's own and mean nothing elsewhere. */
export type Remembered = z.infer<typeof remembered>;

/** How a first call begins: to be seen and heard, on the browser's own choice of devices. */
export const firstTime: Remembered = {
  muted: false,
  cameraWanted: true,
  microphoneId: null,
  cameraId: null,
  speakerId: null,
  saving: false,
};

const key = 'ajar.call-devices';

/** Keeps the choice of devices on this machine. Storage that is full, forbidden or garbled counts as a first time. */
export class DeviceMemory {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'>;

  constructor(storage: Pick<Storage, 'getItem' | 'setItem'>) {
    this.#storage = storage;
  }

  /** `null`: there has been no call on this machine. */
  read(): Remembered | null {
    try {
      return remembered.parse(JSON.parse(this.#storage.getItem(key) ?? 'null'));
    } catch {
      return null;
    }
  }

  write(choice: Remembered): void {
    try {
      this.#storage.setItem(key, JSON.stringify(choice));
    } catch {
      // The next call asks again, which is all that is lost.
    }
  }
}

/** What is made of a device's track: a blurred picture, a voice without the noise. */
export interface Shaped {
  track: MediaStreamTrack;
  /** Ends what makes it. The device's own track is not its to end. */
  close: () => void;
}

/**
 * Makes another track of a device's own.
 * @throws when it cannot be made; the device's own track is sent then.
 */
export type Shaper = (raw: MediaStreamTrack) => Promise<Shaped>;

/**
 * One device's track and what is made of it. Owns both. While the first is being made nothing is shown, so that a room
 * that should be blurred is not seen for a moment; what is shown already stays until the next is ready. Whatever fails,
 * the device's own track goes on.
 */
export class Shaping {
  readonly #put: (track: MediaStreamTrack | null) => void;
  #shaper: Shaper | null = null;
  #raw: MediaStreamTrack | null = null;
  #shaped: Shaped | null = null;
  /** Tracks of devices that are replaced, and end once nothing of them is sent any more. */
  #replaced: MediaStreamTrack[] = [];
  /** The latest change: what was being made for an older one is dropped. */
  #turn = 0;

  /** @param put is told of each track to be sent instead of the one before; it does not end any. */
  constructor(put: (track: MediaStreamTrack | null) => void) {
    this.#put = put;
  }

  /** The device's own track. */
  get raw(): MediaStreamTrack | null {
    return this.#raw;
  }

  /** Takes the track of a device in place of the one before, which ends; `null`: there is none any more. */
  take(raw: MediaStreamTrack | null): void {
    if (this.#raw && this.#raw !== raw) this.#replaced.push(this.#raw);
    this.#raw = raw;
    void this.#make();
  }

  /** Makes something else of the track from now on; `null`: nothing. */
  use(shaper: Shaper | null): void {
    if (this.#shaper === shaper) return;
    this.#shaper = shaper;
    if (this.#raw) void this.#make();
  }

  /** Never rejects. Where nothing is to be made it is done in this turn: whoever joins waits for nothing. */
  async #make(): Promise<void> {
    const turn = ++this.#turn;
    const raw = this.#raw;
    let shaped: Shaped | null = null;
    if (raw && this.#shaper) {
      // Whoever made the shaper has the words for what goes wrong in it.
      shaped = await this.#shaper(raw).catch(() => null);
    }
    if (turn === this.#turn) this.#show(shaped);
    else shaped?.close();
  }

  #show(shaped: Shaped | null): void {
    const before = this.#shaped;
    this.#shaped = shaped;
    this.#put(shaped?.track ?? this.#raw);
    before?.track.stop();
    before?.close();
    for (const track of this.#replaced.splice(0)) track.stop();
  }
}

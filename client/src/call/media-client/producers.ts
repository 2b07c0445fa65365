import { AjarError, type MediaSource, toAjarError } from '@ajar/shared';
import type { types } from 'mediasoup-client';
import { Encoding } from './encoding.ts';
import { watchLayersSent } from './layers-sent.ts';
import { type BySource, plan, type Sent, type Step, type Wanted } from './plan.ts';
import { backoff } from './repair.ts';
import type { Ask } from './signalling.ts';
import { howToSend } from './standby.ts';

export interface ProducersOptions {
  transport: types.Transport;
  ask: Ask;
  /** What should be sent, asked anew at every step. */
  wanted: () => BySource<Wanted<MediaStreamTrack>>;
  /** Sources whose track is on its way: what is sent of them is kept for it. */
  awaited: () => readonly MediaSource[];
  /** The codec of a camera that goes out in one picture of several layers. Default: in a picture for each. */
  layered?: types.RtpCodecCapability | undefined;
  /** What the node has, paused, before anything is wanted. */
  begun?: ReadonlyMap<MediaSource, types.Producer>;
  /** Told once of every source that could not be sent. */
  onError: (source: MediaSource, error: AjarError) => void;
}

interface Slot extends Sent<MediaStreamTrack> {
  producer: types.Producer | null;
  encoding: Encoding;
  /** The node's name of the producer, once it has answered. */
  producerId: Promise<string>;
}

/**
 * Brings what is sent into line with what is wanted, one run at a time: whoever changes something calls `reconcile`, and
 * nobody else touches a producer. Microphone, camera and screen take the same path. Ends with its transport.
 */
export class Producers {
  readonly #options: ProducersOptions;
  readonly #slots = new Map<MediaSource, Slot>();
  /** Sources whose part of the negotiation is not done yet. */
  #negotiating = 0;
  /** What the node is told once it is. */
  #toAnnounce: (() => void)[] = [];
  #layered: types.RtpCodecCapability | undefined;
  #running = false;
  #again = false;
  /** How often in a row the node has not answered. */
  #failures = 0;

  constructor(options: ProducersOptions) {
    this.#options = options;
    this.#layered = options.layered;
    for (const [source, producer] of options.begun ?? []) {
      if (!producer.track) continue;
      const producerId = Promise.resolve(producer.id);
      const slot = newSlot(source, { track: producer.track, paused: true });
      this.#slots.set(source, Object.assign(slot, { producer, producerId }));
      this.#watchLayers(source, slot);
    }
    this.#outdate();
    options.transport.on('produce', ({ rtpParameters, appData }, callback, errback) => {
      const source = appData['source'] as MediaSource;
      const slot = this.#slots.get(source);
      if (!slot) return errback(new AjarError('internal', 'no-slot', 'This is no longer sent.'));
      slot.producerId = this.#announceWithOthers(source, slot, rtpParameters);
      // The transport makes its producers one after the other; not waiting for the node here saves a round trip each.
      callback({ id: crypto.randomUUID() });
    });
  }

  /** Something changed. Never throws: what cannot be sent is told to `onError`. */
  reconcile(): void {
    this.#again = true;
    if (!this.#running) void this.#run();
  }

  /** Nobody receives a larger layer of this picture than this, 0 to 2; -1: none. What nobody receives is not encoded. */
  limit(producerId: string, layer: number): void {
    for (const slot of this.#slots.values()) {
      slot.producerId.then(
        (id) => {
          if (id !== producerId) return;
          slot.encoding.limit(layer);
        },
        // What was refused is not sent at all.
        () => undefined,
      );
    }
  }

  /** Somebody here could not decode a camera in one picture of several layers: it goes out in a picture for each. */
  sendVp8(): void {
    this.#layered = undefined;
    this.#outdate();
    this.reconcile();
  }

  /** Whether anything of this picture is to get through just now. */
  sends(source: MediaSource): boolean {
    const slot = this.#slots.get(source);
    return slot !== undefined && slot.producer !== null && !slot.paused && slot.encoding.wanted;
  }

  /** What goes out in another codec than it should now begins anew. */
  #outdate(): void {
    const camera = this.#slots.get('camera');
    const codec = camera?.producer?.rtpParameters.codecs[0]?.mimeType;
    if (camera) camera.outdated = !this.#layered && codec === 'video/VP9';
  }

  async #run(): Promise<void> {
    this.#running = true;
    // Devices are granted together and put in place one by one: what begins together is then seen together.
    await Promise.resolve();
    while (this.#again && !this.#options.transport.closed) {
      this.#again = false;
      const steps = this.#steps();
      if (steps.length === 0) continue;
      this.#again = true;
      const bySource = Map.groupBy(steps, (step) => step.source);
      await Promise.all([...bySource].map(([source, own]) => this.#takeAll(source, own)));
    }
    // In the same turn as the last look at `again`: a change between the two would be lost.
    this.#running = false;
  }

  #steps(): Step<MediaStreamTrack>[] {
    const wanted = this.#options.wanted();
    const awaited = this.#options.awaited().filter((source) => !wanted[source]);
    return plan(wanted, Object.fromEntries([...this.#slots].filter(([source]) => !awaited.includes(source))));
  }

  async #takeAll(source: MediaSource, steps: readonly Step<MediaStreamTrack>[]): Promise<void> {
    try {
      for (const step of steps) await this.#take(step);
    } catch (thrown) {
      this.#refuse(source, thrown);
    }
  }

  async #take(step: Step<MediaStreamTrack>): Promise<void> {
    const slot = this.#slots.get(step.source);
    switch (step.do) {
      case 'produce':
        return await this.#produce(step.source, step);
      case 'replace':
        await slot?.producer?.replaceTrack({ track: step.track });
        if (slot) slot.track = step.track;
        return;
      case 'show':
        if (!slot) return;
        slot.shows = step.shows;
        slot.encoding.renew();
        return;
      case 'set-paused':
        if (!slot) return;
        slot.paused = step.paused;
        if (step.paused) slot.encoding.renew();
        else slot.encoding.begin();
        await this.#options.ask('setProducerPaused', { producerId: await slot.producerId, paused: step.paused });
        return;
      case 'close':
        this.#slots.delete(step.source);
        slot?.encoding.end();
        slot?.producer?.close();
        if (slot && !slot.refused) await this.#options.ask('closeProducer', { producerId: await slot.producerId });
        return;
    }
  }

  async #produce(source: MediaSource, wanted: Wanted<MediaStreamTrack>): Promise<void> {
    const { track, paused, shows } = wanted;
    const slot = newSlot(source, wanted);
    this.#slots.set(source, slot);
    this.#negotiating += 1;
    try {
      slot.producer = await this.#options.transport.produce({ track, ...howToSend(source, shows, this.#layered) });
    } finally {
      this.#negotiating -= 1;
      this.#announceAll();
    }
    this.#watchLayers(source, slot);
    // Who cannot decode it may have come meanwhile.
    this.#outdate();
    if (paused) slot.encoding.renew();
    else slot.encoding.begin();
  }

  #watchLayers(source: MediaSource, { producer, producerId, encoding }: Slot): void {
    if (source !== 'camera' || !producer) return;
    watchLayersSent({
      producer,
      limit: () => encoding.largest,
      tell: async (spatialLayer) =>
        await this.#options.ask('setSentLayers', { producerId: await producerId, spatialLayer }),
    });
  }

  /**
   * Voice and picture that begin together are announced together, though they are negotiated one after the other: those
   * who receive them then need one negotiation, not two, and the first picture comes a good deal sooner.
   */
  #announceWithOthers(source: MediaSource, slot: Slot, rtpParameters: types.RtpParameters): Promise<string> {
    const announced = Promise.withResolvers<string>();
    this.#toAnnounce.push(() => announced.resolve(this.#announce(source, slot, rtpParameters)));
    // Whatever the node refuses is told where it is announced; not everybody who keeps this promise looks at it.
    announced.promise.catch(() => undefined);
    return announced.promise;
  }

  #announceAll(): void {
    if (this.#negotiating > 0) return;
    for (const announce of this.#toAnnounce.splice(0)) announce();
  }

  #announce(source: MediaSource, slot: Slot, rtpParameters: types.RtpParameters): Promise<string> {
    const answer = this.#options
      .ask('produce', { source, rtpParameters, paused: slot.paused })
      .then(({ producerId }) => {
        this.#failures = 0;
        return producerId;
      });
    answer.catch((thrown: unknown) => {
      if (this.#slots.get(source) === slot) this.#refuse(source, thrown);
    });
    return answer;
  }

  #refuse(source: MediaSource, thrown: unknown): void {
    // A session that ended takes its producers with it: that is no error of theirs.
    if (this.#options.transport.closed) return;
    const slot = this.#slots.get(source);
    if (slot?.refused) return;
    slot?.producer?.close();
    const error = toAjarError(thrown);
    // Nobody has said no: begun anew, it takes the place of what the node may have of it.
    if (error.category === 'unavailable' || error.category === 'too-many') {
      this.#slots.delete(source);
      this.#failures += 1;
      setTimeout(() => this.reconcile(), backoff(this.#failures));
      return;
    }
    if (slot) Object.assign(slot, { refused: true, producer: null });
    this.#options.onError(source, error);
  }
}

function newSlot(source: MediaSource, wanted: Wanted<MediaStreamTrack>): Slot {
  const slot: Slot = {
    ...{ ...wanted, refused: false, producer: null, producerId: Promise.resolve('') },
    encoding: new Encoding(source, () => ({
      sender:
        slot.producer?.kind === 'video' && slot.track.readyState !== 'ended' ? slot.producer.rtpSender : undefined,
      paused: slot.paused,
      shows: slot.shows,
    })),
  };
  return slot;
}

import { type Admission, AjarError, type MediaSource, type MemberId, type PeerId, toAjarError } from '@ajar/shared';
import { createStore } from 'zustand/vanilla';
import { deviceFor, identity } from './browser.ts';
import type { LocalMedia } from './local-media.ts';
import { withoutPeer, withPeer, withRoster, withSpeaker, withTrack } from './participants.ts';
import { backoff, type Condition, nextRepair } from './repair.ts';
import { nearExpiry, readToken } from './room-token.ts';
import { Session } from './session.ts';
import { Signalling } from './signalling.ts';
import { fullLayer, layerFor } from './sources.ts';
import { type CallState, type Ending, mayMoveCall, newCallState, type ReadonlyStore } from './state.ts';
import { Timers } from './timers.ts';
import { isPassing, isWaiting, troubleOf } from './trouble.ts';
import { watchWake } from './wake.ts';

export interface CallOptions {
  /** The way in; rejected with an AjarError when there is none. */
  admission: Promise<Admission>;
  /** Another way in, when the first has run out or leads nowhere. */
  renew: () => Promise<Admission>;
  /** Not owned: it outlives the call. */
  local: LocalMedia;
}

/** How long the first connection may take before the call gives up, in ms. */
const joinLimit = 30_000;
/** How long media may take to connect before the screen says so, in ms. */
const mediaLimit = 8_000;
/** A picture that stops for less than this, in ms, is left to the network to mend. */
const disconnectedGrace = 2_000;

/**
 * One call as a view model: joins, keeps joined through dropped sockets, networks and workers, and leaves. What it owns
 * (socket, session, timers) ends with it; the person's own tracks do not.
 */
export class Call {
  readonly #store = createStore<CallState>(() => newCallState);
  readonly #options: CallOptions;
  readonly #lifetime = new AbortController();
  readonly #timers = new Timers<'give-up' | 'media' | 'repair' | 'connect'>();
  /** The camera layer worth having of each person. */
  readonly #layers = new Map<MemberId, number>();
  #admission: Admission | null = null;
  #signalling: Signalling | null = null;
  #session: Session | null = null;
  #stale = false;
  #mediaLate = false;
  #triesFailed = 0;
  #repairsFailed = 0;
  #repairing: Promise<void> | null = null;
  #repairAgain = false;

  constructor(options: CallOptions) {
    this.#options = options;
  }

  get state(): ReadonlyStore<CallState> {
    return this.#store;
  }

  /** Begins to join; `state` tells the rest. */
  start(): void {
    if (this.#store.getState().phase !== 'idle') return;
    this.#move('joining');
    const { signal } = this.#lifetime;
    watchWake({ onWake: () => this.#wake(), onOffline: () => this.#refresh() }, signal);
    const unsubscribe = this.#options.local.state.subscribe(() => void this.#session?.producers.reconcile());
    signal.addEventListener('abort', unsubscribe);
    this.#timers.set('give-up', joinLimit, () => this.#end({ reason: 'error', error: unreachable() }));
    this.#options.admission.then(
      (admission) => this.#connect(admission),
      (thrown: unknown) => this.#end({ reason: 'error', error: toAjarError(thrown) }),
    );
  }

  /** Leaves for good. The node's answer is not waited for: leaving is one press. */
  leave(): void {
    this.#signalling?.ask('leave', {}).catch(() => undefined);
    this.#end({ reason: 'left' });
  }

  /** This person's picture is this tall on screen, in device pixels: more than that need not be sent. */
  showAt(memberId: MemberId, height: number): void {
    if (this.#layers.get(memberId) === layerFor(height)) return;
    this.#layers.set(memberId, layerFor(height));
    const person = this.#store.getState().participants.find((other) => other.memberId === memberId);
    if (person) this.#session?.preferLayer(person.peerId, layerFor(height));
  }

  #connect(admission: Admission): void {
    if (this.#lifetime.signal.aborted) return;
    this.#admission = admission;
    const { member, name } = readToken(admission.token);
    this.#store.setState({ me: { memberId: member, name } });
    // Loaded while the socket opens.
    deviceFor(admission.rtpCapabilities).catch((thrown: unknown) =>
      this.#end({ reason: 'error', error: toAjarError(thrown) }),
    );
    this.#signalling?.close();
    this.#signalling = new Signalling({
      mediaUrl: admission.mediaUrl,
      token: () => this.#token(),
      onUp: (recovered) => this.#up(recovered),
      onDown: () => this.#down(),
      onTryFailed: (refusal) => void this.#tryFailed(refusal),
      pushes: {
        peerJoined: (peer) => this.#update((state) => withPeer(state, peer)),
        peerChanged: (peer) => this.#update((state) => withPeer(state, peer)),
        peerLeft: ({ peerId }) => this.#update((state) => withoutPeer(state, peerId)),
        consumerReady: (ready) => this.#session?.add(ready),
        consumerClosed: ({ consumerId }) => this.#session?.remove(consumerId),
        consumerPaused: ({ consumerId }) => this.#session?.setPaused(consumerId, true),
        consumerResumed: ({ consumerId }) => this.#session?.setPaused(consumerId, false),
        activeSpeaker: ({ peerId }) =>
          this.#update((state) => withSpeaker(state, peerId, this.#session?.peerId ?? null)),
        rejoin: () => this.#rejoin(),
        removed: ({ reason }) => this.#end({ reason }),
      },
    });
  }

  async #token(): Promise<string> {
    if (this.#admission && nearExpiry(this.#admission.token, Date.now())) await this.#renew();
    return this.#admission?.token ?? '';
  }

  /** Asks for another way in, and follows it when it leads to another node. */
  async #renew(): Promise<void> {
    try {
      const admission = await this.#options.renew();
      const moved = admission.mediaUrl !== this.#admission?.mediaUrl;
      this.#admission = admission;
      if (moved) this.#connect(admission);
    } catch (thrown) {
      const error = toAjarError(thrown);
      if (!isPassing(error.category)) this.#end({ reason: 'error', error });
    }
  }

  #up(recovered: boolean): void {
    this.#triesFailed = 0;
    this.#timers.stop('connect');
    if (!recovered) this.#stale = true;
    this.#repair();
  }

  #down(): void {
    this.#move('reconnecting');
    // The node itself may have ended the connection, and then nobody else makes a new one.
    this.#timers.set('connect', 3_000, () => this.#signalling?.reconnectNow());
    this.#refresh();
  }

  async #tryFailed(refusal: AjarError | null): Promise<void> {
    this.#triesFailed += 1;
    this.#refresh();
    const tokenTrouble = refusal?.code.startsWith('token-') ?? false;
    if (refusal && !tokenTrouble && !isPassing(refusal.category)) {
      this.#end({ reason: 'error', error: refusal });
      return;
    }
    // No answer, again and again: the room may be on another node by now, or the encounter over.
    if (tokenTrouble || this.#triesFailed % 4 === 0) await this.#renew();
    if (refusal) this.#timers.set('connect', backoff(this.#triesFailed), () => this.#signalling?.reconnectNow());
  }

  #wake(): void {
    this.#refresh();
    if (!this.#signalling) return;
    if (!this.#signalling.connected) return this.#signalling.reconnectNow();
    this.#repair();
  }

  #rejoin(): void {
    this.#stale = true;
    this.#move('reconnecting');
    this.#repair();
  }

  get #condition(): Condition {
    return {
      socket: this.#signalling?.connected ?? false,
      session: this.#session ? (this.#stale ? 'stale' : 'live') : 'none',
      transports: this.#session?.transports ?? [],
    };
  }

  /** The one way in which a call is joined and mended: one run at a time, the next step found anew each time. */
  #repair(): void {
    this.#timers.stop('repair');
    this.#repairAgain = true;
    this.#repairing ??= this.#runRepairs().finally(() => {
      this.#repairing = null;
    });
  }

  async #runRepairs(): Promise<void> {
    while (this.#repairAgain && !this.#lifetime.signal.aborted) {
      this.#repairAgain = false;
      const step = nextRepair(this.#condition);
      try {
        if (step.do === 'join') await this.#join();
        if (step.do === 'restart-ice') await this.#session?.restartIce(step.transportIds);
        if (step.do !== 'wait-for-socket') this.#repairsFailed = 0;
      } catch (thrown) {
        this.#repairFailed(toAjarError(thrown));
      }
      this.#refresh();
    }
  }

  #repairFailed(error: AjarError): void {
    if (!isPassing(error.category)) {
      this.#end({ reason: 'error', error });
      return;
    }
    this.#repairsFailed += 1;
    this.#stale = true;
    // A connected socket that does not answer is connected in name only.
    if (error.code === 'no-answer' && this.#signalling?.connected) this.#signalling.reconnectNow();
    this.#timers.set('repair', backoff(this.#repairsFailed), () => this.#repair());
  }

  async #join(): Promise<void> {
    const admission = this.#admission;
    const signalling = this.#signalling;
    if (!admission || !signalling) return;
    const [device, own] = await Promise.all([deviceFor(admission.rtpCapabilities), identity()]);
    const joined = await signalling.ask('join', { rtpCapabilities: device.recvRtpCapabilities, dtls: own.dtls });
    if (this.#lifetime.signal.aborted || signalling !== this.#signalling) return;
    this.#session?.close();
    this.#update((state) => withRoster(state, joined.peers));
    this.#stale = false;
    this.#session = new Session({
      joined,
      device,
      identity: own,
      ask: signalling.ask,
      wanted: () => this.#options.local.wanted,
      onTrack: (peerId, source, remote) => this.#update((state) => withTrack(state, peerId, source, remote)),
      layerOf: (peerId) => this.#layerOf(peerId),
      onTransport: () => this.#transportChanged(),
      onError: (error) => reportError(error),
      onSourceError: (source, error) => this.#sourceRefused(source, error),
    });
    this.#timers.stop('give-up');
    this.#move('joined');
    void this.#session.producers.reconcile();
  }

  #layerOf(peerId: PeerId): number {
    const person = this.#store.getState().participants.find((other) => other.peerId === peerId);
    return (person && this.#layers.get(person.memberId)) ?? fullLayer;
  }

  #transportChanged(): void {
    this.#refresh();
    const states = this.#session?.transports.map(({ state }) => state) ?? [];
    if (states.includes('failed')) this.#repair();
    else if (states.includes('disconnected')) this.#timers.start('repair', disconnectedGrace, () => this.#repair());
  }

  #sourceRefused(source: MediaSource, error: AjarError): void {
    reportError(error);
    if (source === 'screen' || source === 'screen-audio') this.#options.local.stopSharing();
  }

  /** Brings phase and trouble into line with what is. */
  #refresh(): void {
    if (this.#lifetime.signal.aborted) return;
    const { socket, session, transports } = this.#condition;
    if (transports.some(isWaiting)) {
      this.#timers.start('media', mediaLimit, () => {
        this.#mediaLate = true;
        this.#refresh();
      });
    } else {
      this.#timers.stop('media');
      this.#mediaLate = false;
    }
    if (socket && session === 'live') this.#move('joined');
    const trouble = troubleOf({
      online: navigator.onLine,
      socket,
      session,
      transports,
      triesFailed: this.#triesFailed,
      hasJoined: this.#session !== null,
      mediaLate: this.#mediaLate,
    });
    if (trouble !== this.#store.getState().trouble) this.#store.setState({ trouble });
  }

  #update(change: (state: CallState) => CallState): void {
    if (!this.#lifetime.signal.aborted) this.#store.setState(change);
  }

  #move(phase: CallState['phase']): void {
    if (mayMoveCall(this.#store.getState().phase, phase)) this.#store.setState({ phase });
  }

  #end(ending: Ending): void {
    if (this.#lifetime.signal.aborted) return;
    const never = this.#store.getState().phase === 'joining' && ending.reason === 'error';
    this.#move(never ? 'failed' : 'over');
    this.#store.setState({ ending, trouble: null });
    this.#lifetime.abort();
    this.#timers.clear();
    this.#session?.close();
    this.#signalling?.close();
  }
}

function unreachable(): AjarError {
  return new AjarError('unavailable', 'media-unreachable', 'The media server does not answer. Nothing was lost.');
}

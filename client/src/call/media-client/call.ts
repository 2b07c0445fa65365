import { type Admission, AjarError, type MediaSource, type PeerId, type PeerSeen, toAjarError } from '@ajar/shared';
import { createStore } from 'zustand/vanilla';
import { deviceFor, identity } from './browser.ts';
import { Chat } from './chat.ts';
import { callEnded } from './connection.ts';
import { type ConnectionState, newConnectionState } from './connection-state.ts';
import { Files, type FilesOptions } from './files.ts';
import { Floor } from './floor.ts';
import { sayGoodbye } from './goodbye.ts';
import { joinRoom } from './joining.ts';
import { Link } from './link.ts';
import type { LocalMedia } from './local-media.ts';
import { withoutPeer, withRoster, withTrack } from './participants.ts';
import { atRest } from './plan.ts';
import { Pointing } from './pointing.ts';
import { pushListeners } from './pushes.ts';
import { Repairs } from './repairs.ts';
import { readToken } from './room-token.ts';
import { Session } from './session.ts';
import { Sight } from './sight.ts';
import type { Ask } from './signalling.ts';
import { fullLayer } from './sources.ts';
import { type CallState, type Ending, mayMoveCall, newCallState, type ReadonlyStore } from './state.ts';
import { Timers } from './timers.ts';
import { TroubleWatch } from './trouble-watch.ts';
import { View } from './view.ts';
import { layerBeside } from './voices-first.ts';
import { watchWake } from './wake.ts';

export interface CallOptions {
  /** The way in; rejected with an AjarError when there is none. */
  admission: Promise<Admission>;
  /** Another way in, when the first has run out or leads nowhere. */
  renew: () => Promise<Admission>;
  /** The person has left, and the media node may not have heard of it. */
  onLeftUnheard: () => void;
  /** Not owned: it outlives the call. */
  local: LocalMedia;
}

/** How long the first connection may take before the call gives up, in ms. */
const joinLimit = 30_000;
/** How long a call is left to begin before its connection is watched, in ms. */
const monitorAfter = 3_000;
/** How long the place is kept of somebody who is not back yet, in ms, when everybody had to join anew. */
const absentFor = 12_000;
/** A picture that stops for less than this, in ms, is left to the network to mend. */
const disconnectedGrace = 2_000;

/**
 * One call as a view model: joins, keeps joined through dropped sockets, networks and workers, and leaves. What it owns
 * (link, session, timers) ends with it; the person's own tracks do not.
 */
export class Call {
  readonly floor: Floor;
  readonly chat: Chat;
  readonly files: Files;
  /** What of whom is on screen, and how large. */
  readonly sight = new Sight(() => this.#session?.attending.attend());
  readonly #connection = createStore<ConnectionState>(() => newConnectionState);
  readonly view: View;
  readonly pointing: Pointing;
  readonly #store = createStore<CallState>(() => newCallState);
  readonly #options: CallOptions;
  readonly #lifetime = new AbortController();
  readonly #timers = new Timers<'give-up' | 'monitor' | 'absent'>();
  readonly #troubles = new TroubleWatch(() => this.#refresh());
  readonly #repairs: Repairs;
  #link: Link | null = null;
  #session: Session | null = null;
  #monitored = false;

  constructor(options: CallOptions) {
    this.#options = options;
    const me = () => this.#store.getState().me?.memberId;
    this.floor = new Floor({ ask: this.#ask, local: options.local, me });
    this.chat = new Chat({ ask: this.#ask, me, onUnread: (memberId) => this.floor.wrote(memberId) });
    this.view = new View(this.#store);
    const connect: FilesOptions['connect'] = async (direction, parameters) =>
      await this.#sessionNow.connect(direction, parameters);
    this.files = new Files({ ask: this.#ask, me, connect });
    this.pointing = new Pointing({
      ask: this.#ask,
      me,
      connect,
      receive: async ({ dataConsumerId: id, ...channel }) => await this.#sessionNow.receiveData({ id, ...channel }),
    });
    this.#repairs = new Repairs({
      signal: this.#lifetime.signal,
      now: () => ({
        socket: this.#link?.connected ?? false,
        joined: this.#session !== null,
        transports: this.#session?.transports ?? [],
      }),
      join: () => this.#join(),
      restartIce: async (transportIds) => await this.#session?.restartIce(transportIds),
      onStep: () => this.#refresh(),
      onLocked: () => {
        // Nobody gives up while somebody decides.
        this.#timers.stop('give-up');
        this.#store.setState({ knocking: true });
      },
      onTaken: () => this.#link?.startAfresh(),
      onSilent: () => this.#link?.hurry(),
      onFailed: (error) => this.#fail(error),
    });
  }

  get state(): ReadonlyStore<CallState> {
    return this.#store;
  }

  /** How everybody comes through. */
  get connection(): ReadonlyStore<ConnectionState> {
    return this.#connection;
  }

  /** Begins to join; `state` tells the rest. */
  start(): void {
    if (this.#store.getState().phase !== 'idle') return;
    this.#move('joining');
    const { signal } = this.#lifetime;
    watchWake(
      {
        onOnline: () => this.#wake(true),
        onWake: () => this.#wake(false),
        onOffline: () => {
          this.#troubles.networkLost();
          this.#refresh();
        },
      },
      signal,
    );
    const unsubscribe = this.#options.local.state.subscribe((now, before) => {
      this.#session?.producers.reconcile();
      if (now.saving !== before.saving) this.#session?.attending.attend();
    });
    signal.addEventListener('abort', unsubscribe);
    this.#connection.subscribe((now, before) => {
      if (now.rests !== before.rests) this.#session?.producers.reconcile();
      if (now.pictures !== before.pictures) this.#session?.attending.attend();
    });
    this.#timers.set('give-up', joinLimit, () => this.#fail(unreachable()));
    this.#refresh();
    this.#options.admission
      .then((admission) => this.#enter(admission))
      .catch((thrown: unknown) => this.#fail(toAjarError(thrown)));
  }

  /** Joins anew, in place of what does not get through. */
  tryAgain(): void {
    this.#repairs.distrust();
    this.#link?.startAfresh();
    this.#refresh();
  }

  /** Leaves for good. Nobody waits for the node's answer: leaving is one press. */
  leave(): void {
    if (this.#lifetime.signal.aborted) return;
    const { admission, onLeftUnheard: unheard } = this.#options;
    const link = this.#link;
    this.#link = null;
    // Where there is no link yet, whoever is let in only now has left all the same.
    const leave = link ? () => link.leave() : () => admission.then(() => Promise.reject(unreachable()));
    sayGoodbye({ leave, unheard });
    this.#end({ reason: 'left' });
  }

  /** A picture of somebody else is on screen. */
  pictureShown(): void {
    if (!this.#store.getState().seen) this.#update((state) => ({ ...state, seen: true }));
  }

  async #enter(admission: Admission): Promise<void> {
    if (this.#lifetime.signal.aborted) return;
    const { member, name, may } = readToken(admission.token);
    this.#store.setState({ me: { memberId: member, name, moderates: may.moderate } });
    this.#link = new Link({
      admission,
      renew: this.#options.renew,
      pushes: pushListeners({
        ...{ floor: this.floor, chat: this.chat, files: this.files, pointing: this.pointing },
        session: () => this.#session,
        update: (change) => this.#update(change),
        rejoin: () => {
          this.#repairs.distrust();
          this.#move('reconnecting');
          this.#repairs.mend();
        },
        end: (ending) => this.#end(ending),
      }),
      onUp: (recovered) => {
        if (!recovered) this.#repairs.distrust();
        else this.#session?.attending.doubt();
        this.#repairs.mend();
      },
      onDown: () => {
        this.#move('reconnecting');
        this.#refresh();
      },
      onRefused: (error) => this.#fail(error),
    });
    // While the socket opens: joining needs both.
    await Promise.all([deviceFor(admission.rtpCapabilities), identity()]);
  }

  get #sessionNow(): Session {
    if (this.#session) return this.#session;
    throw new AjarError('unavailable', 'no-answer', 'The call is not there for the moment.');
  }

  readonly #ask: Ask = async (name, data, options) => {
    if (!this.#link)
      throw new AjarError('unavailable', 'no-answer', 'The connection to the call is gone for the moment.');
    return await this.#link.ask(name, data, options);
  };

  #wake(newNetwork: boolean): void {
    this.#repairs.suspect(newNetwork && this.#session !== null);
    this.#refresh();
    if (!this.#link) return;
    if (this.#link.connected) this.#repairs.mend();
    else this.#link.hurry();
  }

  async #join(): Promise<void> {
    const link = this.#link;
    const { admission, local } = this.#options;
    if (!link) return;
    const room = await joinRoom({ link, admission: await admission, local });
    const { joined, standby } = room;
    if (this.#lifetime.signal.aborted) return standby?.close();
    this.#session?.close();
    this.#repairs.trust();
    // Before anything is produced: muted means muted.
    this.floor.entered(joined.floor);
    this.files.entered();
    this.pointing.entered();
    this.#session = new Session({
      ...room,
      ask: link.ask,
      wanted: () => atRest(local.wanted, this.#connection.getState().rests),
      awaited: () => local.awaited,
      onTrack: (peerId, source, remote) => this.#update((state) => withTrack(state, peerId, source, remote)),
      layerOf: (peerId, source) => this.#layerOf(peerId, source),
      onTransport: () => this.#transportChanged(),
      onError: reportUnexpected,
      onSourceError: (source, error) => this.#sourceRefused(source, error),
    });
    this.#session.producers.reconcile();
    this.#timers.stop('give-up');
    if (!this.#monitored) this.#timers.start('monitor', monitorAfter, () => void this.#watchConnection());
    this.#monitored = true;
    // Drawing the people comes after their media is on its way; each track finds its person, since it takes a while.
    this.#update((state) => withRoster({ ...state, knocking: false }, joined.peers));
    this.#awaitAbsent(joined.peers);
    this.#move('joined');
  }

  /** Who was here before all had to join anew has a while to come back. */
  #awaitAbsent(present: readonly PeerSeen[]): void {
    const here = new Set(present.map(({ peerId }) => peerId));
    const absent = this.#store.getState().participants.filter(({ peerId }) => !here.has(peerId));
    this.#timers.set('absent', absentFor, () => {
      for (const { peerId } of absent) this.#update((state) => withoutPeer(state, peerId));
    });
  }

  /** Once everybody is seen and heard: until then nothing competes with that. */
  async #watchConnection(): Promise<void> {
    const { signal } = this.#lifetime;
    const { local } = this.#options;
    const { Monitor } = await import('./monitor.ts');
    if (!signal.aborted)
      new Monitor({ store: this.#connection, session: () => this.#session, call: this.#store, local, signal });
  }

  #layerOf(peerId: PeerId, source: MediaSource): number | null {
    const person = this.#store.getState().participants.find((other) => other.peerId === peerId);
    if (source === 'camera' && this.#options.local.state.getState().saving) return null;
    // Whoever has just come is not drawn yet.
    const worth = person ? this.sight.layerOf(person.memberId, source) : fullLayer;
    return layerBeside(this.#connection.getState().pictures, worth);
  }

  #transportChanged(): void {
    this.#refresh();
    const states = this.#session?.transports.map(({ state }) => state) ?? [];
    if (states.includes('failed')) this.#repairs.mend();
    else if (states.includes('disconnected')) this.#repairs.mendIn(disconnectedGrace);
  }

  #sourceRefused(source: MediaSource, error: AjarError): void {
    reportUnexpected(error);
    if (source === 'screen' || source === 'screen-audio') this.#options.local.stopSharing();
  }

  /** Brings phase and trouble into line with what is. */
  #refresh(): void {
    if (this.#lifetime.signal.aborted) return;
    const { socket, session, transports } = this.#repairs.condition;
    if (socket && session === 'live') this.#move('joined');
    const trouble = this.#troubles.look({
      online: navigator.onLine,
      socket,
      session,
      transports,
      triesFailed: this.#link?.triesFailed ?? 0,
      hasJoined: this.#session !== null,
    });
    if (trouble !== this.#store.getState().trouble) this.#store.setState({ trouble });
  }

  #update(change: (state: CallState) => CallState): void {
    if (!this.#lifetime.signal.aborted) this.#store.setState(change);
  }

  #move(phase: CallState['phase']): void {
    if (mayMoveCall(this.#store.getState().phase, phase)) this.#store.setState({ phase });
  }

  #fail(error: AjarError): void {
    this.#end({ reason: 'error', error });
  }

  #end(ending: Ending): void {
    if (this.#lifetime.signal.aborted) return;
    const never = this.#store.getState().phase === 'joining' && ending.reason === 'error';
    this.#move(never ? 'failed' : 'over');
    this.#store.setState({ ending, trouble: null });
    this.#lifetime.abort();
    this.#timers.clear();
    this.#troubles.close();
    this.#repairs.close();
    this.sight.close();
    this.#session?.close();
    this.floor.close();
    this.files.close();
    this.view.close();
    this.pointing.close();
    this.#link?.close();
    callEnded();
  }
}

/** Somebody left, or the network did, while a request was on its way: that is how calls are, and it is mended elsewhere. */
function reportUnexpected(error: AjarError): void {
  // On a new socket, before it has joined anew: what was asked for was of the session before.
  if (error.code === 'not-joined') return;
  if (error.category !== 'not-found' && error.category !== 'unavailable') reportError(error);
}

function unreachable(): AjarError {
  return new AjarError('unavailable', 'media-unreachable', 'The call server does not answer.');
}

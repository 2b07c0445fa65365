import {
  type Admission,
  AjarError,
  applyChange,
  type CorridorSnapshot,
  type EncounterId,
  hubProtocol,
  listen,
  type Mine,
  type PushData,
  type ReplyData,
  type RequestData,
  type RequestName,
  request,
  toAjarError,
  wireError,
} from '@ajar/shared';
import type { Socket } from 'socket.io-client';
import type { StoreApi } from 'zustand/vanilla';
import type { Admissions } from './admissions.ts';
import { type LiveState, nothingLive } from './store.ts';

type HubProtocol = typeof hubProtocol;
type Admitted = PushData<HubProtocol, 'admitted'>;
type Declined = PushData<HubProtocol, 'declined'>;

/** How long after being turned away the socket tries again, in ms, if it is still wanted. */
const TRY_AGAIN_AFTER = 2_000;

export interface HubOptions {
  /** Not connected yet; the hub owns it from here. */
  socket: Socket;
  store: StoreApi<LiveState>;
  admissions: Admissions;
  events: HubEvents;
}

export interface HubEvents {
  /** Time to be at this encounter's call. */
  goTo(encounterId: EncounterId): void;
  /** A push let this person in, or brought somebody to them. */
  admitted(admitted: Admitted): void;
  declined(declined: Declined): void;
  /** Somebody sat down for coffee, and I wanted to be told. */
  tableCalls(): void;
  /** What comes after encounters may have changed. */
  after(): void;
  /** What is mine has changed; `before` is `null` at the first look. */
  mine(before: Mine | null, after: Mine): void;
  /** The server does not want this socket: the session may have ended. */
  refused(error: AjarError): void;
  notUnderstood(name: string, cause: Error): void;
}

/**
 * The one hub socket of this page: keeps the corridor in the store, hands over admissions, and asks the server.
 * Lifetime: `open` when a member is signed in, `close` at sign-out; it may be opened again.
 */
export class Hub {
  readonly #socket: Socket;
  readonly #store: StoreApi<LiveState>;
  readonly #admissions: Admissions;
  readonly #events: HubEvents;
  /** Encounters this page has already gone to: somebody who came back out is not dragged in again. */
  readonly #beenTo = new Set<EncounterId>();
  #aside = false;
  /** What came before the whole corridor that it belongs to, to be held against it; `null`: the whole is here. */
  #early: ((corridor: CorridorSnapshot) => CorridorSnapshot)[] | null = [];
  #tryAgain: ReturnType<typeof setTimeout> | undefined;
  /** Changes of the corridor that wait; `null`: none does. */
  #held: ((corridor: CorridorSnapshot) => CorridorSnapshot)[] | null = null;
  #release: ReturnType<typeof setTimeout> | undefined;

  constructor({ socket, store, admissions, events }: HubOptions) {
    this.#socket = socket;
    this.#store = store;
    this.#admissions = admissions;
    this.#events = events;
    this.#listen();
  }

  open(): void {
    if (this.#store.getState().connection !== 'off') return;
    this.#store.setState({ connection: 'connecting' });
    this.#socket.connect();
  }

  close(): void {
    clearTimeout(this.#tryAgain);
    this.#letGo();
    this.#store.setState(nothingLive);
    this.#socket.disconnect();
    this.#early = [];
    this.#admissions.clear();
    this.#beenTo.clear();
  }

  /** Tries now rather than at the next attempt: the network is said to be back. */
  hurry(): void {
    if (this.#store.getState().connection !== 'reconnecting' || this.#socket.connected) return;
    this.#socket.disconnect().connect();
  }

  /** @throws AjarError */
  ask<N extends RequestName<HubProtocol>>(
    name: N,
    data: RequestData<HubProtocol, N>,
  ): Promise<ReplyData<HubProtocol, N>> {
    this.#backFromAside();
    if (name === 'setDoor' || name === 'carryDoor') this.#store.setState({ door: 'here' });
    return request(this.#socket, hubProtocol, name, data);
  }

  /** The person went on in another window: this one follows no call by itself until something is pressed in it again. */
  stepAside(): void {
    this.#aside = true;
  }

  /** What others do in the corridor waits so many ms: drawing it once more would take the work that a face needs. */
  holdChanges(time: number): void {
    clearTimeout(this.#release);
    this.#held ??= [];
    this.#release = setTimeout(() => this.#letGo(), time);
  }

  /** Keeps an admission and goes there. */
  enter(admission: Admission): void {
    this.#admissions.keep(admission);
    this.#beenTo.add(admission.encounterId);
    this.#events.goTo(admission.encounterId);
  }

  /** The person is at this encounter's call by themselves: through its address or by going back. */
  isAt(encounterId: EncounterId): void {
    this.#backFromAside();
    this.#beenTo.add(encounterId);
  }

  #backFromAside(): void {
    this.#aside = false;
    if (this.#store.getState().door === 'elsewhere') this.#store.setState({ door: null });
  }

  #listen(): void {
    this.#socket.on('connect', () => {
      if (!this.#socket.recovered) this.#early = [];
      this.#store.setState({ connection: 'connected' });
    });
    this.#socket.on('disconnect', (reason) => this.#lost(reason === 'io server disconnect'));
    this.#socket.on('connect_error', (error) => this.#failed(error));
    listen(
      this.#socket,
      hubProtocol,
      {
        snapshot: (corridor) => this.#begin(corridor),
        packed: ({ common, ...own }) => {
          const early = this.#early;
          import('./unpack.ts')
            .then(({ unpack }) => unpack(common))
            .then(
              // Another connection may have begun meanwhile.
              (rest) => this.#early === early && this.#begin({ ...own, ...rest }),
              (cause: unknown) => this.#events.notUnderstood('packed', toAjarError(cause)),
            );
        },
        changed: (change) => {
          const apply = (known: CorridorSnapshot) => applyChange(known, change);
          if (this.#held) this.#held.push(apply);
          else this.#change(apply);
          this.#early?.push(apply);
        },
        mine: (mine) => {
          const { corridor } = this.#store.getState();
          if (corridor) this.#see({ ...corridor, mine });
          this.#early?.push((known) => ({ ...known, mine }));
        },
        admitted: (admitted) => {
          if (this.#aside) return;
          this.enter(admitted.admission);
          this.#events.admitted(admitted);
        },
        declined: (declined) => this.#events.declined(declined),
        tableCalls: () => this.#events.tableCalls(),
        movedOn: (movedOn) => this.#store.setState({ movedOn }),
        doorElsewhere: () => {
          this.#aside = true;
          this.#store.setState({ door: 'elsewhere' });
        },
        after: () => this.#events.after(),
        round: (round) => this.#store.setState({ round }),
      },
      (name, error) => this.#events.notUnderstood(name, error),
    );
  }

  #change(apply: (corridor: CorridorSnapshot) => CorridorSnapshot): void {
    const { corridor } = this.#store.getState();
    if (corridor) this.#store.setState({ corridor: apply(corridor) });
  }

  #letGo(): void {
    clearTimeout(this.#release);
    const held = this.#held ?? [];
    this.#held = null;
    if (held.length > 0) this.#change((known) => held.reduce((now, apply) => apply(now), known));
  }

  #begin(corridor: CorridorSnapshot): void {
    this.#letGo();
    const early = this.#early ?? [];
    this.#early = null;
    this.#see(early.reduce((known, change) => change(known), corridor));
    this.#events.after();
  }

  #see(corridor: NonNullable<LiveState['corridor']>): void {
    const before = this.#store.getState().corridor?.mine ?? null;
    this.#store.setState({ corridor, mineAt: performance.now() });
    this.#events.mine(before, corridor.mine);
    const { encounter } = corridor.mine;
    if (encounter && !encounter.joined && !this.#aside && !this.#beenTo.has(encounter.encounterId)) {
      this.#beenTo.add(encounter.encounterId);
      this.#events.goTo(encounter.encounterId);
    }
  }

  #lost(byServer: boolean): void {
    if (this.#store.getState().connection === 'off') return;
    this.#store.setState({ connection: 'reconnecting' });
    if (byServer) this.#turnedAway(new AjarError('unavailable', 'turned-away', 'The server closed the connection.'));
  }

  /** `active` false: the server itself said no, and socket.io does not try again by itself. */
  #failed(error: Error & { data?: unknown }): void {
    if (this.#socket.active) return;
    const wire = wireError.safeParse(error.data);
    this.#turnedAway(
      wire.success ? AjarError.fromWire(wire.data) : new AjarError('unavailable', 'turned-away', error.message),
    );
  }

  #turnedAway(error: AjarError): void {
    this.#events.refused(error);
    clearTimeout(this.#tryAgain);
    this.#tryAgain = setTimeout(() => {
      if (this.#store.getState().connection !== 'off') this.#socket.connect();
    }, TRY_AGAIN_AFTER);
  }
}

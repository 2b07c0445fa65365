import type { MediaSource, MemberId, PeerId } from '@ajar/shared';
import type { StoreApi } from 'zustand/vanilla';
import type { Coming, ConnectionState } from './connection-state.ts';
import { type Entry, type Figures, figuresBetween, type Path, type Snapshot, snapshotOf } from './figures.ts';
import type { LocalMedia } from './local-media.ts';
import { delayOf, noDelay, type PlayoutDelay, playoutDelay } from './playout-delay.ts';
import { giveWay, goingOn, qualityOf, type Steadied, steadier, steadyGood } from './quality.ts';
import type { Session } from './session.ts';
import type { CallState, ReadonlyStore } from './state.ts';
import { allPictures, voicesFirst } from './voices-first.ts';

export interface MonitorOptions {
  /** Where what is found is put. */
  store: StoreApi<ConnectionState>;
  session: () => Session | null;
  call: ReadonlyStore<CallState>;
  local: LocalMedia;
  /** Ends it. */
  signal: AbortSignal;
}

/** How often it looks, in ms. */
const every = 2_500;

interface Both {
  session: Session;
  send: Snapshot;
  recv: Snapshot;
}

/**
 * Looks at the browser's statistics while a call lasts: how everybody comes through, and whether one's own camera must give
 * way to one's voice.
 */
export class Monitor {
  readonly #options: MonitorOptions;
  readonly #steadied = new Map<MemberId | 'own', Steadied>();
  readonly #delays = new Map<MemberId, PlayoutDelay>();
  #before: Both | null = null;
  #way = goingOn;
  #beside = allPictures;

  constructor(options: MonitorOptions) {
    this.#options = options;
    const timer = setInterval(() => void this.#look(), every);
    options.signal.addEventListener('abort', () => clearInterval(timer));
    void this.#look();
  }

  async #look(): Promise<void> {
    const session = this.#options.session();
    // Reading them fails only where what they are about has just ended.
    const now = session && (await snapshotsOf(session).catch(() => null));
    const before = this.#before;
    this.#before = now;
    if (!now || before?.session !== now.session || this.#options.signal.aborted) return;
    const sent = figuresBetween(before.send, now.send);
    const own = { ...this.#own(sent, now.send.path), path: now.send.path };
    const people = this.#people(now.session, figuresBetween(before.recv, now.recv));
    const worst = Math.max(0, ...[...people.values()].map(({ sound }) => sound?.concealed ?? 0));
    this.#beside = voicesFirst(this.#beside, worst, performance.now());
    this.#options.store.setState({ own, people, rests: this.#rests(now, own), pictures: this.#beside.pictures });
  }

  #own(sent: ReadonlyMap<string, Figures>, { roundTrip }: Path): Coming {
    const { tracks } = this.#options.local.state.getState();
    const of = (source: MediaSource) => {
      const track = tracks[source];
      return (track && sent.get(track.id)) ?? null;
    };
    return this.#coming('own', { sound: of('microphone'), picture: of('camera'), screen: of('screen') }, roundTrip);
  }

  #people(session: Session, figures: ReadonlyMap<string, Figures>): Map<MemberId, Coming> {
    const memberOf = new Map(
      this.#options.call.getState().participants.map(({ peerId, memberId }): [PeerId, MemberId] => [peerId, memberId]),
    );
    const bySource = new Map<MemberId, Partial<Record<MediaSource, Figures>>>();
    for (const { peerId, source, trackId, paused } of session.received) {
      const memberId = memberOf.get(peerId);
      const found = figures.get(trackId);
      if (memberId && found && source === 'microphone') this.#delay(session, memberId, trackId, found);
      if (memberId && found && !paused) bySource.set(memberId, { ...bySource.get(memberId), [source]: found });
    }
    return new Map(
      [...bySource].map(([memberId, { microphone = null, camera = null, screen = null }]) => [
        memberId,
        this.#coming(memberId, { sound: microphone, picture: camera, screen }, null),
      ]),
    );
  }

  /** Whoever comes back by a bad way is waited for from the beginning: it is kept by who it is. */
  #delay(session: Session, memberId: MemberId, trackId: string, { concealed }: Figures): void {
    const delay = playoutDelay(this.#delays.get(memberId) ?? noDelay, concealed, performance.now());
    this.#delays.set(memberId, delay);
    session.setPlayoutDelay(trackId, delayOf(delay));
  }

  #coming(who: MemberId | 'own', of: Omit<Coming, 'quality'>, roundTrip: number | null): Coming {
    const all = [of.sound, of.picture, of.screen].filter((figures) => figures !== null);
    const steadied = steadier(this.#steadied.get(who) ?? steadyGood, qualityOf(all, roundTrip));
    this.#steadied.set(who, steadied);
    return { quality: steadied.quality, ...of };
  }

  #rests({ session, send }: Both, { sound }: Coming): boolean {
    const wanted = this.#way.rests || session.producers.sends('camera');
    const available = wanted ? send.path.available : Number.POSITIVE_INFINITY;
    this.#way = giveWay(this.#way, { available, voiceLoss: wanted ? (sound?.loss ?? 0) : 0 }, send.at);
    return this.#way.rests;
  }
}

async function snapshotsOf(session: Session): Promise<Both> {
  const [send, recv] = await session.stats();
  const at = performance.now();
  const entries = (report: RTCStatsReport) => [...report.values()] as Entry[];
  return { session, send: snapshotOf(entries(send), at), recv: snapshotOf(entries(recv), at) };
}

import { EventEmitter } from 'node:events';
import type { MemberId, PersonSeen, ProgramId } from '@ajar/shared';

/** A connected person, as presence keeps them. */
export type Present = PersonSeen & { programId: ProgramId };

/** What hubs tell each other. `here` is the whole truth of one hub, repeated as its sign of life. */
export type PresenceNews =
  | { type: 'came'; hub: string; person: Present }
  | { type: 'went'; hub: string; memberId: MemberId }
  | { type: 'here'; hub: string; people: Present[] }
  | { type: 'who'; hub: string };

type PresenceEvents = {
  /** Nobody of theirs was connected anywhere before. */
  around: [Present];
  /** Their last connection anywhere is gone. */
  away: [Present];
};

export type PresenceOptions = {
  /** Name of this hub, unique among hubs. */
  hub: string;
  /** Tells the other hubs; they hand it to their `hear`. */
  tell: (news: PresenceNews) => void;
  /** The clock, in ms. Default: `Date.now`. */
  now?: () => number;
};

/** How often a hub says who is connected to it, in ms. */
export const presenceEvery = 5_000;
/** A hub silent for this long, in ms, is gone, and whoever was connected to it. */
export const hubLostAfter = 13_000;

/** Many times quicker than `localeCompare`, which looks the language up each time. */
const names = new Intl.Collator();

/**
 * Who is connected right now: memory only, rebuilt from sockets. Each hub counts its own sockets and hears of the
 * others'; somebody is around as long as one hub has them.
 */
export class Presence {
  readonly #hub: string;
  readonly #tell: PresenceOptions['tell'];
  readonly #now: () => number;
  readonly #events = new EventEmitter<PresenceEvents>();
  readonly #sockets = new Map<MemberId, number>();
  readonly #people = new Map<string, Map<MemberId, Present>>();
  readonly #heardAt = new Map<string, number>();

  constructor({ hub, tell, now = Date.now }: PresenceOptions) {
    this.#hub = hub;
    this.#tell = tell;
    this.#now = now;
    this.#people.set(hub, new Map());
    tell({ type: 'who', hub });
  }

  onAround(listener: (person: Present) => void): void {
    this.#events.on('around', listener);
  }

  onAway(listener: (person: Present) => void): void {
    this.#events.on('away', listener);
  }

  isAround(memberId: MemberId): boolean {
    for (const people of this.#people.values()) if (people.has(memberId)) return true;
    return false;
  }

  aroundIn(programId: ProgramId): PersonSeen[] {
    const found = new Map<MemberId, PersonSeen>();
    for (const people of this.#people.values()) {
      for (const { memberId, name, programId: theirs } of people.values()) {
        if (theirs === programId) found.set(memberId, { memberId, name });
      }
    }
    return [...found.values()].sort((a, b) => names.compare(a.name, b.name));
  }

  /** One more socket of this person is connected here. Call the result once when it is gone. */
  connect(person: Present): () => void {
    const { memberId } = person;
    const before = this.#sockets.get(memberId) ?? 0;
    this.#sockets.set(memberId, before + 1);
    if (before === 0) {
      this.#add(this.#hub, person);
      this.#tell({ type: 'came', hub: this.#hub, person });
    }
    let connected = true;
    return () => {
      if (!connected) return;
      connected = false;
      const left = (this.#sockets.get(memberId) ?? 1) - 1;
      if (left > 0) {
        this.#sockets.set(memberId, left);
        return;
      }
      this.#sockets.delete(memberId);
      this.#remove(this.#hub, memberId);
      this.#tell({ type: 'went', hub: this.#hub, memberId });
    };
  }

  /** News of another hub. */
  hear(news: PresenceNews): void {
    if (news.hub === this.#hub) return;
    this.#heardAt.set(news.hub, this.#now());
    if (!this.#people.has(news.hub)) this.#people.set(news.hub, new Map());
    switch (news.type) {
      case 'came':
        this.#add(news.hub, news.person);
        break;
      case 'went':
        this.#remove(news.hub, news.memberId);
        break;
      case 'here':
        this.#replace(news.hub, news.people);
        break;
      case 'who':
        this.beat();
        break;
    }
  }

  /** Says who is here, and lets go of hubs that have said nothing for too long. To be called every `presenceEvery`. */
  beat(): void {
    this.#tell({ type: 'here', hub: this.#hub, people: [...(this.#people.get(this.#hub)?.values() ?? [])] });
    for (const [hub, heardAt] of this.#heardAt) {
      if (this.#now() - heardAt <= hubLostAfter) continue;
      this.#heardAt.delete(hub);
      this.#replace(hub, []);
      this.#people.delete(hub);
    }
  }

  #replace(hub: string, people: readonly Present[]): void {
    const now = new Set(people.map((person) => person.memberId));
    for (const memberId of this.#people.get(hub)?.keys() ?? []) if (!now.has(memberId)) this.#remove(hub, memberId);
    for (const person of people) this.#add(hub, person);
  }

  #add(hub: string, person: Present): void {
    const known = this.isAround(person.memberId);
    this.#people.get(hub)?.set(person.memberId, person);
    if (!known) this.#events.emit('around', person);
  }

  #remove(hub: string, memberId: MemberId): void {
    const people = this.#people.get(hub);
    const person = people?.get(memberId);
    if (!people || !person) return;
    people.delete(memberId);
    if (!this.isAround(memberId)) this.#events.emit('away', person);
  }
}

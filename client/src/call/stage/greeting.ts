import { useEffect, useState } from 'react';
import { createStore } from 'zustand/vanilla';
import { i18n, listOfNames } from '../../words/index.ts';
import { type Participant, type ReadonlyStore, Timers } from '../media-client/index.ts';
import { useStore } from '../use-store.ts';
import '../en.ts';

/**
 * How long those who came are greeted, how long arrivals are gathered before the first greeting, and how long one stands
 * before the next, in ms: a room that fills is not heard about name by name.
 */
const greetedFor = 8_000;
const gather = 700;
const stands = 5_000;

type Person = Pick<Participant, 'memberId' | 'name' | 'listening'>;

/** The greeting for whoever came, by name. */
export function greeting(came: readonly Person[]): string {
  const said = (key: 'came' | 'cameToListen', people: readonly Person[]) => {
    const names = listOfNames(people.map(({ name }) => name));
    return people.length > 0 ? [i18n.t(`call:status.${key}`, { names, count: people.length })] : [];
  };
  const [listening, others] = [came.filter((one) => one.listening), came.filter((one) => !one.listening)];
  return [...said('came', others), ...said('cameToListen', listening)].join(' ');
}

/** Greets whoever came to those who were here already. Where nobody was, the first to come needs no greeting: everybody sees them. */
export class Greeter {
  readonly #store = createStore<{ words: string | null }>(() => ({ words: null }));
  readonly #timers = new Timers<'say' | 'over' | 'stands'>();
  #before: readonly Person[] | null = null;
  #waiting: readonly Person[] = [];
  #greeted: readonly Person[] = [];

  get state(): ReadonlyStore<{ words: string | null }> {
    return this.#store;
  }

  /** These are here now. */
  see(now: readonly Person[]): void {
    const known = new Set(this.#before?.map(({ memberId }) => memberId));
    const here = new Set(now.map(({ memberId }) => memberId));
    const came = known.size === 0 ? [] : now.filter(({ memberId }) => !known.has(memberId));
    this.#before = now;
    this.#waiting = [...this.#waiting, ...came].filter(({ memberId }) => here.has(memberId));
    if (this.#waiting.length > 0) this.#timers.start('say', gather, () => this.#say());
    if (this.#greeted.length > 0 && !this.#greeted.some(({ memberId }) => here.has(memberId))) this.#over();
  }

  close(): void {
    this.#timers.clear();
  }

  #say(): void {
    if (this.#waiting.length === 0 || this.#timers.runs('stands')) return;
    this.#greeted = this.#waiting;
    this.#waiting = [];
    this.#store.setState({ words: greeting(this.#greeted) });
    this.#timers.set('stands', stands, () => this.#say());
    this.#timers.set('over', greetedFor, () => this.#over());
  }

  #over(): void {
    this.#greeted = [];
    this.#store.setState({ words: null });
  }
}

/** The greeting of those who came last, for a while: until they have left again, at the longest. */
export function useGreeting(participants: readonly Participant[]): string | null {
  const [greeter] = useState(() => new Greeter());
  useEffect(() => greeter.see(participants), [greeter, participants]);
  useEffect(() => () => greeter.close(), [greeter]);
  return useStore(greeter.state, ({ words }) => words);
}

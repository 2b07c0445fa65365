import { useEffect, useRef, useState } from 'react';
import { i18n } from '../../words/index.ts';
import type { Participant } from '../media-client/index.ts';
import '../en.ts';

/** How long somebody who came is greeted, in ms. */
const greetedFor = 8_000;

/**
 * The greeting for whoever came to those who were here already, by name; `null` when nobody did. Where nobody was, the
 * first to come needs no greeting: everybody sees them.
 */
export function greeting(before: readonly Participant[], now: readonly Participant[]): string | null {
  const came = newcomer(before, now);
  return came && i18n.t(came.listening ? 'call:status.cameToListen' : 'call:status.came', { name: came.name });
}

function newcomer(before: readonly Participant[], now: readonly Participant[]): Participant | null {
  const known = new Set(before.map((person) => person.memberId));
  const came = now.findLast((person) => !known.has(person.memberId));
  return before.length === 0 || !came ? null : came;
}

/** The greeting of whoever came last, for a while: until they have left again, at the longest. */
export function useGreeting(participants: readonly Participant[]): string | null {
  const [words, setWords] = useState<string | null>(null);
  const before = useRef(participants);
  const greeted = useRef<Participant['memberId'] | null>(null);
  useEffect(() => {
    const came = newcomer(before.current, participants);
    const news = greeting(before.current, participants);
    before.current = participants;
    if (came) greeted.current = came.memberId;
    if (news) setWords(news);
    else if (!participants.some(({ memberId }) => memberId === greeted.current)) setWords(null);
  }, [participants]);
  useEffect(() => {
    if (!words) return;
    const over = setTimeout(() => setWords(null), greetedFor);
    return () => clearTimeout(over);
  }, [words]);
  return words;
}

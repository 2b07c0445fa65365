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
  const known = new Set(before.map((person) => person.memberId));
  const came = now.findLast((person) => !known.has(person.memberId));
  if (before.length === 0 || !came) return null;
  return i18n.t(came.listening ? 'call:status.cameToListen' : 'call:status.came', { name: came.name });
}

/** The greeting of whoever came last, for a while. */
export function useGreeting(participants: readonly Participant[]): string | null {
  const [words, setWords] = useState<string | null>(null);
  const before = useRef(participants);
  useEffect(() => {
    const news = greeting(before.current, participants);
    before.current = participants;
    if (news) setWords(news);
  }, [participants]);
  useEffect(() => {
    if (!words) return;
    const over = setTimeout(() => setWords(null), greetedFor);
    return () => clearTimeout(over);
  }, [words]);
  return words;
}

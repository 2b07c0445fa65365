import { createHash } from 'node:crypto';
import { AjarError, type EncounterId } from '@ajar/shared';

/**
 * The starter of a turn at one coffee. Its order is the coffee's own, the same for everybody there, and nothing comes
 * again before everything has come once.
 */
export function starterAt(starters: readonly string[], coffee: EncounterId, turn: number): string {
  const key = (text: string) => createHash('sha256').update(`${coffee} ${text}`).digest('hex');
  const order = [...new Set(starters)]
    .map((text) => ({ text, key: key(text) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const found = order[turn % order.length];
  if (!found) throw new AjarError('internal', 'no-starters', 'There are no conversation starters here.');
  return found.text;
}

import { randomFillSync } from 'node:crypto';

/**
 * A new UUID, version 7 (RFC 9562, section 5.7): 48 bits of Unix time in ms, then random bits. Ids made later sort
 * later, so that indexes grow at one end.
 */
export function newId<Id extends string>(now: number = Date.now()): Id {
  const bytes = randomFillSync(Buffer.alloc(16));
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return groups.join('-') as Id;
}

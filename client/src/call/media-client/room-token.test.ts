import { describe, expect, it } from 'vitest';
import { nearExpiry, readToken } from './room-token.ts';

const id = '0199aaaa-0000-7000-8000-000000000001';
const claims = {
  room: id,
  member: id,
  name: 'Zoë Żak',
  may: { speak: true, share: true, moderate: false },
  exp: 1_000,
};
const token = `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;

describe('the room token', () => {
  it('is read with every letter of a name', () => {
    expect(readToken(token).name).toBe('Zoë Żak');
  });

  it('is renewed half a minute before it runs out', () => {
    expect(nearExpiry(token, 969_000)).toBe(false);
    expect(nearExpiry(token, 971_000)).toBe(true);
  });

  it('is not guessed at', () => {
    expect(() => readToken('nonsense')).toThrow();
  });
});

import { SignJWT, UnsecuredJWT } from 'jose';
import { expect, test } from 'vitest';
import { mintNodeToken, mintRoomToken, readNodeToken, readRoomToken } from './room-token.ts';
import { claimsOf, newRoom, secret } from './testing.ts';

const claims = claimsOf(newRoom());
const invalid = { name: 'AjarError', category: 'not-allowed', code: 'token-invalid' };

test('a room token says what was signed and nothing else', async () => {
  expect(await readRoomToken(await mintRoomToken(claims, secret), secret)).toEqual(claims);
});

test('a token past its time is expired, beyond what clocks may differ', async () => {
  const token = await mintRoomToken(claims, secret, -10_000);
  await expect(readRoomToken(token, secret)).rejects.toMatchObject({ category: 'not-allowed', code: 'token-expired' });
});

test('a token signed with another secret is refused', async () => {
  const token = await mintRoomToken(claims, new TextEncoder().encode('another secret, which is as long'));
  await expect(readRoomToken(token, secret)).rejects.toMatchObject(invalid);
});

test('a node token opens no room, and a room token is no node', async () => {
  await expect(readRoomToken(await mintNodeToken('n1', secret), secret)).rejects.toMatchObject(invalid);
  await expect(readNodeToken(await mintRoomToken(claims, secret), secret)).rejects.toMatchObject(invalid);
  expect(await readNodeToken(await mintNodeToken('n1', secret), secret)).toEqual({ nodeId: 'n1' });
});

test('an unsigned token, or one of another algorithm, is refused', async () => {
  const unsigned = new UnsecuredJWT({ ...claims })
    .setIssuer('ajar')
    .setAudience('ajar-room')
    .setIssuedAt()
    .setExpirationTime('5m')
    .encode();
  const otherwise = await new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS512' })
    .setIssuer('ajar')
    .setAudience('ajar-room')
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(new Uint8Array(64).fill(7));
  for (const token of [unsigned, otherwise, '', 'nonsense', 'a.b.c']) {
    await expect(readRoomToken(token, secret)).rejects.toMatchObject(invalid);
  }
});

test('a token without an end, or without its claims, is refused', async () => {
  const sign = (payload: object) =>
    new SignJWT({ ...payload }).setProtectedHeader({ alg: 'HS256' }).setIssuer('ajar').setAudience('ajar-room');
  const endless = await sign(claims).setIssuedAt().sign(secret);
  const empty = await sign({}).setIssuedAt().setExpirationTime('5m').sign(secret);
  await expect(readRoomToken(endless, secret)).rejects.toMatchObject(invalid);
  await expect(readRoomToken(empty, secret)).rejects.toMatchObject(invalid);
});

test('what is wrong with a token never repeats it', async () => {
  const token = await mintRoomToken(claims, secret, -10_000);
  const error = await readRoomToken(token, secret).catch((thrown) => thrown);
  expect(error.cause).toBeUndefined();
  expect(JSON.stringify(error)).not.toContain(token);
});
